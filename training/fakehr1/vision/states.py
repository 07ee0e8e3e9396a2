"""Frozen trunk over the training side: states of several blocks, for fitting the head (training.fakehr1.vision.head).

    python -m training.fakehr1.vision.states --data ../shared/data --originals ../originals --out training/runs/states --jobs 1

Of each image COPIES canonical copies (data/canonical.py: same frames, same encodings for both classes, drawn from its id), of each the whole
view and the most textured native crop. A second copy is cut, scaled and encoded otherwise: a head that is fitted to both learns what stays
(docs/detector-table.md). The trunk runs in the arithmetic of the kernel that ships for WASM (trunk_graph.integer), so that the head is fitted to
what it will meet. Resumable, and may be run again when more originals have come: rows already there are kept.
"""
import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from ..data.canonical import canonical, open_rgb
from ..data.index import Row, _hash, load_rows
from ..image.resample import resize
from ..image.views import SLOW_CROPS, make_views
from .clip import LAYERS, load_clip

KEPT = tuple(range(3, LAYERS))      # blocks whose states are stored
COPY_SEEDS = (7, 107, 207, 307, 407)    # of the canonical copies; features.py draws from others (100 + variant)
SMALL_COPY, SMALL_SIDES = 4, (224, 640)     # which of them is small, and the long side of the whole picture in it, px: thumbnails
COPIES = 2                          # made by default; further ones are for a run of their own (head.py --earlier)
MIDDLE_SIDE = 448      # px, shorter side of the picture whose crop is the middle view: twice the whole view's
SHARD = 250
_trunk: 'NativeTrunk | None' = None      # of a worker process


def write_graph(folder: Path) -> None:
    """The trunk as a graph of its own: pixels [1, 3, 224, 224] -> states [2, blocks, 768] (class token; mean of the places),
    tokens [17, 768] (model.whole_tokens). With its packed weights in `folder`."""
    import torch

    from ..onnx_share import WeightFile
    from . import trunk_graph
    from .export_vision import PACKED, trace
    from .model import whole_tokens

    class States(torch.nn.Module):
        def __init__(self, trunk):
            super().__init__()
            self.trunk = trunk

        def forward(self, pixels):
            blocks = self.trunk(pixels)
            s = [blocks[i] for i in KEPT]
            return torch.stack([torch.stack([x[0, 0] for x in s]), torch.stack([x[0, 1:].mean(0) for x in s])]), whole_tokens(blocks[-1])[0]

    folder.mkdir(parents=True, exist_ok=True)
    trunk, packed = load_clip(), WeightFile(PACKED)
    m = trace(States(trunk), dict(pixels=torch.zeros(1, 3, 224, 224)), ['states', 'tokens'], {})
    found = trunk_graph.names(m, trunk_graph.products(trunk))
    m = trunk_graph.Rewriter(m, found, packed).rewrite(trunk_graph.packed_product(half=False))
    packed.write(folder)
    (folder / 'trunk.onnx').write_bytes(m.SerializeToString())


class NativeTrunk:
    """The trunk in onnxruntime on one thread, view by view, as the engine runs it."""

    def __init__(self, folder: Path):
        import onnxruntime as ort

        from .trunk_graph import integer
        if not (folder / 'trunk.onnx').exists():
            write_graph(folder)
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self.session = integer(folder / 'trunk.onnx', options)

    def __call__(self, view: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """uint8 [224, 224, 3] -> states [2 kinds, blocks, 768], tokens [17, 768]."""
        return self.session.run(['states', 'tokens'], dict(pixels=view.transpose(2, 0, 1)[None].astype(np.float32)))


def view_state(states: np.ndarray) -> np.ndarray:
    """[..., 2 kinds, blocks, 768] -> [..., VIEW_STATE], as model.state_of_blocks orders it."""
    from .model import STATE_PARTS
    return np.concatenate([states[..., ('token', 'mean').index(k), KEPT.index(b), :] for k, b in STATE_PARTS], -1)


def shipped_state(states: np.ndarray) -> np.ndarray:
    """[..., 2 views, 2 kinds, blocks, 768] -> [..., GLOBAL_STATE]: the whole view's, then the crop's."""
    return np.concatenate([view_state(states[..., v, :, :, :]) for v in range(states.shape[-4])], -1)


def other_slot(row: Row, copy: int) -> int:
    """Which of the crops that are looked at while thinking stands in for the most textured one."""
    return int(np.random.default_rng([_hash(row.id), COPY_SEEDS[copy], 1]).integers(1, SLOW_CROPS))


def copied(path: str, copy: int, rng: np.random.Generator, cut: bool = True) -> np.ndarray:
    """One of the canonical copies, uint8 [H, W, 3]; the small one is always scaled, if its picture is not as small."""
    small = dict(sides=SMALL_SIDES, unscaled=0.0) if copy == SMALL_COPY else {}
    return canonical(open_rgb(path), rng, cut, **small).rgb


def views(row: Row, copy: int = 0, slot: int = 0) -> np.ndarray | None:
    """uint8 [2, 224, 224, 3]: whole view and one crop (image/views.py; slot 0 is the textured one) of a canonical copy. None: the file cannot be read."""
    try:
        rng = np.random.default_rng([_hash(row.id), COPY_SEEDS[copy]])
        rgb = copied(row.file, copy, rng)
        native = copied(row.crop, copy, rng, cut=False) if row.crop else rgb
    except Exception:
        return None
    v = make_views(native, slot + 1)
    return np.stack([v.whole if native is rgb else make_views(rgb, 1).whole, v.crops[slot]])


def middle(row: Row, copy: int) -> np.ndarray | None:
    """uint8 [1, 224, 224, 3]: the most textured crop of the canonical copy scaled down to MIDDLE_SIDE (never up). None: the file cannot be read."""
    try:
        rgb = copied(row.file, copy, np.random.default_rng([_hash(row.id), COPY_SEEDS[copy]]))
    except Exception:
        return None
    f = MIDDLE_SIDE / min(rgb.shape[:2])
    return make_views(resize(rgb, round(rgb.shape[1] * f), round(rgb.shape[0] * f)) if f < 1 else rgb, 1).crops


def only_crop(row: Row, copy: int, slot: int = 0) -> np.ndarray | None:
    """uint8 [1, 224, 224, 3]."""
    v = views(row, copy, slot)
    return v if v is None else v[1:]


# What a run takes of a copy: row, copy -> uint8 [views, 224, 224, 3]
PARTS = dict(both=views, crop=only_crop, other=lambda row, copy: only_crop(row, copy, other_slot(row, copy)), middle=middle)


def one(job: tuple[Row, Path, list[int], str]) -> np.ndarray | None:
    """Row, folder of the trunk, which copies, what of them -> float16 [copies, views, 2 kinds, blocks, 768]."""
    global _trunk
    row, folder, copies, what = job
    seen = [PARTS[what](row, k) for k in copies]
    if any(v is None for v in seen):
        return None
    _trunk = _trunk or NativeTrunk(folder)
    return np.stack([[_trunk(a)[0] for a in v] for v in seen]).astype(np.float16)


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    a.add_argument('--out', type=Path, required=True)
    a.add_argument('--jobs', type=int, default=1)
    a.add_argument('--cap', type=int, default=60, help='images of each label taken from a repository')
    a.add_argument('--copies', type=int, nargs='+', default=list(range(COPIES)), choices=range(len(COPY_SEEDS)), help='which of COPY_SEEDS')
    a.add_argument('--without', type=int, help='leaves out a fold that no head will be fitted to')
    a.add_argument('--part', choices=PARTS, default='both', help='of a copy: whole view and most textured crop; only that crop, for the crop head alone (head.py --crop); '
                   'only another crop, drawn from the id, which goes behind the whole view of the same copy (head.py); only the middle view (middle.py)')
    a.add_argument('--originals-only', action='store_true', help='leave images out whose full-size original is not there (yet)')
    o = a.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    NativeTrunk(o.out / 'trunk')      # written once, before the processes start
    done = {json.loads(line)['id'] for p in o.out.glob('rows-*.jsonl') for line in open(p)}
    rows = capped(load_rows(o.data, o.originals, 'train'), o.cap)
    rows = [r for r in rows if r.id not in done and r.fold != o.without and not (o.originals_only and r.crop is not None)]
    rows.sort(key=lambda r: _hash(r.id + 'states'))
    shard = len(list(o.out.glob('rows-*.jsonl')))
    with ProcessPoolExecutor(o.jobs) as pool:
        for start in range(0, len(rows), SHARD):
            part = rows[start:start + SHARD]
            got = [(r, s) for r, s in zip(part, pool.map(one, [(r, o.out / 'trunk', o.copies, o.part) for r in part], chunksize=4)) if s is not None]
            np.save(o.out / f'states-{shard:03d}.npy', np.stack([s for _, s in got]))
            (o.out / f'rows-{shard:03d}.jsonl').write_text(''.join(json.dumps(r.__dict__) + '\n' for r, _ in got))
            shard += 1
            print(f'{start + len(part)} of {len(rows)} images', flush=True)


def capped(rows: list[Row], cap: int) -> list[Row]:
    """At most `cap` images of a repository with one label, and at most `cap` of each label of one with both."""
    count: dict[tuple[str, int], int] = {}
    out = []
    for r in sorted(rows, key=lambda r: _hash(r.id + 'cap')):
        k = (r.repo, r.label)
        count[k] = count.get(k, 0) + 1
        if count[k] <= cap:
            out.append(r)
    return out


if __name__ == '__main__':
    main()

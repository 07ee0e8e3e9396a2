"""Frozen eyes over images: feature rows for the fusion, the calibration and the decoder.

    python -m training.fakehr1.features train --run training/runs --data ../shared/data --originals ../originals
    python -m training.fakehr1.features held  --run training/runs --data ../shared/data --originals ../originals

`train` takes repositories that the eyes were trained on, `held` the fold that was held out. Nothing of the test split.

Each image is looked at as it is and as a degraded copy ("variant"), through exactly the views of the worker. Where only
the small views of shared/data are there, the whole view comes from `full` and the crops from `crop`.
Writes training/runs/features/{part}.npz and .jsonl (rows in the same order).
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from .data.canonical import canonical, open_rgb
from .data.index import Row, _hash, load_rows
from .image.measure import measure
from .image.views import SLOW_CROPS, Views, make_views
from .precision import autocast
from .vision.clip import load_clip
from .vision.model import CropBranch, GlobalBranch
from .vision.states import NativeTrunk, shipped_state

MOST_SIDE = 2600       # px; larger originals are halved while decoding, for time (the worker does not)


def load_branch(path: Path, trunk: bool = True) -> torch.nn.Module:
    """A branch of the eyes from its checkpoint. trunk: load CLIP's frozen blocks into the global branch, too."""
    c = torch.load(path, weights_only=False)
    if c['branch'] == 'crop':
        b = CropBranch()
        b.load_state_dict(c['model'])
        return b.to(memory_format=torch.channels_last).eval()
    b = GlobalBranch()
    b.load_state_dict(c['model'])
    b.trunk = load_clip() if trunk else None
    return b.eval()


def views_of(row: Row, variant: int) -> Views:
    """variant 0: as found; others: canonical copies that the training did not draw."""
    im = open_rgb(row.file)
    crop = open_rgb(row.crop) if row.crop else None
    if variant:
        rng = np.random.default_rng([_hash(row.id), 100 + variant])
        whole = canonical(im, rng).rgb
        native = canonical(crop, rng, cut=False).rgb if crop is not None else whole
    else:
        whole = np.asarray(im)
        native = np.asarray(crop) if crop is not None else whole
    v = make_views(native, SLOW_CROPS)
    return v if native is whole else Views(make_views(whole, 1).whole, v.crops, v.positions, v.textures)


@torch.no_grad()
def look(views: Views, trunk: NativeTrunk, crop: CropBranch) -> dict[str, np.ndarray]:
    """Features of one image, float16 / float32 numpy. The head is not applied: `global_state` is raw (calibrate.py does)."""
    to = lambda a: torch.from_numpy(a).permute(0, 3, 1, 2).float().contiguous(memory_format=torch.channels_last)
    places, inverse = np.unique(views.positions, axis=0, return_inverse=True)
    first = [int(np.flatnonzero(inverse.reshape(-1) == k)[0]) for k in range(len(places))]
    (of_whole, tokens), (of_crop, _) = trunk(views.whole), trunk(views.crops[0])
    with autocast():
        s = crop.states(to(views.crops[first])).float()
    s = s[torch.from_numpy(inverse.reshape(-1))]
    return dict(global_tokens=tokens.astype(np.float16), global_state=shipped_state(np.stack([of_whole, of_crop])).astype(np.float16),
                crop_states=s.half().numpy(), crop_logits=crop.logit(s).numpy(), evidence=measure(views).astype(np.float32))


def spread(rows: list[Row], most: int) -> list[Row]:
    """At most `most` rows, taken from the repositories in turn, each class alike: places, not images."""
    by: dict[tuple[int, str], list[Row]] = {}
    for r in rows:
        by.setdefault((r.label, r.repo), []).append(r)
    out: list[Row] = []
    for label in (0, 1):
        queues = [q for (c, _), q in by.items() if c == label]
        for k in range(max(map(len, queues), default=0)):
            out += [q[k] for q in queues if k < len(q)][:max(0, most // 2 - sum(r.label == label for r in out))]
    return out


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('part', choices=('train', 'held'))
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    a.add_argument('--variants', type=int, nargs='+', default=[0, 1])
    a.add_argument('--most', type=int, help='images at most; annotated ones and full-size originals first')
    a.add_argument('--holdout', type=int, default=0)
    a.add_argument('--threads', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    trunk, crop = NativeTrunk(o.run / 'states/trunk'), load_branch(o.run / 'crop/final.pt')
    rows = [r for r in load_rows(o.data, o.originals, 'train') if (r.fold == o.holdout) == (o.part == 'held')]
    annotated = {json.loads(line)['id'] for line in open(o.data / 'annotations.jsonl')}
    rows.sort(key=lambda r: (r.id not in annotated if o.part == 'train' else r.crop is not None, _hash(r.id + 'feature')))
    rows = spread(rows, o.most) if o.most else rows
    out = o.run / 'features'
    out.mkdir(exist_ok=True)
    kept, parts = [], []
    for n, row in enumerate(rows):
        for variant in o.variants:
            try:
                parts.append(look(views_of(row, variant), trunk, crop))
            except OSError as e:
                print(row.id, e)
                continue
            kept.append(dict(id=row.id, label=row.label, repo=row.repo, source=row.source, look=row.look, split=row.split,
                             fold=row.fold, variant=variant, original=row.crop is None))
        if n % 200 == 199:
            print(f'{n + 1} of {len(rows)}', flush=True)
    np.savez(out / f'{o.part}.npz', **{k: np.stack([p[k] for p in parts]) for k in parts[0]})
    (out / f'{o.part}.jsonl').write_text(''.join(json.dumps(r) + '\n' for r in kept))


if __name__ == '__main__':
    main()

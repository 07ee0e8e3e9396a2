"""Aligned pairs: photographs, and the same photographs through a generator's auto-encoder, as states of the trunk.

    python -m training.fakehr1.vision.pairs --data ../shared/data --originals ../originals --weights ../shared/weights/taef2 \\
        --run training/runs --jobs 2

Both halves of a pair show the same scene in the same frame, blurred and encoded by the same draws; only the decoder's traces tell them apart
("Aligned Datasets", arXiv 2410.11835; DDA, arXiv 2505.14359). A head that must tell them apart as well cannot lean on what pictures show
(head.py --pairs). Frames are small, for time: the auto-encoder takes about a second of a core for 256 x 256. Real pictures of the places that heads
are fitted to, from the places in turn. Resumable, with the same --each. No release has them (docs/decisions/0013).
"""
import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image

from ..data import canonical
from ..data.index import Row, _hash, load_rows
from ..image.views import make_views
from .states import NativeTrunk
from .taef2 import STEP, Autoencoder

SEED = 407                    # beside those of the canonical copies (states.py)
LONG_SIDES = (320, 448)       # px, of the whole picture before it is cut
SIDES = (128, 512)            # px; smallest and largest side of a pair (panoramas fall out)
WHOLLY = 0.5                  # share of the pairs that are not blended
BLEND = (0.5, 1.0)            # the decoded picture's part in the others, as in DDA
SHARD = 60                    # pairs a file
_tools: tuple[NativeTrunk, Autoencoder] | None = None       # of a worker process


def blended(rgb: np.ndarray, decoded: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Half of the pairs hold something of the photograph: finer traces."""
    if rng.random() >= WHOLLY:
        return decoded
    part = rng.uniform(*BLEND)
    return np.round(part * decoded.astype(float) + (1 - part) * rgb).astype(np.uint8)


def pair(row: Row, autoencoder: Autoencoder) -> np.ndarray | None:
    """uint8 [2, 2, 224, 224, 3]: views (whole, crop) of the photograph, then of its double. None: unreadable, or no frame for it."""
    try:
        im = canonical.open_rgb(row.file)
    except Exception:
        return None
    rng = np.random.default_rng([_hash(row.id), SEED])
    im, scaled = canonical.frame(im, rng, sides=LONG_SIDES, unscaled=0)
    w, h = (side // STEP * STEP for side in im.size)
    if min(w, h) < SIDES[0] or max(w, h) > SIDES[1]:
        return None
    rgb = np.asarray(im.crop((0, 0, w, h)))
    double = blended(rgb, autoencoder(rgb), rng)
    draws, out = rng.bit_generator.state, []
    for half in (rgb, double):
        rng.bit_generator.state = draws
        views = make_views(canonical.mill(Image.fromarray(half), rng, scaled).rgb, 1)
        out.append(np.stack([views.whole, views.crops[0]]))
    return np.stack(out)


def one(job: tuple[Row, Path, Path]) -> np.ndarray | None:
    """Row, folder of the trunk, folder of the auto-encoder -> float16 [2 halves, 2 views, 2 kinds, blocks, 768]."""
    global _tools
    row, trunk, weights = job
    _tools = _tools or (NativeTrunk(trunk), Autoencoder(weights))
    seen = pair(row, _tools[1])
    return None if seen is None else np.stack([[_tools[0](v)[0] for v in half] for half in seen]).astype(np.float16)


def chosen(rows: list[Row], each: int, without: int) -> list[Row]:
    """Real pictures with their originals, at most `each` of a place, the places in turn."""
    places: dict[str, list[Row]] = {}
    for r in sorted(rows, key=lambda r: _hash(r.id + 'pairs')):
        if r.label == 0 and r.fold != without and r.crop is None and r.look != 'render':
            places.setdefault(r.repo, []).append(r)
    return [rows[k] for k in range(each) for rows in places.values() if k < len(rows)]


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    a.add_argument('--weights', type=Path, required=True)
    a.add_argument('--run', type=Path, required=True, help='where states.py has written; pairs/ is made beside them')
    a.add_argument('--jobs', type=int, default=1)
    a.add_argument('--each', type=int, default=7, help='pictures of a place')
    a.add_argument('--without', type=int, default=0, help='the fold that no head is fitted to')
    o = a.parse_args()
    out, trunk = o.run / 'pairs', o.run / 'states/trunk'
    out.mkdir(parents=True, exist_ok=True)
    NativeTrunk(trunk)      # written once, before the processes start
    rows = chosen(load_rows(o.data, o.originals, 'train'), o.each, o.without)
    with ProcessPoolExecutor(o.jobs) as pool:
        for shard, start in enumerate(range(0, len(rows), SHARD)):
            at = out / f'rows-{shard:03d}.jsonl'
            if at.exists():
                continue
            part = rows[start:start + SHARD]
            got = [(r, s) for r, s in zip(part, pool.map(one, [(r, trunk, o.weights) for r in part])) if s is not None]
            if not got:
                continue
            np.save(out / f'states-{shard:03d}.npy', np.stack([s for _, s in got]))
            at.write_text(''.join(json.dumps(r.__dict__) + '\n' for r, _ in got))
            print(f'{start + len(part)} of {len(rows)} pictures', flush=True)


if __name__ == '__main__':
    main()

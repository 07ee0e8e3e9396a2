"""Builds the training cache: for each image canonical copies, of each native crops, as raw uint8.

    python -m training.fakehr1.data.cache --data ../shared/data --originals ../originals --out training/runs/cache --jobs 1

The cache is memory-mapped by the training; rebuilding it gives the same bytes (the draws depend on the image id only).
Resumable: finished shards are kept.
"""
import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from ..image.views import block_texture, pad_to_crop
from .canonical import canonical, open_rgb
from .index import Row, load_rows, _hash

COPIES = 2           # canonical copies of an image
CROPS = 2            # native crops of a copy: one textured, one anywhere
STORED_CROP = 256    # px; the training cuts CROP_SIDE out of it
SHARD = 500          # images a file


def cut(rgb: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Two native crops [2, 256, 256, 3]: the richest of a few random places, and one random place."""
    rgb = pad_to_crop(rgb, STORED_CROP)
    h, w = rgb.shape[:2]
    places = [(int(rng.integers(0, w - STORED_CROP + 1)) // 8 * 8, int(rng.integers(0, h - STORED_CROP + 1)) // 8 * 8)
              for _ in range(6)]
    crops = [rgb[y:y + STORED_CROP, x:x + STORED_CROP] for x, y in places]
    rich = int(np.argmax([block_texture(c[::2, ::2]).sum() for c in crops[1:]])) + 1
    return np.stack([crops[rich], crops[0]])


def one(row: Row) -> tuple[np.ndarray, list[dict]] | None:
    """Crops [COPIES * CROPS, 256, 256, 3] and how each copy was made."""
    try:
        im = open_rgb(row.file)
        im.load()
        crop = open_rgb(row.crop) if row.crop else None
    except Exception:
        return None
    crops, how = [], []
    for k in range(COPIES):
        rng = np.random.default_rng([_hash(row.id), k])
        copy = canonical(im, rng)
        native = canonical(crop, rng, cut=False).rgb if crop is not None else copy.rgb
        crops.append(cut(native, rng))
        mean = copy.rgb.reshape(-1, 3).mean(0)
        how.append(dict(width=copy.rgb.shape[1], height=copy.rgb.shape[0], coding=copy.coding, quality=copy.quality,
                        mean=[float(m) for m in mean]))
    return np.concatenate(crops), how


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    a.add_argument('--out', type=Path, required=True)
    a.add_argument('--jobs', type=int, default=1)
    a.add_argument('--limit', type=int)
    o = a.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    done = {json.loads(line)['id'] for p in sorted(o.out.glob('rows-*.jsonl')) for line in open(p)}
    rows = [r for r in load_rows(o.data, o.originals, 'train') if r.id not in done]
    rows.sort(key=lambda r: _hash(r.id + 'order'))
    rows = rows[:o.limit]
    shard = len(list(o.out.glob('rows-*.jsonl')))
    with ProcessPoolExecutor(o.jobs) as pool:
        for start in range(0, len(rows), SHARD):
            part = rows[start:start + SHARD]
            got = [(r, g) for r, g in zip(part, pool.map(one, part, chunksize=8)) if g is not None]
            np.save(o.out / f'crops-{shard:03d}.npy', np.stack([g[0] for _, g in got]))
            with open(o.out / f'rows-{shard:03d}.jsonl.part', 'w') as f:
                for r, g in got:
                    f.write(json.dumps(dict(r.__dict__, copies=g[1])) + '\n')
            (o.out / f'rows-{shard:03d}.jsonl.part').rename(o.out / f'rows-{shard:03d}.jsonl')
            shard += 1
            print(f'{start + len(part)} of {len(rows)} images', flush=True)


if __name__ == '__main__':
    main()

"""Aligned pairs: a real crop, and the same crop through an auto-encoder, both through the same mill afterwards.

    python -m training.fakehr1.data.pairs --cache training/runs/cache --taef2 ../shared/weights/taef2 --minutes 14

Content, size and coding of the two are the same, only the traces of a decoder differ (Aligned Datasets, arXiv
2410.11835; DDA, arXiv 2505.14359). Half of the reconstructions are blended with the original. Real photographs of the
training folds only, places first. Writes pairs-NNN.npy, uint8 [n, 2, 256, 256, 3] (real, reconstructed); resumable.
"""
import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from ..image.views import pad_to_crop
from .cache import STORED_CROP, cut
from .cached import Cache, Sampler
from .canonical import frame, mill, open_rgb
from .index import _hash
from .taef2 import Taef2

SHARD = 100              # pairs a file
WEAKEST_BLEND = 0.5      # share of the reconstruction in a blended fake (DDA's pixel mix, from the strong half)


def pair(row: dict, net: Taef2) -> np.ndarray | None:
    """uint8 [2, 256, 256, 3] of one real image; None where it cannot be read."""
    rng = np.random.default_rng([_hash(row['id']), 7])
    try:
        im, scaled = frame(open_rgb(row['file']), rng)
    except Exception:
        return None
    real = cut(pad_to_crop(np.asarray(im), STORED_CROP), rng)[0]
    made = net.reconstruct(torch.from_numpy(real).permute(2, 0, 1)[None].float())[0].permute(1, 2, 0).numpy()
    share = rng.uniform(WEAKEST_BLEND, 1) if rng.random() < 0.5 else 1.0
    fake = np.clip(np.rint(share * made + (1 - share) * real), 0, 255).astype(np.uint8)
    again = copy.deepcopy(rng)
    return np.stack([mill(Image.fromarray(real), rng, scaled).rgb, mill(Image.fromarray(fake), again, scaled).rgb])


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--cache', type=Path, required=True)
    a.add_argument('--taef2', type=Path, required=True)
    a.add_argument('--minutes', type=float, default=14)
    a.add_argument('--most', type=int, default=10 ** 9, help='pairs at most')
    a.add_argument('--holdout', type=int, default=0)
    a.add_argument('--seed', type=int, default=5)
    o = a.parse_args()
    torch.set_num_threads(1)
    net, rows = Taef2(o.taef2), Cache(o.cache).rows
    photographs = [r for r in rows if r['label'] == 0 and r['crop'] is None and r['look'] in (None, 'photo')]
    done = len(list(o.cache.glob('pairs-*.npy')))
    sampler = Sampler(photographs, o.holdout, o.seed + done)
    seen: set[str] = set()
    end, shard = time.time() + o.minutes * 60, []
    most = min(o.most, len(photographs))
    while time.time() < end and len(seen) < most:
        row = photographs[sampler.draw(label=0)[0]]
        if row['id'] in seen:
            continue
        seen.add(row['id'])
        made = pair(row, net)
        if made is not None:
            shard.append(made)
        if len(shard) == SHARD or (shard and len(seen) == most):
            np.save(o.cache / f'pairs-{done:03d}.npy', np.stack(shard))
            done, shard = done + 1, []
            print(f'{len(seen)} pairs', flush=True)


if __name__ == '__main__':
    main()

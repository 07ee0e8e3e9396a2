"""The training cache as a sampler: places first, images second, classes in equal halves."""
import io
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageFilter

from ..image.views import CROP_SIDE
from .restyle import restyle

PAIRED_SHARE = 0.25   # of the draws from repositories with both labels: there only the generator can tell
ALIGNED_SHARE = 0.25  # of a batch of crops from aligned pairs (pairs.py)


class Cache:
    """Memory-mapped shards. `rows[i]` describes image i; `whole(i, copy)`, `crop(i, copy, k)` give uint8 views."""

    def __init__(self, folder: Path):
        self.rows, self._where, self._crops = [], [], []
        for s, p in enumerate(sorted(folder.glob('rows-*.jsonl'))):
            n = p.stem.split('-')[1]
            self._crops.append(np.load(folder / f'crops-{n}.npy', mmap_mode='r'))
            for k, line in enumerate(open(p)):
                self.rows.append(json.loads(line))
                self._where.append((s, k))

        self._pairs = [np.load(p, mmap_mode='r') for p in sorted(folder.glob('pairs-*.npy'))]
        self.pairs = sum(len(p) for p in self._pairs)

    def pair(self, i: int) -> np.ndarray:
        """uint8 [2, 256, 256, 3]: a real crop and its reconstruction."""
        for p in self._pairs:
            if i < len(p):
                return p[i]
            i -= len(p)
        raise IndexError(i)

    def crop(self, i: int, copy: int, which: int) -> np.ndarray:
        s, k = self._where[i]
        return self._crops[s][k, copy * 2 + which]


class Sampler:
    """Draws image indices from the training folds."""

    def __init__(self, rows: list[dict], holdout: int | None, seed: int):
        self.rng = np.random.default_rng(seed)
        by: dict[str, dict[int, list[int]]] = {}
        for i, r in enumerate(rows):
            if r['fold'] != holdout:
                by.setdefault(r['repo'], {}).setdefault(r['label'], []).append(i)
        self.paired = [v for v in by.values() if len(v) == 2]
        self.single = {c: [v[c] for v in by.values() if len(v) == 1 and c in v] for c in (0, 1)}
        # between places the square root of their size: neither drowned by the large nor worn out on the tiny
        self.weights = {c: self._normal([len(v) ** 0.5 for v in self.single[c]]) for c in (0, 1)}
        self.pair_weights = self._normal([min(len(v[0]), len(v[1])) ** 0.5 for v in self.paired])

    @staticmethod
    def _normal(w: list[float]) -> np.ndarray:
        a = np.array(w, float)
        return a / a.sum() if len(a) else a

    def draw(self, label: int | None = None) -> tuple[int, int]:
        """-> image index, label (drawn, unless it is given)."""
        if label is None:
            label = int(self.rng.integers(2))
        if self.paired and (self.rng.random() < PAIRED_SHARE or not self.single[label]):
            pool = self.paired[self.rng.choice(len(self.paired), p=self.pair_weights)][label]
        else:
            pool = self.single[label][self.rng.choice(len(self.single[label]), p=self.weights[label])]
        return int(pool[self.rng.integers(len(pool))]), label


def distort(a: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The degradation lottery of training, the same for both classes; uint8 in, uint8 out."""
    im = Image.fromarray(a)
    if rng.random() < 0.12:
        im = restyle(im, rng)
    if rng.random() < 0.12:
        im = im.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.5)))
    if rng.random() < 0.10:
        f = rng.uniform(0.5, 0.9)
        w, h = im.size
        im = im.resize((int(w * f), int(h * f)), Image.BILINEAR).resize((w, h), Image.BICUBIC)
    x = np.asarray(im)
    if rng.random() < 0.25:
        y = x.astype(np.float32)
        if rng.random() < 0.2:
            y = np.repeat(y.mean(2, keepdims=True), 3, 2)     # black and white
        y = (y - 128) * rng.uniform(0.8, 1.25) + 128 + rng.uniform(-20, 20)
        x = np.clip(y, 0, 255).astype(np.uint8)
    if rng.random() < 0.10:
        x = np.clip(x + rng.normal(0, rng.uniform(1, 6), x.shape), 0, 255).astype(np.uint8)
    if rng.random() < 0.45:
        buffer = io.BytesIO()
        kind, low = ('JPEG', 40) if rng.random() < 0.75 else ('WEBP', 45)
        Image.fromarray(x).save(buffer, kind, quality=int(rng.integers(low, 96)))
        x = np.asarray(Image.open(io.BytesIO(buffer.getvalue())).convert('RGB'))
    return x


def take(a: np.ndarray, rng: np.random.Generator, side: int = CROP_SIDE) -> np.ndarray:
    """A square of `side` px out of a stored crop: half the time on the 8 px grid of its encoding, half anywhere."""
    room = a.shape[0] - side
    x, y = (int(v) for v in rng.integers(0, room + 1, 2))
    if rng.random() < 0.5:
        x, y = x // 8 * 8, y // 8 * 8
    return a[y:y + side, x:x + side]


def to_tensor(views: list[np.ndarray]) -> torch.Tensor:
    """uint8 [H, W, 3] views -> float32 [N, 3, H, W], grey levels, channels_last."""
    x = torch.from_numpy(np.stack(views)).permute(0, 3, 1, 2).float()
    return x.contiguous(memory_format=torch.channels_last)


def aligned(cache: Cache, rng: np.random.Generator, pairs: int, side: int = CROP_SIDE) -> tuple[list[np.ndarray], list[int]]:
    """Crops and labels of `pairs` aligned pairs; both crops of a pair are cut and distorted by the same draws."""
    views: list[np.ndarray] = []
    for _ in range(pairs):
        both, seed = cache.pair(int(rng.integers(cache.pairs))), int(rng.integers(2 ** 31))
        for crop in both:
            same = np.random.default_rng(seed)
            v = distort(np.ascontiguousarray(take(crop, same, side)), same)
            views.append(v[:, ::-1] if same.random() < 0.5 else v)
    return views, [0, 1] * pairs


def batch(cache: Cache, sampler: Sampler, size: int, side: int = CROP_SIDE) -> tuple[torch.Tensor, torch.Tensor]:
    """One training batch of native crops of `side` px: pixels, labels."""
    rng, views, labels = sampler.rng, [], []
    if cache.pairs:
        views, labels = aligned(cache, rng, round(size * ALIGNED_SHARE / 2), side)
    while len(views) < size:
        i, label = sampler.draw()
        v = distort(np.ascontiguousarray(take(cache.crop(i, int(rng.integers(2)), int(rng.integers(2))), rng, side)), rng)
        views.append(v[:, ::-1] if rng.random() < 0.5 else v)
        labels.append(label)
    return to_tensor(views), torch.tensor(labels, dtype=torch.float32)

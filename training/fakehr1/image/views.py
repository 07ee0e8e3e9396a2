"""What the model looks at: one squashed whole view and native-resolution crops. Twin of workers/image/views.ts.

Crops are chosen by texture on a lattice of 32 px, so that block sums are exact integers in both languages:
slot 0 the most textured place (the model sees it at once), slot 1 the least textured that is not flat, slot 2 the centre (these
three are measured), slot 3 and those behind it places of a 3x3 grid, each the farthest from all chosen before. A model that thinks sees four.
Images smaller than a crop are padded by reflection, never enlarged.
"""
from dataclasses import dataclass

import numpy as np

from .resample import resize

GLOBAL_SIDE = 224   # px, input side of CLIP ViT-B/16
CROP_SIDE = 224     # px; 28 JPEG blocks, so crops keep the grid's phase
BLOCK = 32          # px, lattice of crop positions and unit of the texture sums
FAST_CROPS = 1      # seen at once
MEASURED_CROPS = 3  # that the measurements read
SLOW_CROPS = 4      # seen when the model thinks
FLAT_GRADIENT = 2.0  # mean |dx| + |dy| in grey levels under which a place counts as flat


@dataclass(frozen=True)
class Views:
    """`whole` uint8 [224, 224, 3]; `crops` uint8 [K, 224, 224, 3]; `positions` int [K, 2] as x, y in the padded image."""
    whole: np.ndarray
    crops: np.ndarray
    positions: np.ndarray
    textures: np.ndarray  # mean gradient of slots 0 and 1, grey levels per pixel


def luma(rgb: np.ndarray) -> np.ndarray:
    """Integer luma (BT.601, 8 bit): int32 [H, W]."""
    c = rgb.astype(np.int32)
    return (77 * c[..., 0] + 150 * c[..., 1] + 29 * c[..., 2]) >> 8


def reflect_index(i: np.ndarray, n: int) -> np.ndarray:
    """Index into a line of n pixels continued by reflection without repeating the edge."""
    if n == 1:
        return np.zeros_like(i)
    period = 2 * (n - 1)
    m = np.mod(i, period)
    return np.where(m < n, m, period - m)


def pad_to_crop(rgb: np.ndarray, side: int = CROP_SIDE) -> np.ndarray:
    """Pads to at least side x side by reflection; the image stands in the middle."""
    h, w = rgb.shape[:2]
    if h >= side and w >= side:
        return rgb
    H, W = max(h, side), max(w, side)
    ys = reflect_index(np.arange(H) - (H - h) // 2, h)
    xs = reflect_index(np.arange(W) - (W - w) // 2, w)
    return rgb[ys][:, xs]


def block_texture(rgb: np.ndarray) -> np.ndarray:
    """Sum of |dx| + |dy| of the luma in blocks of 32 x 32: int64 [H // 32, W // 32].

    Differences to the right and lower neighbour; the last column and row of the image count 0.
    """
    y = luma(rgb)
    g = np.zeros_like(y)
    g[:, :-1] += np.abs(y[:, 1:] - y[:, :-1])
    g[:-1] += np.abs(y[1:] - y[:-1])
    bh, bw = y.shape[0] // BLOCK, y.shape[1] // BLOCK
    return g[:bh * BLOCK, :bw * BLOCK].reshape(bh, BLOCK, bw, BLOCK).sum((1, 3), dtype=np.int64)


def crop_positions(rgb: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Places of the first `count` crops of an image already padded: int [count, 2] (x, y), and two mean gradients."""
    h, w = rgb.shape[:2]
    t = block_texture(rgb)
    n = CROP_SIDE // BLOCK
    s = np.zeros((t.shape[0] + 1, t.shape[1] + 1), np.int64)
    s[1:, 1:] = t.cumsum(0).cumsum(1)
    sums = s[n:, n:] - s[:-n, n:] - s[n:, :-n] + s[:-n, :-n]     # window sums, [rows, columns] of lattice places
    area = CROP_SIDE * CROP_SIDE
    flat = sums.reshape(-1)
    rich = int(flat.argmax())                                     # the first maximum, row by row
    allowed = flat >= int(FLAT_GRADIENT * area)
    poor = int(np.where(allowed, flat, np.iinfo(np.int64).max).argmin()) if allowed.any() else rich
    place = lambda i: ((i % sums.shape[1]) * BLOCK, (i // sums.shape[1]) * BLOCK)
    centre = (((w - CROP_SIDE) // 2) // 8 * 8, ((h - CROP_SIDE) // 2) // 8 * 8)
    chosen = [place(rich), place(poor), centre]
    grid = [(((w - CROP_SIDE) * i // 2) // 8 * 8, ((h - CROP_SIDE) * j // 2) // 8 * 8) for j in range(3) for i in range(3)]
    while len(chosen) < count:
        distance = [min((gx - x) ** 2 + (gy - y) ** 2 for x, y in chosen) for gx, gy in grid]
        chosen.append(grid[int(np.argmax(distance))])
    return np.array(chosen[:count]), np.array([flat[rich] / area, flat[poor] / area])


def make_views(rgb: np.ndarray, count: int) -> Views:
    """Views of uint8 [H, W, 3]. Equal places are cut twice here; the worker computes them once."""
    whole = resize(rgb, GLOBAL_SIDE, GLOBAL_SIDE)
    padded = pad_to_crop(rgb)
    positions, textures = crop_positions(padded, count)
    crops = np.stack([padded[y:y + CROP_SIDE, x:x + CROP_SIDE] for x, y in positions])
    return Views(whole, crops, positions, textures)

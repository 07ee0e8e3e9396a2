"""Seeded test pictures from integer arithmetic alone. Twin of workers/image/synthetic.ts.

Used by the golden files and by the engine's self-test, so that no picture needs to be stored or decoded.
"""
import numpy as np


def _xorshift32(seed: int, count: int) -> np.ndarray:
    """The first `count` states after `seed` (not 0), uint32."""
    out = np.empty(count, np.uint32)
    s = seed & 0xFFFFFFFF
    for i in range(count):
        s ^= (s << 13) & 0xFFFFFFFF
        s ^= s >> 17
        s ^= (s << 5) & 0xFFFFFFFF
        out[i] = s
    return out


def synthetic(seed: int, width: int, height: int) -> np.ndarray:
    """uint8 [height, width, 3]: gradients with a faint 8 px grid and noise, a disc, a checkerboard, a flat corner."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    noise = ((_xorshift32(seed, width * height * 3) >> 8) & 15).astype(np.int64).reshape(height, width, 3) - 8
    grid = ((x >> 3) + (y >> 3)) & 3
    rgb = np.stack([255 * x // width, 255 * y // height, 255 * (x + y) // (width + height)], 2)
    dx, dy, r = x - width // 3, y - height // 2, min(width, height) // 4
    rgb[dx * dx + dy * dy < r * r] = (200, 60, 40)
    rgb = rgb + grid[..., None] + noise
    checker = (x > width * 2 // 3) & (y > height * 2 // 3)
    rgb[checker] = ((((x >> 2) + (y >> 2)) & 1) * 255)[checker][:, None]
    rgb[(x < width // 4) & (y < height // 4)] = 128
    return np.clip(rgb, 0, 255).astype(np.uint8)

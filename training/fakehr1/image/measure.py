"""Measurements of an image: what the evidence tokens and the text may speak of. Twin of workers/image/measure.ts.

All are taken from the three fast crops (native pixels) and the whole view, in float64. They describe the file's
history as much as its origin (docs/decisions/0003-measurements.md); each is judged only against real images of the
same compression group. Percentiles are nearest-rank: sorted[floor(q * (n - 1) + 0.5)].
"""
import numpy as np

from .views import MEASURED_CROPS, Views

MEASUREMENTS = (
    ('noise', 'noise level'),                     # log2 of Immerkaer's sigma, grey levels
    ('noise_vs_brightness', 'noise against brightness'),  # Pearson r of block noise and block mean
    ('noise_evenness', 'evenness of the noise'),  # log2 p90 / p10 of block noise
    ('detail_slope', 'fall-off of detail'),       # slope of log2 octave energy (Haar), octaves 1 to 4
    ('fine_detail', 'finest detail'),             # log2 energy octave 1 / octave 2
    ('compression', 'compression grid'),          # log2 step at the 8 px grid / steps elsewhere
    ('pixel_pairing', 'pairing of pixels'),       # |log2 steps inside even pairs / between pairs|
    ('mosaic', 'camera mosaic'),                  # |log2 residual of green at even / odd sites|
    ('clipped', 'share of clipped tones'),          # log2 share of pixels at 0..1 or 254..255 of the whole view
    ('saturation', 'colour saturation'),          # mean (max - min) / max of the whole view
    ('smooth_area', 'share of smooth areas'),       # share of 8 x 8 blocks with deviation under 1.5 grey levels
    ('texture_contrast', 'contrast of rich and poor texture'),  # log2 gradient slot 0 / slot 1
    ('colour_noise', 'colour noise'),             # log2 residual of Cr-like / of luma
)
IDS = tuple(m[0] for m in MEASUREMENTS)
NOISE_BLOCK = 16     # px
SMOOTH_BLOCK = 8     # px, a JPEG block
SMOOTH_DEVIATION = 1.5
EPS = 1e-3           # keeps logarithms finite on flat pixels, grey levels


def _laplacian(y: np.ndarray) -> np.ndarray:
    """|response| of Immerkaer's mask [[1,-2,1],[-2,4,-2],[1,-2,1]], [H-2, W-2]."""
    r = y[:, :-2] - 2 * y[:, 1:-1] + y[:, 2:]
    return np.abs(r[:-2] - 2 * r[1:-1] + r[2:])


def _percentile(v: np.ndarray, q: float) -> float:
    s = np.sort(v)
    return float(s[int(np.floor(q * (len(s) - 1) + 0.5))])


def _blocks(a: np.ndarray, side: int) -> np.ndarray:
    h, w = a.shape[0] // side, a.shape[1] // side
    return a[:h * side, :w * side].reshape(h, side, w, side).transpose(0, 2, 1, 3).reshape(h * w, side * side)


def _haar_energies(y: np.ndarray) -> np.ndarray:
    """Mean squared Haar detail of octaves 1 to 4 (orthonormal up to the factor 1/2 per step)."""
    out = []
    for _ in range(4):
        h, w = y.shape[0] // 2 * 2, y.shape[1] // 2 * 2
        a, b, c, d = y[:h:2, :w:2], y[:h:2, 1:w:2], y[1:h:2, :w:2], y[1:h:2, 1:w:2]
        out.append(float(np.mean((a - b + c - d) ** 2 + (a + b - c - d) ** 2 + (a - b - c + d) ** 2)) / 16)
        y = (a + b + c + d) / 4
    return np.array(out)


def _steps(y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean |second difference| by column and by row phase modulo 8: two arrays of 8."""
    dx = np.abs(y[:, :-3] - 3 * y[:, 1:-2] + 3 * y[:, 2:-1] - y[:, 3:]).mean(0)   # step between columns x+1 and x+2
    dy = np.abs(y[:-3] - 3 * y[1:-2] + 3 * y[2:-1] - y[3:]).mean(1)
    phase = lambda d: np.array([d[np.arange(len(d)) % 8 == p].mean() for p in range(8)])
    return phase(dx), phase(dy)


def _pairing(y: np.ndarray) -> float:
    """Steps inside even pairs against steps between pairs, both directions, signed log2."""
    dx = np.abs(y[:, 1:] - y[:, :-1]).mean(0)
    dy = np.abs(y[1:] - y[:-1]).mean(1)
    ratio = lambda d: np.log2((d[0::2].mean() + EPS) / (d[1::2].mean() + EPS))
    return float((abs(ratio(dx)) + abs(ratio(dy))) / 2)


def _mosaic(green: np.ndarray) -> float:
    r = np.abs(green[1:-1, 1:-1] - (green[:-2, 1:-1] + green[2:, 1:-1] + green[1:-1, :-2] + green[1:-1, 2:]) / 4)
    odd = (np.add.outer(np.arange(r.shape[0]), np.arange(r.shape[1])) % 2).astype(bool)
    return float(abs(np.log2((r[~odd].mean() + EPS) / (r[odd].mean() + EPS))))


def measure(views: Views) -> np.ndarray:
    """Evidence vector, float64 [13], in the order of MEASUREMENTS."""
    crops = views.crops[:MEASURED_CROPS].astype(np.float64)
    ys = [0.299 * c[..., 0] + 0.587 * c[..., 1] + 0.114 * c[..., 2] for c in crops]
    laps = [_laplacian(y) for y in ys]
    sigma = np.mean([np.sqrt(np.pi / 2) * l.mean() / 6 for l in laps])
    block_noise = np.concatenate([_blocks(l, NOISE_BLOCK).mean(1) for l in laps])
    block_mean = np.concatenate([_blocks(y[1:-1, 1:-1], NOISE_BLOCK).mean(1) for y in ys])
    dn, dm = block_noise - block_noise.mean(), block_mean - block_mean.mean()
    correlation = float((dn * dm).sum() / (np.sqrt((dn ** 2).sum() * (dm ** 2).sum()) + 1e-9))
    evenness = np.log2((_percentile(block_noise, 0.9) + EPS) / (_percentile(block_noise, 0.1) + EPS))
    octaves = np.log2(np.mean([_haar_energies(y) for y in ys], 0) + EPS)
    slope = float(((np.arange(4) - 1.5) * octaves).sum() / 5.0)
    grid = []
    for y in ys:
        for p in _steps(y):
            # The step between pixels 7 and 8 of a block is at index 6: it joins columns x+1 = 7 and x+2 = 8.
            grid.append((p[6] + EPS) / ((p.sum() - p[6]) / 7 + EPS))
    whole = views.whole.astype(np.float64)
    clipped = float(((views.whole <= 1) | (views.whole >= 254)).all(2).mean())
    top, low = whole.max(2), whole.min(2)
    saturation = float(np.where(top > 0, (top - low) / np.maximum(top, 1), 0).mean())
    deviation = np.concatenate([_blocks(y, SMOOTH_BLOCK).std(1) for y in ys])
    colour = np.mean([_laplacian(c[..., 0] - y).mean() for c, y in zip(crops, ys)])
    luma_noise = np.mean([l.mean() for l in laps])
    return np.array([
        np.log2(sigma + EPS),
        correlation,
        evenness,
        slope,
        octaves[0] - octaves[1],
        np.log2(np.mean(grid)),
        np.mean([_pairing(y) for y in ys]),
        np.mean([_mosaic(c[..., 1]) for c in crops]),
        np.log2(clipped + 1e-4),
        saturation,
        float((deviation < SMOOTH_DEVIATION).mean()),
        np.log2((views.textures[0] + EPS) / (views.textures[1] + EPS)),
        np.log2((colour + EPS) / (luma_noise + EPS)),
    ])

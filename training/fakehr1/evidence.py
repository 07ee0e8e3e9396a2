"""From measurements to bins: the twin of workers/engine/prompt.ts.

Bounds are the 5th, 25th, 75th and 95th percentile of held-out real images of the same compression group, so "far out"
means: rarer than one real picture in twenty with this much compression.
"""
import numpy as np

from .image.measure import IDS

PERCENTILES = (0.05, 0.25, 0.75, 0.95)
TIE = 1e-9             # many pictures share the floor of a measurement: ties go to the middle bin
COMPRESSION = IDS.index('compression')


def group_of(value: float, bounds: list[float]) -> int:
    """Compression group: number of bounds at or below the value."""
    return int(sum(b <= value for b in bounds))


def bin_of(v: float, b: list[float]) -> int:
    if v < b[0] - TIE:
        return 0
    if v > b[3] + TIE:
        return 4
    if v < b[1] - TIE:
        return 1
    return 3 if v > b[2] + TIE else 2


def logit_bin(z: float, bounds: list[float]) -> int:
    """Bin of a crop or detector logit: number of bounds at or below it."""
    return int(sum(b <= z for b in bounds))


def bins(evidence: np.ndarray, pre: dict) -> list[int]:
    """Evidence vector [13] -> 13 bins, by the manifest's `preprocessing` section."""
    g = group_of(evidence[COMPRESSION], pre['compressionBounds'])
    return [bin_of(float(v), m['bounds'][g]) for v, m in zip(evidence, pre['measurements'])]


def fit_bounds(evidence: np.ndarray) -> dict:
    """Manifest entries from measurements [N, 13] of real images."""
    cuts = [float(q) for q in np.quantile(evidence[:, COMPRESSION], (1 / 3, 2 / 3))]
    group = np.array([group_of(v, cuts) for v in evidence[:, COMPRESSION]])
    table = [[[float(q) for q in np.quantile(evidence[group == g, k], PERCENTILES)] for g in range(3)] for k in range(len(IDS))]
    return dict(compressionBounds=cuts, bounds=table)

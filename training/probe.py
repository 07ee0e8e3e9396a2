"""The leak probe: what tells the classes apart without looking at pixels?

    python -m training.probe --cache training/runs/cache

Fits a small classifier on each feature group of the canonical copies, in folds by repository, and prints its AUC.
Over 0.60 in any group the training would measure the leak: the command then ends with status 1 and the run must not start.
`--raw` shows the same for the originals, as a warning of what canonicalisation has to remove.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from .fakehr1.data.index import FOLDS
from .fakehr1.metrics import auc

LIMIT = 0.60
CODINGS = ('png', 'jpeg', 'webp')


def groups(rows: list[dict], copy: int, raw: bool) -> dict[str, np.ndarray]:
    """Feature matrices [N, F] by group name."""
    if raw:
        size = [(r['width'], r['height'], r['width'] / r['height']) for r in rows]
        return {'original size': np.array(size, float), 'original format': np.array([[hash(r['format']) % 97] for r in rows], float)}
    c = [r['copies'][copy] for r in rows]
    return {
        'size of the copy': np.array([(k['width'], k['height'], min(k['width'], k['height'])) for k in c], float),
        'aspect of the copy': np.array([[k['width'] / k['height']] for k in c], float),
        'coding and quality': np.array([(CODINGS.index(k['coding']), k['quality']) for k in c], float),
        'mean colour': np.array([k['mean'] for k in c], float),
    }


def probe(x: np.ndarray, y: np.ndarray, fold: np.ndarray, weight: np.ndarray) -> float:
    """AUC of out-of-fold scores, folds by repository."""
    scores = np.zeros(len(y))
    for f in range(FOLDS):
        out = fold == f
        if len(set(y[~out])) < 2 or not out.any():
            continue
        m = HistGradientBoostingClassifier(max_iter=60, max_leaf_nodes=8, random_state=0)
        m.fit(x[~out], y[~out], sample_weight=weight[~out])
        scores[out] = m.predict_proba(x[out])[:, 1]
    return auc(scores, y)


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--cache', type=Path, required=True)
    a.add_argument('--raw', action='store_true')
    a.add_argument('--limit', type=float, default=LIMIT, help='only for runs that prove nothing (training.smoke)')
    o = a.parse_args()
    rows = [json.loads(line) for p in sorted(o.cache.glob('rows-*.jsonl')) for line in open(p)]
    y, fold = np.array([r['label'] for r in rows]), np.array([r['fold'] for r in rows])
    count: dict[str, int] = {}
    for r in rows:
        count[r['repo']] = count.get(r['repo'], 0) + 1
    weight = np.array([count[r['repo']] ** -0.5 for r in rows])
    worst = 0.0
    print(f'{len(rows)} images, {len(count)} repositories; AUC out of fold, limit {o.limit}')
    for name, x in groups(rows, 0, o.raw).items():
        value = probe(x, y, fold, weight)
        worst = max(worst, value)
        print(f'  {name:20s} {value:.3f}')
    if worst > o.limit and not o.raw:
        sys.exit(f'leak: {worst:.3f} > {o.limit}')


if __name__ == '__main__':
    main()

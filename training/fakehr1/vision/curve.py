"""What more places bring, and whether the bound stays: the linear head fitted to 1, 2, ... of the other folds, measured on each fold. And
what comes of other weights for the pictures of recent generators (head.RECENT).

    python -m training.fakehr1.vision.curve --states training/runs/states4

A release ships heads fitted to every fold with bins and bands that were found on one fold with heads that left it out (docs/decisions/0015).
That is right if the logit which 2 % of the real pictures of unseen places reach stays where it is when places are added: the last column.
The first copy of each picture.
"""
import argparse
from itertools import combinations
from pathlib import Path

import numpy as np
import torch

from ..metrics import auc, paired
from .head import NAMES, STRENGTH, TABLE, fit, found, line, load, out_of_fold, select

RECENT_WEIGHTS = (1, 2, 4)


def measured(x: np.ndarray, rows: list[dict], count: int) -> np.ndarray:
    """x [N, F] -> [M, 4] pooled AUC, paired AUC, AI pictures found, bound: of each fold by each `count` of the others."""
    fold, y = np.array([r['fold'] for r in rows]), np.array([r['label'] for r in rows])
    out = []
    for k in sorted(set(fold)):
        at = fold == k
        for chosen in combinations(sorted(set(fold) - {k}), count):
            use = np.flatnonzero(np.isin(fold, chosen))
            z = fit(x[use], [rows[i] for i in use], STRENGTH).logits(x[at])
            out.append((auc(z, y[at]), paired(z, y[at], [r['repo'] for r, own in zip(rows, at) if own])[0], *found(z, y[at])))
    return np.array(out)


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--states', type=Path, required=True)
    o = a.parse_args()
    torch.set_num_threads(1)
    states, rows = load(o.states)
    x = select(states[:, 0], TABLE[NAMES['global']])
    for today in RECENT_WEIGHTS:
        z = out_of_fold(x, rows, lambda part, of, beside: fit(part, of, STRENGTH, beside, today).logits)
        print(line(f'recent generators weigh {today}', z, rows), flush=True)
    for count in range(1, len({r['fold'] for r in rows})):
        got = measured(x, rows, count)
        pooled, inside, share, bound = np.nanmean(got, 0)
        print(f'{count} of the other folds: pooled {pooled:.3f}  paired {inside:.3f}  found {100 * share:.1f} %  bound {bound:.2f} '
              f'({len(got)} fits, deviation {got[:, 3].std():.2f})', flush=True)


if __name__ == '__main__':
    main()

"""What a view between the whole picture and a native crop tells: a crop of the picture scaled to twice the whole view's size.

    python -m training.fakehr1.vision.states --part middle --copies 3 --out training/runs/middle ...
    python -m training.fakehr1.vision.middle --states training/runs/states4 --middle training/runs/middle

Both folders hold the same copy of the same pictures, as far as the second goes. Every fold of places is left out in turn, for linear and bent heads on
two of the views and on all three.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

from .head import STRENGTH, bent, left_out, line, load, out_of_fold, select
from .model import STATE_PARTS

VIEWS = {'whole view and crop': (0, 1), 'whole view and middle': (0, 2), 'all three': (0, 1, 2)}


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--states', type=Path, required=True)
    a.add_argument('--middle', type=Path, required=True)
    a.add_argument('--jobs', type=int, default=1, help='folds at a time')
    o = a.parse_args()
    torch.set_num_threads(1)
    (both, of), (middle, rows) = load(o.states), load(o.middle)
    at = {r['id']: i for i, r in enumerate(of)}
    there = [i for i, r in enumerate(rows) if r['id'] in at]
    rows = [rows[i] for i in there]
    states = np.concatenate([both[[at[r['id']] for r in rows], 0], middle[there, 0]], 1)
    print(f'{len(rows)} pictures of {len({r["repo"] for r in rows})} repositories')
    for name, views in VIEWS.items():
        x = select(states, [(v, k, b) for v in views for k, b in STATE_PARTS])
        print(line(f'{name}, linear', left_out(x, rows, STRENGTH), rows), flush=True)
        print(line(f'{name}, bent', out_of_fold(x, rows, bent, jobs=o.jobs), rows), flush=True)


if __name__ == '__main__':
    main()

"""Does thinking pay? The three modes on held-out pictures, in the form of the paper's Table 1 and Figure 5.

    python -m training.score --bundle public/models/fake-hr1-nano --run training/runs                  (mode answer)
    python -m training.score --bundle public/models/fake-hr1-nano --run training/runs --mode explain
    python -m training.thinking --run training/runs

`auto` is put together from both runs: of each picture the answer of the mode that its gate chooses. Only pictures that both runs
scored count. Accuracy is of the answer word, balanced over both classes; thresholds of the bands play no part in it. AUC is of the verdict's logit; the
last two columns are the shares above the bound of "Likely AI-generated" (before a reasoning that argues against it sets it aside).
"""
import argparse
import json
from pathlib import Path

import numpy as np

from .fakehr1.metrics import auc
from .fakehr1.subject import likely_from


def balanced(right: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean([right[y == c].mean() for c in (0, 1)])) if len({*y.tolist()}) == 2 else float('nan')


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--name', default='held')
    o = a.parse_args()
    v = json.loads((o.run / 'verdict.json').read_text())
    read = lambda tail: {(r['id'], r['variant']): r for r in map(json.loads, open(o.run / f'scores-{o.name}{tail}.jsonl'))}
    answer, explain = read(''), read('-explain')
    keys = [k for k in answer if k in explain]
    y = np.array([answer[k]['label'] for k in keys])
    raw = lambda rows: np.array([rows[k]['language'] + v['beta'] * rows[k]['detector'] for k in keys])
    bound = np.array([likely_from(answer[k], v) for k in keys])
    at_once, considered = raw(answer), raw(explain)
    tokens = lambda rows: np.array([rows[k]['tokens'] for k in keys])
    thinks = np.array([answer[k]['p_think'] >= v['gate'] for k in keys])
    quick, long = (at_once > 0) == y, (considered > 0) == y
    quick_tokens, long_tokens = tokens(answer), tokens(explain)
    chosen = lambda long, quick: np.where(thinks, long, quick)
    modes = {'answer': (quick, quick_tokens, at_once), 'auto': (chosen(long, quick), chosen(long_tokens, quick_tokens), chosen(considered, at_once)),
             'explain': (long, long_tokens, considered)}
    print(f'{len(keys)} scored copies, {y.mean():.0%} AI; auto thinks on {thinks.mean():.1%}')
    print(f"{'mode':8s} {'balanced accuracy':>18s} {'real right':>11s} {'AI right':>9s} {'tokens, mean':>13s} {'AUC':>6s} {'real called AI':>15s} {'AI called AI':>13s}")
    for name, (right, count, z) in modes.items():
        likely = v['a'] * z + v['b'] >= bound
        print(f'{name:8s} {balanced(right, y):18.3f} {right[y == 0].mean():11.3f} {right[y == 1].mean():9.3f} {count.mean():13.1f} {auc(z, y):6.3f} '
              f'{100 * likely[y == 0].mean():13.1f} % {100 * likely[y == 1].mean():11.1f} %')
    for name, part in (('where it thinks', thinks), ('where it does not', ~thinks)):
        if part.any():
            print(f'{name} ({part.sum()}): at once {balanced(quick[part], y[part]):.3f}, thought through {balanced(long[part], y[part]):.3f}, '
                  f'AUC {auc(at_once[part], y[part]):.3f}, {auc(considered[part], y[part]):.3f}, difference {100 * (balanced(long[part], y[part]) - balanced(quick[part], y[part])):+.1f} points')


if __name__ == '__main__':
    main()

"""Plots for docs/, as SVG.

    python -m training.plot hgrpo       --log training/runs/hgrpo/log.jsonl --out docs/plots/hgrpo.svg
    python -m training.plot reliability --scores training/runs/scores-held.jsonl --verdict training/runs/verdict.json --out docs/plots/reliability.svg
"""
import argparse
import json
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use('svg')
from matplotlib import pyplot as plt  # noqa: E402

WINDOW = 15      # steps of the moving mean
BINS = 8         # of the reliability diagram, each with as many pictures
STRATA = ('simple/easy', 'simple/hard', 'explain/easy', 'explain/hard')


def smooth(y: np.ndarray) -> np.ndarray:
    k = min(WINDOW, len(y))
    return np.convolve(y, np.ones(k) / k, 'valid')


def hgrpo(log: Path, out: Path) -> None:
    """Think rate, accuracy of both modes, format and reward by stratum."""
    rows = [json.loads(line) for line in open(log)]
    panels = (('p_think', 'P(think)'), ('accuracy_empty', 'accuracy, at once'), ('accuracy_think', 'accuracy, thinking'), ('reward_think', 'reward, thinking'))
    fig, axes = plt.subplots(1, len(panels), figsize=(13, 3), layout='constrained')
    for ax, (key, title) in zip(axes, panels):
        for s in STRATA:
            steps = sorted({r['step'] for r in rows if r['stratum'] == s})
            mean = np.array([np.mean([r[key] for r in rows if r['stratum'] == s and r['step'] == k]) for k in steps])
            if len(mean):
                y = smooth(mean)
                ax.plot(steps[len(steps) - len(y):], y, label=s, linewidth=1.2)
        ax.set_title(title, fontsize=10)
        ax.set_xlabel('step')
        ax.set_ylim(0, 1.02)
    axes[0].legend(fontsize=7)
    fig.savefig(out)


def reliability(scores: Path, verdict: Path, out: Path) -> None:
    """Calibrated probability against the share that is AI, on the calibrating half; prints the expected calibration error.

    Both classes in equal halves, as the calibration has them: there are more real pictures than AI ones.
    """
    v = json.loads(verdict.read_text())
    rows = [json.loads(line) for line in open(scores)]
    p = np.array([1 / (1 + np.exp(-(v['a'] * (r['language'] + v['beta'] * r['detector']) + v['b']))) for r in rows])
    y = np.array([r['label'] for r in rows])
    w = np.where(y == 1, 0.5 / (y == 1).sum(), 0.5 / (y == 0).sum())
    parts = np.array_split(np.argsort(p), BINS)
    x, s = ([np.average(v[k], weights=w[k]) for k in parts] for v in (p, y))
    print(f'expected calibration error {sum(w[k].sum() * abs(a - b) for k, a, b in zip(parts, x, s)):.3f} over {len(p)} pictures')
    fig, ax = plt.subplots(figsize=(4, 4), layout='constrained')
    ax.plot([0, 1], [0, 1], color='0.7', linewidth=1)
    ax.plot(x, s, marker='o')
    ax.set_xlabel('calibrated probability of AI')
    ax.set_ylabel('share that is AI')
    fig.savefig(out)


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('what', choices=('hgrpo', 'reliability'))
    a.add_argument('--log', type=Path)
    a.add_argument('--scores', type=Path)
    a.add_argument('--verdict', type=Path)
    a.add_argument('--out', type=Path, required=True)
    o = a.parse_args()
    o.out.parent.mkdir(parents=True, exist_ok=True)
    plt.rcParams['svg.hashsalt'] = 'fake-hr1'      # the same bytes for the same data
    if o.what == 'hgrpo':
        hgrpo(o.log, o.out)
    else:
        reliability(o.scores, o.verdict, o.out)


if __name__ == '__main__':
    main()

"""Everything that is fitted on held-out repositories: the bins, the calibration, the bands.

    python -m training.calibrate detector --run training/runs      after the eyes, before the decoder
    python -m training.calibrate verdict  --run training/runs      after the decoder, on the scores of training.score

Held-out repositories are halved: half 0 teaches (decoder), half 1 calibrates. `detector` reads the feature rows of the teaching places, finds
the measurement bounds and the logit bins, prints what adding crops and measurements to the detector would bring, writes runs/detector.json and
completes the feature rows for the decoder.
`verdict` reads the bundle's scores of half 1 (training.score) and fits beta, Platt scaling and the bands by the false-positive
rate on real images, writes runs/verdict.json. The test split is never touched here.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from .fakehr1 import evidence as ev
from .fakehr1.image.measure import MEASUREMENTS
from .fakehr1.data.index import half_of
from .fakehr1.features import load_head, must_leave_out
from .fakehr1.metrics import auc, paired
from .fakehr1.subject import IN_SCOPE, likely_from

STRENGTH = 0.05            # inverse regularisation of a fusion: 16 weights on a few dozen repositories
EVIDENCE_SCALE = 0.2       # of a standardised measurement beside a logit: unshrunk, they learn the places
SPLITS = 40                # of the places, on which a fusion is tried
TEST_SHARE = 1 / 3         # of the places in a split
BINS = 8
LIKELY_AI_RATE = 0.02      # share of held-out real images allowed into "Likely AI-generated"
WORST_REPO_RATE = 0.08     # and in the worst real repository
REPO_MIN = 20              # real images a repository needs to be judged as one
NO_TRACES_RECALL = 0.10    # share of held-out AI images allowed into "No AI traces found"
SURVIVAL_POINTS = (0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02, 0.015, 0.01, 0.005)
THINK_SHARE = (0.07, 0.93)  # of easy at least, of hard at most, under a simple question: the bar is 5 to 95 %, with room for other places


def read_features(run: Path, name: str) -> tuple[dict[str, np.ndarray], list[dict]]:
    """Feature rows with the heads applied: `state` of whole view and first crop, standardised; `global_logit`; `crop_logits`."""
    z = np.load(run / 'features' / f'{name}.npz')
    f = {k: z[k] for k in z.files}
    whole, crop = (load_head(run / b / 'final.pt') for b in ('global', 'crop'))
    crops = torch.from_numpy(f['crop_states']).float()
    with torch.no_grad():
        state = whole.standardise(torch.cat([torch.from_numpy(f['whole_state']).float(), crops[:, 0]], 1))
        f['state'], f['global_logit'] = state.half().numpy(), whole.logit(state).numpy()
        f['crop_logits'] = crop.logit(crops.flatten(0, 1)).reshape(crops.shape[:2]).numpy()
    return f, [json.loads(line) for line in open(run / 'features' / f'{name}.jsonl')]


def weights(rows: list[dict]) -> np.ndarray:
    """Places, not images: weight by the inverse root of the repository's size; classes in equal halves."""
    count: dict[str, int] = {}
    for r in rows:
        count[r['repo']] = count.get(r['repo'], 0) + 1
    w = np.array([count[r['repo']] ** -0.5 for r in rows])
    y = np.array([r['label'] for r in rows])
    for c in (0, 1):
        w[y == c] /= w[y == c].sum()
    return w / w.mean()


def fusions(f: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What a detector could read, [N, F] by name; the first is what it does read."""
    z, c = f['global_logit'][:, None], f['crop_logits'].astype(np.float64)
    e = EVIDENCE_SCALE * (f['evidence'] - f['evidence'].mean(0)) / f['evidence'].std(0).clip(1e-3)
    crops = np.column_stack([c.mean(1), np.log(np.exp(c).mean(1))])
    parts = {'global branch': [z], 'with the first crop': [z, c[:, :1]], 'with all crops': [z, crops], 'with measurements': [z, e],
             'with all crops and measurements': [z, crops, e]}
    return {k: np.concatenate(v, 1) for k, v in parts.items()}


def tried(x: np.ndarray, rows: list[dict]) -> dict[int, float]:
    """Of each variant: AUC among places that a logistic regression on x was not fitted on, averaged over SPLITS splits of the places.

    Inside one split at a time: scores of several regressions, each with its own offset, would mix up the order.
    """
    y, variant = (np.array([r[k] for r in rows]) for k in ('label', 'variant'))
    repos, got = sorted({r['repo'] for r in rows}), {}
    for s in range(SPLITS):
        chosen = set(np.random.default_rng(s).permutation(repos)[:max(1, round(len(repos) * TEST_SHARE))])
        test = np.array([r['repo'] in chosen for r in rows])
        if min(len(set(y[test])), len(set(y[~test]))) < 2:
            continue
        m = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x[~test], y[~test], sample_weight=weights([r for r, t in zip(rows, test) if not t]))
        for v in sorted(set(variant)):
            at = test & (variant == v)
            if len(set(y[at])) == 2:
                got.setdefault(v, []).append(auc(m.decision_function(x[at]), y[at]))
    return {v: float(np.mean(a)) for v, a in got.items()}


def with_zero(bounds: np.ndarray) -> list[float]:
    """The bound nearest to 0 becomes 0, so that a bin tells which way a crop leans."""
    b = [float(v) for v in bounds]
    b[int(np.argmin(np.abs(bounds)))] = 0.0
    return sorted(b)


def report(name: str, z: np.ndarray, rows: list[dict]) -> None:
    y = np.array([r['label'] for r in rows])
    for variant in sorted({r['variant'] for r in rows}):
        m = np.array([r['variant'] == variant for r in rows])
        mean, each = paired(z[m], y[m], [r['repo'] for r, k in zip(rows, m) if k])
        print(f'  {name:34s} variant {variant}: pooled {auc(z[m], y[m]):.3f}  paired {mean:.3f}',
              {k: round(v, 2) for k, v in each.items()})


def detector(run: Path, held: str, rest: list[str], earlier: Path | None) -> None:
    f, rows = read_features(run, held)
    must_leave_out(run, rows[0]['fold'])
    print(f'held out: {len(rows)} rows, {len({r["repo"] for r in rows})} repositories')
    report('global branch', f['global_logit'], rows)
    report('first crop', f['crop_logits'][:, 0], rows)
    report('all crops, their mean', f['crop_logits'].mean(1), rows)
    for name, x in fusions(f).items():
        print(f'  {name:34s} mean AUC on other places: ' + '  '.join(f'variant {v}: {a:.4f}' for v, a in tried(x, rows).items()))
    # measurements know nothing of any training: real pictures of the places that the eyes were trained on count, too
    real = [g['evidence'][[r['label'] == 0 for r in own]] for g, own in [(f, rows), *(read_features(run, name) for name in rest)]]
    bounds = ev.fit_bounds(np.concatenate(real).astype(np.float64))
    octiles = [k / BINS for k in range(1, BINS)]
    out = dict(bounds, measurements=[dict(id=i, name=n, bounds=b) for (i, n), b in zip(MEASUREMENTS, bounds['bounds'])],
               cropLogitBounds=with_zero(np.quantile(f['crop_logits'], octiles)),
               detectorLogitBounds=[float(q) for q in np.quantile(f['global_logit'], octiles)])
    if earlier:
        kept = json.loads((earlier / 'detector.json').read_text())
        out |= {k: v for k, v in kept.items() if k not in ('cropLogitBounds', 'detectorLogitBounds')}
    (run / 'detector.json').write_text(json.dumps(out, indent=1))
    print('nine of ten crops lie within', round(float(np.quantile(np.abs(f['crop_logits']), 0.9)), 2), 'of 0')
    for name in [held, *rest]:
        f, _ = read_features(run, name)
        f['evidence_bin'] = np.array([ev.bins(e, out) for e in f['evidence'].astype(np.float64)], np.uint8)
        np.savez(run / 'features' / f'{name}.npz', **f)


def bands(z: np.ndarray, rows: list[dict]) -> dict:
    """Thresholds on the calibrated logit by false-positive rate on real images; see the constants above."""
    y = np.array([r['label'] for r in rows])
    real = np.sort(z[y == 0])[::-1]
    likely = float(real[int(np.floor(LIKELY_AI_RATE * len(real)))]) + 1e-6
    for repo in {r['repo'] for r in rows}:
        own = np.sort(z[np.array([r['repo'] == repo and r['label'] == 0 for r in rows])])[::-1]
        if len(own) >= REPO_MIN:
            likely = max(likely, float(own[int(np.floor(WORST_REPO_RATE * len(own)))]) + 1e-6)
    # pictures named as drawings, renderings or pages need more, if their real ones score higher: style is no evidence
    outside = np.sort([v for v, r in zip(z, rows) if r['label'] == 0 and r.get('kind') not in IN_SCOPE])[::-1]
    apart = max(likely, float(outside[int(np.floor(LIKELY_AI_RATE * len(outside)))]) + 1e-6) if len(outside) >= REPO_MIN else likely
    print(f'{len(outside)} real pictures outside the scope; likely AI from {apart:.2f} there')
    no_traces = min(float(np.quantile(z[y == 1], NO_TRACES_RECALL)), likely)
    survival = [dict(logit=float(np.quantile(real, 1 - s)), share=s) for s in SURVIVAL_POINTS]
    return dict(likelyAi=likely, likelyAiOutside=apart, noTraces=no_traces, realSurvival=survival)


def gate(p: np.ndarray, easy: np.ndarray) -> float:
    """From which P(think) on it thinks: 1/2, unless that would leave a stratum with (nearly) one mode only; then the nearest that does not."""
    few, many = THINK_SHARE
    if (p[easy] >= 0.5).mean() < few:
        return float(np.quantile(p[easy], 1 - few))
    if (p[~easy] >= 0.5).mean() > many:
        return float(np.quantile(p[~easy], 1 - many))
    return 0.5


def verdict(run: Path, name: str) -> None:
    scores = run / f'scores-{name}.jsonl'
    rows = [r for r in map(json.loads, open(scores)) if half_of(r['repo']) == 1]
    y = np.array([r['label'] for r in rows])
    x = np.array([[r['language'], r['detector']] for r in rows])
    fit = LogisticRegression(C=1.0, max_iter=2000).fit(x, y, sample_weight=weights(rows))
    a, c = fit.coef_[0]
    a = max(float(a), 0.02 * float(c))      # the language model may be of little use; it may not count against itself
    beta = float(c) / a
    raw = x[:, 0] + beta * x[:, 1]
    platt = LogisticRegression(C=1e3).fit(raw[:, None], y, sample_weight=weights(rows))
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    z = slope * raw + offset
    report('detector', x[:, 1], rows)
    report('language model', x[:, 0], rows)
    report('verdict', z, rows)
    out = dict(beta=beta, a=slope, b=offset, **bands(z, rows),
               evaluation=dict(set='half of the held-out repositories, as found and degraded', realImages=int((y == 0).sum()),
                               fakeImages=int((y == 1).sum()), command='python -m training.calibrate verdict'))
    p = np.array([r['p_think'] for r in rows])
    easy = np.abs(z) >= np.median(np.abs(z))
    out['gate'] = gate(p, easy)
    thinks = p >= out['gate']
    print(f"gate {out['gate']:.3f} (at 0.5 it would think on {(p >= 0.5)[easy].mean():.1%} of easy, {(p >= 0.5)[~easy].mean():.1%} of hard pictures); "
          f"thinks on {thinks[easy].mean():.1%} of easy, {thinks[~easy].mean():.1%} of hard pictures")
    likely = z >= np.array([likely_from(r, out) for r in rows])
    print(f"beta {beta:.2f} a {slope:.3f} b {offset:.3f}; likely AI from {out['likelyAi']:.2f}: real {likely[y == 0].mean():.3%}, "
          f"AI {likely[y == 1].mean():.1%}; no traces below {out['noTraces']:.2f}: real {(z < out['noTraces'])[y == 0].mean():.1%}")
    (run / 'verdict.json').write_text(json.dumps(out, indent=1))


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('stage', choices=('detector', 'verdict'))
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--held', default='held')
    a.add_argument('--rest', nargs='*', default=['train'])
    a.add_argument('--earlier', type=Path, help='a run whose bounds of the measurements stay: no head has a part in them')
    o = a.parse_args()
    if o.stage == 'detector':
        detector(o.run, o.held, o.rest, o.earlier)
    else:
        verdict(o.run, o.held)


if __name__ == '__main__':
    main()

"""What a picture shows and of which kind it is, read from the global branch by two linear heads, and named only where sure.

    python -m training.fakehr1.subject --run training/runs --data ../shared/data

Kinds tell what the detector was not made for (drawings, renderings, screenshots): they are named on the card, need more
to be called AI, and, with the category, are all that a reasoning may say about content. Both heads are fitted on the pictures of
training.fakehr1.vision.states that are annotated or whose source is of one kind. Out of fold (by repository) it is found, class by class, from which
probability on naming is right nine times of ten. Writes runs/subject.json and prints precision and coverage.
"""
import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from .data.index import FOLDS
from .vision.model import GLOBAL_STATE

KINDS = ('photo', 'art', 'render', 'page')
CATEGORIES = ('person', 'face', 'animal', 'scene', 'object', 'interior', 'artwork', 'food', 'document', 'satellite', 'screenshot', 'other')
KIND_OF_LOOK = dict(photo='photo', illustration='art', painting='art', render='render', scan='page', screenshot='page')
KIND_OF_SOURCE = dict(photo='photo', art='art', render='render', screenshot='page', document='page')   # `look` of more.jsonl
IN_SCOPE = (None, 'photo')   # what the bands were made for; None: not named
PRECISION = 0.90       # of naming, on places that the heads did not see
FEWEST = 16            # named pictures of a class there, else it is never named
PHOTO_SHARE = 0.1      # of the photographs whose source alone says so: there are thousands
NEVER = 1.01           # a threshold that no probability reaches
STRENGTH = 0.003       # inverse of the ridge penalty: more numbers than pictures


def likely_from(r: dict, verdict: dict) -> float:
    """The calibrated logit from which a scored picture is called likely AI: another one for kinds that the bands were not made for."""
    return verdict['likelyAi' if r.get('kind') in IN_SCOPE else 'likelyAiOutside']


def state_of(f: dict[str, np.ndarray]) -> np.ndarray:
    """[N, GLOBAL_STATE]: the standardised state of feature rows (training.calibrate detector has put it there)."""
    return f['state'].astype(np.float64)


def fit(x: np.ndarray, y: np.ndarray, classes: int) -> tuple[np.ndarray, np.ndarray]:
    """Multinomial logistic regression on standardised states, rare classes weighted up by the root -> weight [C, D], bias [C] for states as given.

    Classes without a picture get a bias that never wins.
    """
    mean, std = x.mean(0), x.std(0) + 1e-6
    count = np.bincount(y, minlength=classes)
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit((x - mean) / std, y, sample_weight=count[y] ** -0.5 * len(y) ** 0.5)
    weight, bias = np.zeros((classes, x.shape[1])), np.full(classes, -30.0)
    if len(model.classes_) == 2:      # one row for two classes
        weight[model.classes_[1]], bias[model.classes_[1]], bias[model.classes_[0]] = model.coef_[0], model.intercept_[0], 0.0
    else:
        weight[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    weight = weight / std
    return weight, bias - weight @ mean


def probabilities(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    z = x @ np.asarray(weight).T + np.asarray(bias)
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def thresholds(p: np.ndarray, y: np.ndarray) -> list[float]:
    """Of each class: the lowest probability from which on naming the likeliest class is right in PRECISION of the cases."""
    top, out = p.argmax(1), []
    for c in range(p.shape[1]):
        named = np.flatnonzero(top == c)
        order = named[np.argsort(-p[named, c])]
        right = np.cumsum(y[order] == c) / np.arange(1, len(order) + 1)
        good = [k for k in range(FEWEST - 1, len(order)) if right[k] >= PRECISION]
        out.append(float(p[order[good[-1]], c]) if good else NEVER)
    return out


def pick(p: np.ndarray, entries: list[dict]) -> str | None:
    """Id of the likeliest class where it is sure enough to be named. p: probabilities [C]."""
    k = int(np.argmax(p))
    return entries[k]['id'] if p[k] >= entries[k]['threshold'] else None


def name(state: np.ndarray, fitted: dict) -> tuple[str | None, str | None]:
    """Standardised state [GLOBAL_STATE] -> (category, kind), each None where the head is not sure."""
    return tuple(pick(probabilities(state, fitted[k]['weight'], fitted[k]['bias']), fitted[k]['classes']) for k in ('categories', 'kinds'))


def untrained() -> dict:
    """A stand-in for runs/subject.json that names nothing."""
    empty = lambda ids: dict(weight=np.zeros((len(ids), GLOBAL_STATE)).tolist(), bias=[0.0] * len(ids), classes=[dict(id=i, threshold=NEVER) for i in ids])
    return dict(kinds=empty(KINDS), categories=empty(CATEGORIES))


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, required=True)
    o = a.parse_args()
    from .features import load_head      # features.py reads this module's names
    from .vision.head import load
    from .vision.states import shipped_state
    notes = {n['id']: n for n in map(json.loads, open(o.data / 'annotations.jsonl'))}
    raw, all_rows = load(o.run / 'states')
    rng = np.random.default_rng(0)
    kind = lambda r: KIND_OF_LOOK[notes[r['id']]['look']] if r['id'] in notes else KIND_OF_SOURCE.get(r['look'] or '')
    category = lambda r: notes[r['id']]['category'] if r['id'] in notes else None
    use = [i for i, r in enumerate(all_rows) if r['id'] in notes or (kind(r) and (kind(r) != 'photo' or rng.random() < PHOTO_SHARE))]
    rows = [all_rows[i] for i in use]
    branch = load_head(o.run / 'global/final.pt')
    x = (shipped_state(raw[use, 0]).astype(np.float64) - branch.mean.numpy()) / branch.std.numpy()
    fold = np.array([r['fold'] for r in rows])
    out = {}
    for head, ids, of in (('kinds', KINDS, kind), ('categories', CATEGORIES, category)):
        y = np.array([ids.index(name) if (name := of(r)) in ids else -1 for r in rows])
        use = y >= 0
        p = np.zeros((len(y), len(ids)))
        for k in range(FOLDS):
            rest, own = use & (fold != k), use & (fold == k)
            if own.any():
                p[own] = probabilities(x[own], *fit(x[rest], y[rest], len(ids)))
        p, t = p[use], y[use]
        limits, top = thresholds(p, t), p.argmax(1)
        named = p.max(1) >= np.array(limits)[top]
        print(f'{head}: {len(t)} pictures, out of fold right {np.mean(top == t):.1%}; named {named.mean():.1%}, '
              f'of these right {np.mean(top[named] == t[named]) if named.any() else float("nan"):.1%}')
        for k, i in enumerate(ids):
            mine = named & (top == k)
            print(f'  {i:10s} {int((t == k).sum()):4d} pictures; named from {limits[k]:.2f}: {int(mine.sum()):4d}, right {int((t[mine] == k).sum()):4d}')
        weight, bias = fit(x[use], t, len(ids))
        out[head] = dict(weight=weight.tolist(), bias=bias.tolist(), classes=[dict(id=i, threshold=v) for i, v in zip(ids, limits)])
    (o.run / 'subject.json').write_text(json.dumps(out))


if __name__ == '__main__':
    main()

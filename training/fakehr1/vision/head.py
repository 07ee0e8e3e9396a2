"""Fits the heads of the eyes on the frozen trunk's states, and prints what each state tells on places it was not fitted on.

    python -m training.fakehr1.vision.head --states training/runs/states --run training/runs

The states are cheap to fit to, so every fold of repositories that they hold is left out in turn: the table gives pooled AUC (mean and worst fold) and
the AUC inside repositories with both labels, and the AI pictures found above what 2 % of the real ones reach, all and those of recent generators, of the first copy of each picture. Heads are
fitted to every copy. The heads that are saved (run/global, run/crop) are fitted without --holdout: bins and bands are found with them, on that fold. --ship FOLDER
saves a second pair there, fitted to every fold: it ships with the bins and bands of the first (docs/decisions/0015). The global head is a linear one (STRAIGHT of it) and a bent one (bend.py). --crop: only the crop head, from states of crops alone (states.py --part crop).

--earlier RUN: the global head standardises as that of RUN does, so that RUN's heads for kind and category (subject.py) fit behind it.

Several folders of states: every copy of every picture is a sample; a picture may have more copies than another, and they share its weight.
A folder of other crops (states.py --part other) goes behind the folder of the same copy: its samples have that folder's whole views.

--pairs FOLDER: every head is also fitted to aligned pairs (pairs.py), which count PAIR_SHARE of what the pictures count.
"""
import argparse
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression
from torch import nn

from ..metrics import auc, paired
from . import bend
from .model import STATE_PARTS, VIEWS, CropHead, GlobalBranch
from .states import KEPT

STRENGTH = 3e-3        # inverse of the ridge penalty on standardised states; a third and three times of it are within 0.01 (docs/detector-table.md)
STRAIGHT = 0.25        # part of the linear head in the global branch's logit; the rest is the bent one's (docs/decisions/0015)
FOUND_RATE = 0.02      # share of the real pictures of a fold above the bound at which AI pictures count as found
# Families of generators released since 2024, by the data's names: what pictures are made with today
RECENT = re.compile(r'(gpt-image|gpt-4o|chatgpt|nano-banana|gemini|imagen-?[34]|midjourney-v[67]|flux|qwen|z-image|kolors|sd3|hunyuan|ideogram|recraft|seedream|chroma)')
RECENT_WEIGHT = 2.0    # of their pictures; 1 finds fewer of them, 4 more, at the price of old generators (docs/decisions/0015)
PAIR_SHARE = 0.1       # of the pictures' weight: 0.05 and 0.1 are alike, 0.3 costs the linear head 0.011 pooled (docs/decisions/0013)
Scorer = Callable[[np.ndarray], np.ndarray]      # [N, F] -> logits [N]
TABLE = {
    'whole view: class token of block 6': [(0, 'token', 5)],
    'whole view: mean of block 6': [(0, 'mean', 5)],
    'whole view: mean of block 5': [(0, 'mean', 4)],
    'whole view: mean of block 4': [(0, 'mean', 3)],
    'whole view: token 6, mean 6, mean 5': [(0, 'token', 5), (0, 'mean', 5), (0, 'mean', 4)],
    'crop: class token of block 6': [(1, 'token', 5)],
    'crop: mean of block 6': [(1, 'mean', 5)],
    'crop: mean of block 5': [(1, 'mean', 4)],
    'crop head': [(-1, k, b) for k, b in STATE_PARTS],
    'shipped: both views': [(v, k, b) for v in range(VIEWS) for k, b in STATE_PARTS],
}
NAMES = dict(zip(('global', 'crop'), ('shipped: both views', 'crop head')))     # of the heads that ship


def load(folder: Path) -> tuple[np.ndarray, list[dict]]:
    """float16 [N, copies, views, 2 kinds, blocks, 768] and rows; the crop is the last view."""
    parts = sorted(folder.glob('rows-*.jsonl'))
    rows = [json.loads(line) for p in parts for line in open(p)]
    return np.concatenate([np.load(folder / f'states-{p.stem[5:]}.npy') for p in parts]), rows


def gathered(folders: list[Path]) -> tuple[np.ndarray, list[dict]]:
    """Samples of several folders: each copy of each picture is one. float16 [S, views, 2 kinds, blocks, 768] and their rows, the first
    folder's first copies first. A picture may lie in any number of the folders. A folder of crops alone, behind one with whole views, is
    completed with the whole views of the same pictures there."""
    states, rows = [], []
    before: dict[str, np.ndarray] = {}      # whole views [copies, 1, ...] of the last folder that has them
    for folder in folders:
        s, of = load(folder)
        if s.shape[2] == VIEWS:
            before = {r['id']: own[:, :1] for r, own in zip(of, s)}
        elif before:
            there = [i for i, r in enumerate(of) if r['id'] in before]
            s, of = np.concatenate([np.stack([before[of[i]['id']] for i in there]), s[there]], 2), [of[i] for i in there]
        for copy in range(s.shape[1]):
            states.append(s[:, copy])
            rows += of
    return np.concatenate(states), rows


def select(states: np.ndarray, parts: list[tuple[int, str, int]]) -> np.ndarray:
    """[..., views, 2 kinds, blocks, 768] -> [..., parts * 768] in float32."""
    return np.concatenate([states[..., v, ('token', 'mean').index(k), KEPT.index(b), :] for v, k, b in parts], -1).astype(np.float32)


def first(rows: list[dict]) -> np.ndarray:
    """Where each picture comes first among the samples."""
    seen: dict[str, int] = {}
    for i, r in enumerate(rows):
        seen.setdefault(r['id'], i)
    return np.array(list(seen.values()))


def recent(rows: list[dict]) -> np.ndarray:
    """Which samples [S] are pictures of generators of today."""
    return np.array([bool(r['label'] and RECENT.match(r.get('source', ''))) for r in rows])


def weights(rows: list[dict], today: float = RECENT_WEIGHT) -> np.ndarray:
    """Of samples [S], 1 on average. Places, not images: inverse root of the place's number of pictures; places with both labels count double, in equal
    halves; recent generators count `today`; a picture's copies share its weight; classes in equal halves."""
    copies = Counter(r['id'] for r in rows)
    count = Counter((rows[i]['repo'], rows[i]['label']) for i in first(rows))
    w = np.array([count[r['repo'], r['label']] ** -0.5 * (2 if (r['repo'], 1 - r['label']) in count else 1) / copies[r['id']] for r in rows])
    w[recent(rows)] *= today
    y = np.array([r['label'] for r in rows])
    for c in (0, 1):
        w[y == c] /= w[y == c].sum()
    return w / w.mean()


@dataclass(frozen=True)
class Head:
    """A linear head on standardised states; mean and deviation [F] are those it was fitted with."""
    mean: np.ndarray
    std: np.ndarray
    weight: np.ndarray
    bias: float

    def logits(self, x: np.ndarray) -> np.ndarray:
        """[..., F] -> [...]."""
        return (x - self.mean) / self.std @ self.weight + self.bias

    def scaled(self, factor: float) -> 'Head':
        return Head(self.mean, self.std, self.weight * factor, self.bias * factor)


@dataclass(frozen=True)
class Pairs:
    """Aligned pairs: states [M, 2, F] of photographs and of their decoded doubles, folds [M] of their places."""
    x: np.ndarray
    fold: np.ndarray

    def others(self, fold: int) -> 'Pairs':
        keep = self.fold != fold
        return Pairs(self.x[keep], self.fold[keep])


def samples(x: np.ndarray, rows: list[dict], pairs: Pairs | None, today: float = RECENT_WEIGHT) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """x [S, F] and the pairs: states, labels and weights of all; the pictures come first."""
    y, w = np.array([r['label'] for r in rows]), weights(rows, today)
    if pairs is None or not len(pairs.x):
        return x, y, w
    m = 2 * len(pairs.x)
    return (np.concatenate([x, pairs.x.reshape(m, x.shape[1])]), np.concatenate([y, np.tile((0, 1), m // 2)]),
            np.concatenate([w, np.full(m, PAIR_SHARE * w.sum() / m)]))


def standard(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation [F] of samples [S, F]."""
    return x.mean(0), x.std(0) + 1e-4


def fit(x: np.ndarray, rows: list[dict], strength: float, pairs: Pairs | None = None, today: float = RECENT_WEIGHT) -> Head:
    """x: [S, F]. The penalty is that of the pictures: copies of a picture are no new pictures."""
    mean, std = standard(x)
    every, y, w = samples(x, rows, pairs, today)
    m = LogisticRegression(C=strength * len(first(rows)) / len(rows), max_iter=500, tol=1e-3).fit((every - mean) / std, y, sample_weight=w)
    return Head(mean, std, m.coef_[0].astype(np.float32), float(m.intercept_[0]))


def standardised_as(old: GlobalBranch, h: Head) -> Head:
    """The same logits on states that are standardised as an earlier head's: the heads for kind and category read what the global branch standardises."""
    mean, std = old.mean.numpy(), old.std.numpy()
    return Head(mean, std, (h.weight * std / h.std).astype(np.float32), h.bias + float(((mean - h.mean) / h.std) @ h.weight))


def out_of_fold(x: np.ndarray, rows: list[dict], fitted: Callable[[np.ndarray, list[dict], Pairs | None], Scorer], pairs: Pairs | None = None,
                jobs: int = 1) -> np.ndarray:
    """Logit of each sample [S] by fitted(x, rows, pairs) of the other folds, `jobs` folds at a time in processes of their own."""
    fold, z = np.array([r['fold'] for r in rows]), np.zeros(len(rows))

    def by_others(k: int) -> np.ndarray:
        torch.set_num_threads(1)
        rest = np.flatnonzero(fold != k)
        return fitted(x[rest], [rows[i] for i in rest], pairs and pairs.others(k))(x[fold == k])

    each = sorted(set(fold))
    for k, part in zip(each, Parallel(jobs)(delayed(by_others)(k) for k in each)):
        z[fold == k] = part
    return z


def left_out(x: np.ndarray, rows: list[dict], strength: float, pairs: Pairs | None = None) -> np.ndarray:
    """The same for the linear head."""
    return out_of_fold(x, rows, lambda part, of, beside: fit(part, of, strength, beside).logits, pairs)


def fit_bend(x: np.ndarray, rows: list[dict], pairs: Pairs | None, mean: np.ndarray, std: np.ndarray) -> nn.Sequential:
    """The bent head on x [S, F] and the pairs, standardised as the linear one does."""
    every, y, w = samples(x, rows, pairs)
    return bend.fit((every - mean) / std, y, w)


def bent(x: np.ndarray, rows: list[dict], pairs: Pairs | None) -> Scorer:
    """The bent head with a standardisation of its own, as out_of_fold wants it."""
    mean, std = standard(x)
    net = fit_bend(x, rows, pairs, mean, std)
    return lambda part: bend.logits(net, (part - mean) / std)


def found(z: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Logits and labels [N] -> share of the AI pictures above the bound that FOUND_RATE of the real ones reach, and that bound."""
    bound = float(np.quantile(z[y == 0], 1 - FOUND_RATE))
    return float(np.mean(z[y == 1] > bound)), bound


def line(name: str, z: np.ndarray, rows: list[dict]) -> str:
    """The table's line of logits [S]: of each picture its first copy."""
    of = first(rows)
    z, rows = z[of], [rows[i] for i in of]
    y, fold = np.array([r['label'] for r in rows]), np.array([r['fold'] for r in rows])
    each = [auc(z[fold == k], y[fold == k]) for k in sorted(set(fold))]
    share = lambda which: np.mean([found(z[which & (fold == k)], y[which & (fold == k)])[0] for k in sorted(set(fold))])
    seen, today = share(np.ones(len(y), bool)), share((y == 0) | recent(rows))
    mean, by = paired(z, y, [r['repo'] for r in rows])
    return f'{name:38s} pooled {np.mean(each):.3f} (worst fold {min(each):.3f})  paired {mean:.3f}  found {100 * seen:.1f} %, recent {100 * today:.1f} %  ' + ' '.join(f'{k.split("/")[0][:12]} {v:.2f}' for k, v in by.items())


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--states', type=Path, nargs='+', required=True, help='one folder, or several with further copies or pictures')
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--holdout', type=int, default=0)
    a.add_argument('--strength', type=float, default=STRENGTH)
    a.add_argument('--table', action='store_true', help='every line of the table, and other strengths')
    a.add_argument('--crop', action='store_true', help='only the crop head')
    a.add_argument('--earlier', type=Path, help='a run whose standardisation is kept')
    a.add_argument('--pairs', type=Path, help='states of aligned pairs (pairs.py)')
    a.add_argument('--ship', type=Path, help='heads fitted to every fold are saved here')
    a.add_argument('--jobs', type=int, default=1, help='folds at a time')
    o = a.parse_args()
    torch.set_num_threads(1)
    states, rows = gathered(o.states)
    doubles, of = load(o.pairs) if o.pairs else (None, [])
    print(f'{len(rows)} copies of {len(first(rows))} pictures of {len({r["repo"] for r in rows})} repositories, {len(of)} aligned pairs')
    if o.table:
        shipped = select(states, TABLE[NAMES['global']])
        for name, parts in TABLE.items():
            print(line(name, left_out(select(states, parts), rows, o.strength), rows), flush=True)
        one = first(rows)
        print(line('shipped, first copy only', left_out(shipped[one], [rows[i] for i in one], o.strength), [rows[i] for i in one]), flush=True)
        for s in (o.strength / 10, o.strength / 3, o.strength * 3):
            print(line(f'shipped, strength {s:g}', left_out(shipped, rows, s), rows), flush=True)
    runs = [(o.run, o.holdout)] + ([(o.ship, None)] if o.ship else [])
    for branch in ('crop',) if o.crop else NAMES:
        x = select(states, TABLE[NAMES[branch]])
        pairs = None if doubles is None else Pairs(select(doubles, TABLE[NAMES[branch]]), np.array([r['fold'] for r in of]))
        straight = left_out(x, rows, o.strength, pairs)
        print(line(NAMES[branch] if branch == 'crop' else 'the linear head', straight, rows), flush=True)
        alike = 1.0
        if branch == 'global':
            curved = out_of_fold(x, rows, bent, pairs, o.jobs)
            alike = straight.std() / curved.std()      # both speak equally loud
            print(line('the bent head', curved, rows))
            print(line(f'both, the linear one {STRAIGHT:g}', STRAIGHT * straight + (1 - STRAIGHT) * alike * curved, rows), f'  scale of the bent head {alike:.3f}', flush=True)
        for run, holdout in runs:
            use = [i for i, r in enumerate(rows) if r['fold'] != holdout]
            part, own = x[use], [rows[i] for i in use]
            beside = pairs if pairs is None or holdout is None else pairs.others(holdout)
            h = fit(part, own, o.strength, beside)
            if branch == 'crop':
                save(run, branch, CropHead(), h, len(use), holdout)
                continue
            if o.earlier:
                old = GlobalBranch().load(torch.load(o.earlier / 'global/final.pt', weights_only=False)['model'])
                h = standardised_as(old, h)
            module = GlobalBranch()
            module.bend = bend.scaled(fit_bend(part, own, beside, h.mean, h.std), alike * (1 - STRAIGHT))
            save(run, branch, module, h.scaled(STRAIGHT), len(use), holdout)


def save(run: Path, branch: str, module: GlobalBranch | CropHead, h: Head, images: int, holdout: int | None) -> None:
    """Writes the checkpoint of a head: the linear part is h. holdout: the fold that it did not see, None: it saw all."""
    with torch.no_grad():
        module.head.weight.copy_(torch.from_numpy(h.weight)[None])
        module.head.bias.fill_(h.bias)
        module.mean.copy_(torch.from_numpy(h.mean))
        module.std.copy_(torch.from_numpy(h.std))
    (run / branch).mkdir(parents=True, exist_ok=True)
    torch.save(dict(branch=branch, holdout=holdout, model=module.state_dict(), images=images), run / branch / 'final.pt')


if __name__ == '__main__':
    main()

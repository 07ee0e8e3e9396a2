"""Hybrid fine-tuning data: one image, two branches behind one prefix.

Simple question and easy image: the think block stays empty. Simple question and hard image, or any question that asks
for reasons: it is filled. "Easy" = the detector is right on every variant of the image, with a margin. The answer branch
is trained for every image (the page always reads it for the instant verdict); only its gate token is left out where the
model should think.
"""
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .. import evidence as ev
from ..data.index import half_of
from ..image.views import FAST_CROPS
from ..subject import KIND_OF_LOOK, name, state_of
from ..vision.model import crop_token
from . import protocol as pr
from .texts import compose

EASY_QUANTILE = 0.4    # of the right images' margins: below it an image is not easy
PARAPHRASE_SHARE = 0.4  # of the questions that are not seeds
DRILL_SHARE = 0.6      # of the draws with measurement and crop bins drawn at random, to learn to read them
DRILL_BINS = (0.09, 0.2, 0.42, 0.2, 0.09)
LAST_BIN = pr.LOGIT_BINS - 1
WORD_WEIGHT = 4.0      # weight of the answer word beside the other tokens


@dataclass
class Images:
    """Feature rows of all images used; arrays of length N."""
    rows: list[dict]
    features: dict[str, np.ndarray]
    easy: np.ndarray
    about: list[tuple[str | None, str | None]]   # category, kind, as annotated
    crop_bins: np.ndarray
    detector_bin: np.ndarray
    zero_bin: int
    subject: list[tuple[str | None, str | None]] | None = None   # category, kind, as the heads name them


def load(run: Path, data: Path, parts: tuple[str, ...] = ('train', 'held'), half: int = 0) -> Images:
    """half: which half of the held-out repositories (0 teaches, 1 is for calibration and comparison)."""
    detector = json.loads((run / 'detector.json').read_text())
    notes = {a['id']: (a['category'], KIND_OF_LOOK[a['look']]) for a in map(json.loads, open(data / 'annotations.jsonl'))}
    rows, arrays = [], {}
    for part in parts:
        z = np.load(run / 'features' / f'{part}.npz')
        own = [json.loads(line) for line in open(run / 'features' / f'{part}.jsonl')]
        keep = [i for i, r in enumerate(own) if part == 'train' or half_of(r['repo']) == half]
        rows += [dict(own[i], part=part) for i in keep]
        for k in z.files:
            arrays.setdefault(k, []).append(z[k][keep])
    f = {k: np.concatenate(v) for k, v in arrays.items()}
    sign = np.where(np.array([r['label'] for r in rows]) == 1, 1, -1)
    margin = f['global_logit'] * sign
    worst: dict[str, float] = {}
    for r, m in zip(rows, margin):
        worst[r['id']] = min(worst.get(r['id'], 9e9), float(m))
    at = np.array([worst[r['id']] for r in rows])
    # the margin is set on places the eyes have not seen; on their own training images they are too sure
    held = np.array([r['part'] == 'held' for r in rows])
    right = at[held & (at > 0)]
    cut = float(np.quantile(right, EASY_QUANTILE)) if len(right) else 0.0
    b = detector['cropLogitBounds']
    bins = np.array([[ev.logit_bin(float(z), b) for z in c] for c in f['crop_logits']])
    d = detector['detectorLogitBounds']
    to = lambda zs: np.array([ev.logit_bin(float(z), d) for z in zs])
    heads = run / 'subject.json'
    fitted = json.loads(heads.read_text()) if heads.exists() else None
    named = [name(state, fitted) for state in state_of(f)] if fitted else None
    return Images(rows, f, at > cut, [notes.get(r['id'], (None, None)) for r in rows], bins, to(f['global_logit']),
                  ev.logit_bin(0.0, b), named)


class Tokens:
    """Ids of the roles and markers."""

    def __init__(self, tokenizer):
        self.encode = lambda s: tokenizer.encode(s, add_special_tokens=False).ids
        self.decode = lambda ids: tokenizer.decode(ids)
        one = lambda s: self.encode(s)[0]
        self.role = {k: one(v) for k, v in pr.ROLES.items()}
        self.marker = {m: one(m) for m in pr.MARKERS}
        self.prefix = [self.role['system'], *self.encode(pr.SYSTEM), self.role['user']]
        self.close = [self.role['thinkClose'], self.role['newline'], self.role['newline']]


@dataclass
class Sample:
    """ids; `image` rows to put in place of <image> (global tokens, then crop slots); per-token loss weights.

    fork: position of `<think>⏎`'s line break; gate: 1 empty, 0 thinks, None not trained here.
    """
    ids: list[int]
    weight: list[float]
    fork: int
    gate: float | None
    row: int
    slow: bool


def question(rng: np.random.Generator, hard: bool) -> str:
    seeds, more = (pr.HARD, pr.HARD_MORE) if hard else (pr.SIMPLE, pr.SIMPLE_MORE)
    bank = more if rng.random() < PARAPHRASE_SHARE else seeds
    return bank[int(rng.integers(len(bank)))]


def head(im: Images, i: int, t: Tokens, ask: str, crop_bins=None, bins=None) -> list[int]:
    """Ids behind the constant prefix, up to the fork. crop_bins, bins: in place of the image's own."""
    r, k = t.role, range(FAST_CROPS)
    crop_bins = im.crop_bins[i] if crop_bins is None else crop_bins
    crops = [x for s in k for x in (r['image'], t.marker[f'<cl_{crop_bins[s]}>'])]
    evidence = [t.marker[f'<ev_{key}_{b}>'] for key, b in zip(ev.IDS, im.features['evidence_bin'][i] if bins is None else bins)]
    return ([r['image']] * pr.GLOBAL_TOKENS + crops + [t.marker[f'<dl_{im.detector_bin[i]}>']] + evidence
            + t.encode(ask)[:pr.MAX_QUESTION] + [r['assistant'], r['thinkOpen'], r['newline']])


def sample(im: Images, i: int, t: Tokens, rng: np.random.Generator) -> list[Sample]:
    """The samples of one draw: always an answer branch, and a think branch where the model should think."""
    drill = rng.random() < DRILL_SHARE
    hard_question = drill or rng.random() < 0.5
    thinks = hard_question or not im.easy[i]
    crop_bins, bins = im.crop_bins[i], im.features['evidence_bin'][i]
    if drill:      # bins that no picture suggests: the text can only get them right by reading the tokens
        crop_bins = np.clip(np.round(rng.normal(rng.uniform(0, 7), 1.5, len(crop_bins))), 0, LAST_BIN).astype(int)
        bins = rng.choice(5, len(bins), p=DRILL_BINS)
    before = head(im, i, t, question(rng, hard_question), crop_bins, bins)
    fork, r = len(before) - 1, t.role
    label = im.rows[i]['label']
    word = r['fake'] if label else r['real']
    answer = [r['newline'], *t.close, word, r['end']]
    out = [] if drill else [Sample(before + answer, [0.0] * len(before) + [0.0, 1, 1, 1, WORD_WEIGHT, 1], fork, 0.0 if thinks else 1.0, i, False)]
    if thinks:
        more = [x for s in range(FAST_CROPS, len(crop_bins)) for x in (r['image'], t.marker[f'<cl_{crop_bins[s]}>'])]
        text = t.encode(compose(rng, bins, crop_bins, im.zero_bin, label, float(im.features['global_logit'][i]),
                                *im.about[i]))
        tail = [*text, r['newline'], *t.close, word, r['end']]
        out.append(Sample(before + more + tail, [0.0] * (len(before) + len(more)) + [1.0] * (len(tail) - 2) + [WORD_WEIGHT, 1.0], fork, None, i, True))
    return out


class Draw:
    """Images by part (half from places the eyes never saw), class in equal halves, places before images."""

    def __init__(self, im: Images, seed: int):
        self.rng = np.random.default_rng(seed)
        self.pools: dict[tuple[str, int], list[list[int]]] = {}
        by: dict[tuple[str, int, str], list[int]] = {}
        for i, r in enumerate(im.rows):
            by.setdefault((r['part'], r['label'], r['repo']), []).append(i)
        for (part, label, _), v in by.items():
            self.pools.setdefault((part, label), []).append(v)
        self.parts = sorted({p for p, _ in self.pools})

    def __call__(self) -> int:
        part = self.parts[int(self.rng.integers(len(self.parts)))]
        pools = self.pools.get((part, int(self.rng.integers(2)))) or next(iter(self.pools.values()))
        w = np.array([len(p) for p in pools]) ** 0.5
        pool = pools[self.rng.choice(len(pools), p=w / w.sum())]
        return pool[int(self.rng.integers(len(pool)))]


def collate(samples: list[Sample], im: Images, pad: int) -> dict[str, torch.Tensor]:
    """Right-padded batch; feature rows stand apart, the training puts them in place."""
    longest = max(len(s.ids) for s in samples)
    ids = torch.full((len(samples), longest), pad)
    weight = torch.zeros(len(samples), longest)
    for k, s in enumerate(samples):
        ids[k, :len(s.ids)] = torch.tensor(s.ids)
        weight[k, :len(s.ids)] = torch.tensor(s.weight)
    rows = [s.row for s in samples]
    return dict(ids=ids, weight=weight, fork=torch.tensor([s.fork for s in samples]),
                gate=torch.tensor([float('nan') if s.gate is None else s.gate for s in samples]),
                slow=torch.tensor([s.slow for s in samples]),
                whole=torch.from_numpy(im.features['global_tokens'][rows]).float(), crops=crop_token(torch.from_numpy(im.features['crop_states'][rows]).float()))

"""Answers sampled from the decoder, for HGRPO: both modes behind one prefix, texts held to the grammar.

A response is a list of decisions. Where the grammar leaves one token only there is none, so a text of seventy tokens
holds about fifteen. The distribution at a decision is the softmax over the allowed tokens: the policy that is shipped.
"""
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import torch

from . import protocol as pr
from .dataset import Images, Sample, Tokens, head
from .grammar import Guide
from .model import Decoder, Projector
from .texts import STANCE
from ..image.views import FAST_CROPS
from ..vision.model import crop_token

ANSWERS = ('real', 'fake')


@dataclass
class Response:
    """ids: behind the constant prefix, the head of the prompt included; decisions: (position, allowed ids) by position."""
    ids: list[int]
    decisions: list[tuple[int, tuple[int, ...]]]
    row: int
    thinks: bool
    answer: int          # 1 fake, 0 real
    stance: str | None   # which way the text argues; None without a text


@dataclass
class Policy:
    decoder: Decoder
    projector: Projector
    tokens: Tokens
    grammar: dict
    encode: object = field(init=False)

    def __post_init__(self):
        self.encode = lru_cache(maxsize=8192)(lambda s: self.tokens.encode(s))     # the grammar's sentences come again and again

    def prefix(self):
        """KV cache of the constant system prompt."""
        return self.decoder(self.decoder.embed(torch.tensor([self.tokens.prefix])))[1]

    def embeds(self, ids: list[int], features: torch.Tensor | None) -> torch.Tensor:
        """[1, T, d]; features [n, d] stand in for the n <image> tokens of `ids`."""
        x = self.decoder.embed(torch.tensor([ids]))
        if features is None:
            return x
        at = (torch.tensor(ids) == self.tokens.role['image']).nonzero()[:, 0]
        return x.index_copy(1, at, features[None].to(x.dtype))

    def step(self, x: torch.Tensor, past) -> tuple[torch.Tensor, list]:
        """-> logits [V] of the last position, cache."""
        hidden, past = self.decoder(x, past)
        return self.decoder.logits(hidden[0, -1]).float(), past


def pick(logits: torch.Tensor, allowed: tuple[int, ...], rng: np.random.Generator, temperature: float) -> int:
    """One of the allowed ids; temperature 0: the likeliest."""
    z = logits[list(allowed)].numpy()
    if temperature <= 0:
        return allowed[int(z.argmax())]
    p = np.exp((z - z.max()) / temperature)
    return allowed[int(rng.choice(len(allowed), p=p / p.sum()))]


def p_think(logits: torch.Tensor, newline: int) -> float:
    return 1 - float(torch.softmax(logits, 0)[newline])


@torch.no_grad()
def respond(policy: Policy, im: Images, i: int, ask: str, modes: tuple[bool, ...], rng: np.random.Generator, prefix,
            temperature: float = 1.0) -> tuple[float, list[Response]]:
    """-> P(think) at the fork, one response a mode (True: it thinks). The prompt is run once."""
    t, r = policy.tokens, policy.tokens.role
    before = head(im, i, t, ask)
    f = im.features
    whole = policy.projector.whole(torch.from_numpy(f['global_tokens'][i]).float())
    crops = policy.projector.crop(crop_token(torch.from_numpy(f['crop_states'][i]).float()))
    logits, base = policy.step(policy.embeds(before, torch.cat([whole, crops[:FAST_CROPS]])), prefix)
    wish = p_think(logits, r['newline'])
    out, slow = [], None
    words = tuple(r[a] for a in ANSWERS)
    for thinks in modes:
        ids, decisions, stance = list(before), [], None
        if thinks:
            if slow is None:
                more = [x for s in range(FAST_CROPS, len(im.crop_bins[i])) for x in (r['image'], t.marker[f'<cl_{im.crop_bins[i][s]}>'])]
                slow = (more, *policy.step(policy.embeds(more, crops[FAST_CROPS:]), base))
            more, logits, past = slow
            ids += more
            guide = Guide(policy.encode, policy.grammar, f['evidence_bin'][i], im.crop_bins[i], im.zero_bin, im.subject[i] if im.subject else (None, None))
            start = len(ids)
            while len(ids) - start < pr.MAX_NEW and (allowed := tuple(sorted(guide.allowed()))):
                run: list[int] = []
                token = pick(logits, allowed, rng, temperature)
                if len(allowed) > 1:
                    decisions.append((len(ids), allowed))
                while True:          # what follows without a choice is run at once
                    guide.take(token)
                    run.append(token)
                    ids.append(token)
                    allowed = tuple(guide.allowed())
                    if len(allowed) != 1 or len(ids) - start >= pr.MAX_NEW:
                        break
                    token = allowed[0]
                logits, past = policy.step(policy.embeds(run, None), past)
            stance = stance_of(t.decode(ids[start:]))
        else:
            past = base
        close = [r['newline'], *t.close]
        ids += close
        logits, _ = policy.step(policy.embeds(close, None), past)
        word = pick(logits, words, rng, temperature)
        decisions.append((len(ids), words))
        ids.append(word)
        out.append(Response(ids, decisions, i, thinks, words.index(word), stance))
    return wish, out


def stance_of(text: str) -> str | None:
    """Which way a text argues; None if it ends before it does."""
    return next((k for k, v in STANCE.items() if any(p in text for p in v)), None)


def as_sample(r: Response, fork: int) -> Sample:
    """For dataset.collate; weights are not used."""
    return Sample(r.ids, [0.0] * len(r.ids), fork, None, r.row, r.thinks)

"""Cutting SmolLM2 down: rotary halves restored, texts tokenised as the whole vocabulary would."""
import numpy as np
import torch

from training.fakehr1.decoder import protocol as pr
from training.fakehr1.decoder import smollm, tokenizer as tk
from training.fakehr1.decoder.model import rotary, rotate


def test_unpermuted_rows_turn_by_halves_as_interleaved_ones_by_pairs() -> None:
    heads, head, width = 3, 8, 5
    rng = np.random.default_rng(0)
    w, x = rng.normal(size=(heads * head, width)).astype(np.float32), rng.normal(size=width).astype(np.float32)
    cos, sin = rotary(torch.tensor([7]), head, 10_000.0)
    halves = rotate(torch.from_numpy(smollm._unpermute(w, heads) @ x).view(1, heads, 1, head), cos, sin)[0, :, 0].numpy()
    pairs = (w @ x).reshape(heads, head // 2, 2)
    c, s = cos.numpy()[0], sin.numpy()[0]
    turned = np.stack([pairs[..., 0] * c - pairs[..., 1] * s, pairs[..., 1] * c + pairs[..., 0] * s], -1)
    assert np.abs(halves - np.concatenate([turned[..., 0], turned[..., 1]], -1)).max() < 1e-6


def test_cut_vocabulary_loses_nothing_of_our_texts() -> None:
    d, t = smollm.cut()
    _, tokens, merges = smollm.load(0)
    whole = smollm._tokenizer({s: i for i, s in enumerate(tokens)}, merges)
    one = [*pr.ROLES.values(), *pr.MARKERS]
    assert all(len(t.encode(w, add_special_tokens=False).ids) == 1 for w in one)
    plain = [s for s in tk.corpus(200) if not any(w in s for w in ('real', 'fake', '\n'))]
    assert len(plain) > 20
    for s in plain:
        assert t.encode(s, add_special_tokens=False).tokens == whole.encode(s).tokens
    assert d.embed.weight.shape == (t.get_vocab_size(), 576)

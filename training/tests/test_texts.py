"""The texts say only what was measured, the reader reads it back, and the forms are the paper's."""
import json
from pathlib import Path

import numpy as np
import pytest

from training.fakehr1.decoder import protocol as pr
from training.fakehr1.decoder.check import read
from training.fakehr1.decoder.grammar import FILE, Guide, grammar
from training.fakehr1.decoder.texts import CATEGORY, LOOK, MOST_EVIDENCE, NAMES, STANCE, compose, reportable, stance_of_sample
from training.fakehr1.decoder.tokenizer import train
from training.fakehr1.image.views import SLOW_CROPS

STANCE_FILE = Path(__file__).parents[2] / 'workers/engine/stance.json'


def drawn(seed: int):
    rng = np.random.default_rng(seed)
    return rng, rng.choice(5, 13, p=(.15, .15, .4, .15, .15)), rng.integers(0, 8, SLOW_CROPS), int(rng.integers(2)), float(rng.normal(0, 1.5))


@pytest.mark.parametrize('seed', range(60))
def test_every_text_reads_back_as_it_was_meant(seed):
    rng, bins, crops, label, z = drawn(seed)
    category = list(CATEGORY)[seed % len(CATEGORY)]
    text = compose(rng, bins, crops, 4, label, z, category, list(LOOK)[seed % len(LOOK)])
    got = read(text, bins, crops, 4)
    assert got.supported == len(got.cited) == min(MOST_EVIDENCE, len(reportable(bins)))
    assert got.crop_right and not got.loop
    assert got.stance == stance_of_sample(label, z) and got.category == category
    assert '\n' not in text


def test_the_reader_catches_what_the_bins_do_not_support():
    bins, crops = np.full(13, 2), np.array([0, 3, 4, 7])
    got = read(f'Measured, {NAMES["noise"]} is high beyond nineteen of twenty real pictures; low light does this. All four crops read as generated, '
               'crop 1 most clearly. Taken together this stays open. Taken together this stays open.', bins, crops, 4)
    assert (len(got.cited), got.supported, got.crop_right, got.stance, got.loop) == (1, 0, False, 'open', True)


def test_both_empty_forms_of_the_paper_and_the_thinking_one_are_well_formed():
    assert pr.parse('<think>\n\n</think>\n\nfake') == (None, 'fake')
    assert pr.parse('<think></think>real') == (None, 'real')
    assert pr.parse('<think>\nOne. Two.\n</think>\n\nreal') == ('One. Two.', 'real')
    for bad in ('fake', '<think>\nOne.</think>\n\nreal', '<think>\n\n</think>\n\nfake or real', '<think>\nOne.\n</think>\n\nfake fake'):
        assert pr.parse(bad) is None


def test_no_stance_contains_another():
    phrases = [(k, p) for k, v in STANCE.items() for p in v]
    assert not [(a, b) for a in phrases for b in phrases if a != b and a[1] in b[1] and a[0] != b[0]]


def test_the_worker_reads_the_same_stances():
    assert json.loads(STANCE_FILE.read_text()) == {k: list(v) for k, v in STANCE.items()}


def test_tokenizer_keeps_words_and_markers_whole_and_any_question():
    t = train()
    one = [*pr.ROLES.values(), *pr.MARKERS]
    assert all(len(t.encode(w, add_special_tokens=False).ids) == 1 for w in one)
    for s in ('Ist dieses Bild echt? 🤔 ¿真?', *pr.HARD):
        assert t.decode(t.encode(s, add_special_tokens=False).ids) == s


def test_the_worker_has_the_same_grammar():
    assert json.loads(FILE.read_text()) == grammar()


@pytest.mark.parametrize('seed', range(25))
def test_a_guided_text_is_supported_whatever_the_model_prefers(seed):
    rng, bins, crops, _, _ = drawn(seed)
    guide = Guide(lambda s: [ord(c) for c in s], grammar(), bins, crops, 4)
    ids = []
    while allowed := sorted(guide.allowed()):
        ids.append(int(rng.choice(allowed)))
        guide.take(ids[-1])
    text = ''.join(map(chr, ids))
    got = read(text, bins, crops, 4)
    assert got.supported == len(got.cited) == min(MOST_EVIDENCE, len(reportable(bins)))
    assert got.crop_right and got.stance and not got.loop
    assert pr.parse(f'<think>\n{text}\n</think>\n\nfake')

"""Whatever the decoder's logits are, a guided text says only what the picture supports, and ends."""
import json

import numpy as np
import pytest

from training.fakehr1.decoder import protocol as pr
from training.fakehr1.decoder.check import read
from training.fakehr1.decoder.grammar import FILE, Guide, grammar
from training.fakehr1.decoder.texts import MOST_EVIDENCE, compose, reportable
from training.fakehr1.decoder.tokenizer import train
from training.fakehr1.image.views import SLOW_CROPS


@pytest.fixture(scope='module')
def tokenizer():
    return train()


def drawn(seed: int):
    rng = np.random.default_rng(seed)
    return rng, rng.choice(5, 13, p=(.1, .2, .4, .2, .1)), rng.integers(0, 8, SLOW_CROPS)


def encoder(t):
    return lambda s: t.encode(s, add_special_tokens=False).ids


@pytest.mark.parametrize('seed', range(12))
def test_an_untrained_chooser_stays_with_the_facts(tokenizer, seed):
    rng, bins, crops = drawn(seed)
    subject = (None, ('face', 'art'), ('food', None))[seed % 3] or (None, None)
    guide, ids = Guide(encoder(tokenizer), grammar(), bins, crops, 4, subject), []
    while allowed := sorted(guide.allowed()):
        ids.append(allowed[int(rng.integers(len(allowed)))])
        guide.take(ids[-1])
    text = tokenizer.decode(ids)
    got = read(text, bins, crops, 4)
    assert len(ids) <= pr.MAX_NEW
    assert got.supported == len(got.cited) == min(MOST_EVIDENCE, len(reportable(bins)))
    assert got.crop_right and got.stance is not None and not got.loop
    assert got.category == (subject[0] if all(subject) else None)
    assert encoder(tokenizer)(text) == ids        # the ids that training would have shown it


@pytest.mark.parametrize('seed', range(12))
def test_every_training_text_could_have_been_written_under_the_guide(tokenizer, seed):
    rng, bins, crops = drawn(seed)
    crops[int(rng.integers(SLOW_CROPS))] = 9               # one strongest crop
    text = compose(rng, bins, crops, 4, int(rng.integers(2)), float(rng.normal()), 'animal', 'photo')
    guide = Guide(encoder(tokenizer), grammar(), bins, crops, 4, ('animal', 'photo'))
    for token in encoder(tokenizer)(text):
        assert token in guide.allowed()
        guide.take(token)
    assert not guide.allowed()


def test_the_workers_grammar_is_current():
    assert json.loads(FILE.read_text()) == grammar()

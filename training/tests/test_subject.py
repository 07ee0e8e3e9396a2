"""Kinds and categories are named only where that is right nine times of ten."""
import numpy as np

from training.fakehr1 import subject as sj


def test_thresholds_cut_where_precision_holds_and_never_without_enough_pictures():
    p = np.zeros((60, 3))
    p[:40, 0], p[:40, 1] = np.linspace(0.99, 0.60, 40), np.linspace(0.01, 0.40, 40)
    p[40:45, 1], p[45:, 2] = 0.9, 0.7
    y = np.array([0] * 30 + [1] * 10 + [1] * 5 + [0] * 15)
    t = sj.thresholds(p, y)
    named = p[:40, 0] >= t[0]
    assert 30 <= named.sum() <= 33 and (y[:40][named] == 0).mean() >= sj.PRECISION
    assert t[1] == sj.NEVER          # five pictures prove nothing
    assert t[2] == sj.NEVER          # always wrong


def test_heads_learn_and_speak_of_raw_states():
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, 600)
    x = rng.normal(5, 2, (600, 20))
    x[:, 0] += 6 * (y == 1)
    x[:, 1] += 6 * (y == 2)
    weight, bias = sj.fit(x[:400], y[:400], 4)
    p = sj.probabilities(x[400:], weight, bias)
    assert (p.argmax(1) == y[400:]).mean() > 0.8 and p[:, 3].max() < 1e-6
    assert np.allclose(p.sum(1), 1)


def test_nothing_is_named_by_untrained_heads():
    assert sj.name(np.ones(sj.GLOBAL_STATE), sj.untrained()) == (None, None)


def test_what_is_sure_is_named():
    classes = [dict(id='photo', threshold=0.8), dict(id='art', threshold=sj.NEVER)]
    assert sj.pick(np.array([0.9, 0.1]), classes) == 'photo'
    assert sj.pick(np.array([0.7, 0.3]), classes) is None
    assert sj.pick(np.array([0.01, 0.99]), classes) is None

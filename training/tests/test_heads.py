"""The heads of the eyes: fitted by places and copies, left out by folds, kept from measuring on what they saw."""
import json

import numpy as np
import pytest
import torch
from torch import nn

from training.fakehr1.features import FOLDS_LEFT_OUT, must_hold_out, must_leave_out
from training.fakehr1.metrics import auc
from training.fakehr1.vision import bend, head
from training.fakehr1.vision.model import BEND, GLOBAL_STATE, GlobalBranch


def test_a_head_fitted_to_copies_leaves_its_fold_out_and_learns_what_the_copies_share():
    rng = np.random.default_rng(5)
    rows = [dict(id=str(i % 300), label=i % 2, repo=f'o/{i % 300 // 4}', fold=i % 5) for i in range(600)]      # 300 pictures, two copies of each
    y = np.array([r['label'] for r in rows], np.float32)
    x = rng.normal(size=(600, 40)).astype(np.float32)
    x[:, 0] += 1.2 * y                                              # in both copies
    x[:300, 1] += 4 * y[:300]                                       # of the first copy only: gone in the second
    both, first = head.fit(x, rows, 1.0), head.fit(x[:300], rows[:300], 1.0)
    share = lambda h: abs(h.weight[0]) / abs(h.weight[1])
    assert share(both) > 2 * share(first)
    z = head.left_out(x, rows, 1.0)
    own = np.array([r['fold'] == 3 for r in rows])
    flipped = np.where(own[:, None], -x, x)                         # what a fold holds does not touch the heads that score it
    rest = head.fit(x[~own], [r for r in rows if r['fold'] != 3], 1.0)
    old = GlobalBranch()
    width = old.mean.numel()
    old.mean.normal_(), old.std.uniform_(.5, 2), old.head.weight.data.normal_(std=.1)
    new = head.Head(*(rng.uniform(.5, 2, width).astype(np.float32) for _ in range(2)), rng.normal(size=width).astype(np.float32), .7)
    states = rng.normal(size=(6, width)).astype(np.float32)
    of_old = old.logit(old.standardise(torch.from_numpy(states))).detach().numpy()
    moved = head.standardised_as(old, new)
    assert np.allclose(moved.logits(states), new.logits(states), atol=1e-3) and np.array_equal(moved.std, old.std.numpy())
    nn.init.normal_(old.bend[2].weight)
    again = GlobalBranch().load({k: v for k, v in old.state_dict().items() if not k.startswith('bend.')})      # before 0.7
    assert np.allclose(again.logit(again.standardise(torch.from_numpy(states))).detach(), of_old, atol=1e-3)
    fewer = {k: v[tuple(slice(0, 7 if n == BEND else n) for n in v.shape)] for k, v in old.state_dict().items()}      # 0.7 had fewer units
    seven = nn.Sequential(nn.Linear(width, 7), nn.ReLU(), nn.Linear(7, 1))
    seven.load_state_dict({k.removeprefix('bend.'): v for k, v in fewer.items() if k.startswith('bend.')})
    x0 = old.standardise(torch.from_numpy(states))
    assert np.allclose(GlobalBranch().load(fewer).logit(x0).detach(), (old.head(x0) + seven(x0))[:, 0].detach(), atol=1e-3)
    assert np.allclose(head.left_out(flipped, rows, 1.0)[own], rest.logits(flipped[own])) and np.allclose(z[own], rest.logits(x[own]))


def test_copies_of_a_picture_share_its_weight_wherever_they_lie(tmp_path):
    rng = np.random.default_rng(6)
    many, few = ([dict(id=i, label=k, repo='o/r', fold=1) for i, k in of] for of in ((('a', 0), ('b', 1), ('c', 1)), (('b', 1), ('d', 0))))
    kept = {}
    for name, rows, copies in (('one', many, 2), ('two', few, 1)):
        (tmp_path / name).mkdir()
        kept[name] = rng.normal(size=(len(rows), copies, 2, 2, 3, 4)).astype(np.float16)
        np.save(tmp_path / name / 'states-000.npy', kept[name])
        (tmp_path / name / 'rows-000.jsonl').write_text(''.join(json.dumps(r) + '\n' for r in rows))
    states, rows = head.gathered([tmp_path / 'one', tmp_path / 'two'])
    assert ''.join(r['id'] for r in rows) == 'abcabcbd' and list(head.first(rows)) == [0, 1, 2, 7]
    assert (states[4] == kept['one'][1, 1]).all() and (states[6] == kept['two'][0, 0]).all()
    w = head.weights(rows)
    total = lambda i: sum(v for v, r in zip(w, rows) if r['id'] == i)
    assert np.isclose(w.mean(), 1) and all(np.isclose(total(i), 2) for i in 'abcd')
    for i, source in dict(a='gpt-image-1', b='gpt-image-1', c='sdxl').items():      # a is a photograph, whatever it is called
        for r in rows:
            r.update({'source': source} if r['id'] == i else {})
    w = head.weights(rows)
    assert np.isclose(total('b'), 2 * total('c')) and np.isclose(total('a'), total('d'))


def test_other_crops_stand_beside_the_whole_views_of_the_same_copy(tmp_path):
    rng = np.random.default_rng(11)
    kept, ids = {}, dict(copies='abc', others='cad')      # d is missing in the folder before
    for name, views in (('copies', 2), ('others', 1)):
        (tmp_path / name).mkdir()
        kept[name] = rng.normal(size=(3, 1, views, 2, 3, 4)).astype(np.float16)
        np.save(tmp_path / name / 'states-000.npy', kept[name])
        (tmp_path / name / 'rows-000.jsonl').write_text(''.join(json.dumps(dict(id=i)) + '\n' for i in ids[name]))
    states, rows = head.gathered([tmp_path / 'copies', tmp_path / 'others'])
    assert ''.join(r['id'] for r in rows) == 'abcca' and np.array_equal(states[:3], kept['copies'][:, 0])
    assert np.array_equal(states[3], np.stack([kept['copies'][2, 0, 0], kept['others'][0, 0, 0]]))
    assert np.array_equal(states[4], np.stack([kept['copies'][0, 0, 0], kept['others'][1, 0, 0]]))
    alone, _ = head.gathered([tmp_path / 'others'])
    assert alone.shape[1] == 1      # for the crop head alone


def test_half_of_a_state_is_forgotten_and_the_rest_doubled():
    x = torch.ones(101, 37)
    kept = bend.half_forgotten(x, np.random.default_rng(3))
    assert set(kept.unique().tolist()) == {0.0, 2.0} and abs(float(kept.mean()) - 1) < 0.05
    assert not torch.equal(kept, bend.half_forgotten(x, np.random.default_rng(4)))


def test_pairs_turn_a_head_from_what_pictures_show_to_what_decoders_leave():
    rng = np.random.default_rng(7)
    rows = [dict(id=str(i), label=i % 2, repo=f'o/{i // 10}', fold=i % 5) for i in range(400)]
    y = np.array([r['label'] for r in rows], np.float32)
    x = rng.normal(size=(400, 30)).astype(np.float32)
    x[:, 0] += 2 * y          # what the pictures show
    x[:, 1] += 1 * y          # what decoders leave
    scene = rng.normal(size=(200, 30)).astype(np.float32)
    double = scene.copy()
    double[:, 1] += 1
    pairs = head.Pairs(np.stack([scene, double], 1), np.arange(200) % 5)
    share = lambda h: h.weight[1] / h.weight[0]
    alone, beside = head.fit(x, rows, 1.0), head.fit(x, rows, 1.0, pairs)
    assert share(beside) > 1.1 * share(alone)
    assert np.allclose(alone.mean, beside.mean) and np.allclose(alone.std, beside.std)      # standardised over the pictures alone
    flat, labels, w = head.samples(x, rows, pairs)
    assert np.isclose(w[400:].sum(), head.PAIR_SHARE * w[:400].sum()) and list(labels[400:404]) == [0, 1, 0, 1]
    other = head.Pairs(np.where((pairs.fold == 3)[:, None, None], -pairs.x, pairs.x), pairs.fold)      # pairs of a fold do not touch the heads that score it
    own = np.array([r['fold'] == 3 for r in rows])
    z, again = (head.left_out(x, rows, 1.0, p) for p in (pairs, other))
    assert np.allclose(z[own], again[own]) and not np.allclose(z[~own], again[~own])


def test_a_bent_head_finds_what_no_straight_one_does(monkeypatch):
    rng = np.random.default_rng(6)
    x = rng.normal(size=(900, 6)).astype(np.float32)
    y = (x[:, 0] * x[:, 1] > 0).astype(np.float32)      # neither number alone says anything
    monkeypatch.setattr(bend, 'EPOCHS', 60)
    monkeypatch.setattr(bend, 'FORGET', 0.0)
    monkeypatch.setattr(bend, 'half_forgotten', lambda state, _: state)
    monkeypatch.setattr(bend, 'RATE', 1e-2)
    net = bend.fit(x[:600], y[:600], np.ones(600))
    assert auc(bend.logits(net, x[600:]), y[600:]) > 0.95
    twice = 2 * bend.logits(net, x)
    assert np.allclose(bend.logits(bend.scaled(net, 2), x), twice, atol=1e-5)


def test_folds_in_processes_give_the_same_and_found_counts_above_the_bound_of_the_real_ones():
    rng = np.random.default_rng(9)
    rows = [dict(id=str(i), label=i % 2, repo=f'o/{i // 10}', fold=i % 3) for i in range(300)]
    y = np.array([r['label'] for r in rows])
    x = (rng.normal(size=(300, 8)) + 1.5 * y[:, None]).astype(np.float32)
    fitted = lambda part, of, beside: head.fit(part, of, 1.0, beside).logits
    assert np.allclose(head.out_of_fold(x, rows, fitted, jobs=2), head.out_of_fold(x, rows, fitted))
    share, bound = head.found(np.array([*range(100), 98, 99.5, 200]), np.array([0] * 100 + [1] * 3))
    assert 97 < bound < 98 and share == 1 and head.found(np.array([*range(100), 50, 99.5, 200]), np.array([0] * 100 + [1] * 3))[0] == 2 / 3


def test_nothing_is_measured_on_the_training_side_with_heads_that_saw_all_of_it(tmp_path):
    for left_out in (0, 1):
        (tmp_path / 'manifest.json').write_text(json.dumps(dict(metrics={FOLDS_LEFT_OUT: left_out})))
        if left_out:
            must_hold_out(tmp_path)
        else:
            with pytest.raises(SystemExit, match='every fold'):
                must_hold_out(tmp_path)
    for fold in (2, None):
        head.save(tmp_path, 'global', GlobalBranch(), head.Head(*(np.zeros(GLOBAL_STATE, np.float32),) * 3, 0.0), 1, fold)
        if fold is not None:
            must_leave_out(tmp_path, fold)
        with pytest.raises(SystemExit, match='saw fold 1'):
            must_leave_out(tmp_path, 1)

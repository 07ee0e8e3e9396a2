"""HGRPO: rewards as the paper has them, advantages inside a mode, and a mode that pays becomes likelier."""
import copy

import numpy as np
import pytest
import torch

from training.fakehr1.decoder import dataset, hgrpo
from training.fakehr1.decoder.grammar import grammar
from training.fakehr1.decoder.model import Config, Decoder, Projector
from training.fakehr1.decoder.rollout import Policy, Response, respond
from training.fakehr1.decoder.tokenizer import train
from training.fakehr1.image.measure import IDS
from training.fakehr1.image.views import SLOW_CROPS
from training.fakehr1.vision.model import TOKEN_STATE, VIEW_STATE


@pytest.fixture(scope='module')
def scene():
    torch.manual_seed(0)
    t = train()
    d = Decoder(Config(vocab=t.get_vocab_size(), width=32, layers=1, heads=2, kv_heads=1, head=16, ffn=48))
    policy = Policy(d, Projector(32), dataset.Tokens(t), grammar())
    rng, n = np.random.default_rng(0), 4
    rows = [dict(id=str(i), label=i % 2, repo='r', part='held') for i in range(n)]
    f = dict(global_tokens=rng.normal(size=(n, 17, TOKEN_STATE)).astype(np.float16), crop_states=rng.normal(size=(n, SLOW_CROPS, VIEW_STATE)).astype(np.float16),
             evidence_bin=rng.integers(0, 5, (n, len(IDS))), global_logit=np.zeros(n))
    im = dataset.Images(rows, f, np.array([True, True, False, False]), [(None, None)] * n, rng.integers(0, 8, (n, SLOW_CROPS)),
                        rng.integers(0, 8, n), 4)
    return policy, im


def answer(thinks: bool, word: int, stance: str | None) -> Response:
    return Response([], [], 0, thinks, word, stance)


def test_reward_terms():
    simple = hgrpo.Prompt(0, 'Real or AI?', False, True, 1)
    hard = hgrpo.Prompt(0, 'Real or AI?', False, False, 1)
    assert hgrpo.total(hgrpo.reward(answer(False, 1, None), simple)) == pytest.approx(1.0)
    assert hgrpo.total(hgrpo.reward(answer(True, 1, 'fake'), simple)) == pytest.approx(0.9)       # it need not have thought
    assert hgrpo.total(hgrpo.reward(answer(False, 1, None), hard)) == pytest.approx(0.9)          # it should have
    assert hgrpo.total(hgrpo.reward(answer(True, 1, 'real'), hard)) == pytest.approx(0.9)         # argues against its answer
    assert hgrpo.total(hgrpo.reward(answer(True, 0, 'open'), hard)) == pytest.approx(0.2)
    assert hgrpo.reward(answer(True, 1, None), hard)['format'] == 0                               # never came to an end


def test_advantages_compare_inside_a_mode_and_are_not_divided():
    got = hgrpo.advantages([1.0, 0.0, 0.9, 0.9], (False, False, True, True))
    assert got == pytest.approx([0.5, -0.5, 0.0, 0.0])


def test_responses_hold_to_the_grammar_and_the_forms(scene):
    policy, im = scene
    wish, (empty, thought) = respond(policy, im, 2, 'Real or AI?', (False, True), np.random.default_rng(1), policy.prefix())
    r = policy.tokens.role
    assert 0 < wish < 1 and not empty.thinks and thought.stance in ('fake', 'real', 'open')
    assert empty.ids[-5:-1] == [r['newline'], *policy.tokens.close] and empty.ids[-1] in (r['real'], r['fake'])
    for x in (empty, thought):
        assert all(x.ids[p] in allowed for p, allowed in x.decisions) and x.decisions[-1][0] == len(x.ids) - 1
    assert 5 < len(thought.decisions) < 60


def test_log_probabilities_are_those_that_were_sampled(scene):
    """Teacher-forced in a padded batch equals step by step: the decisions of the likeliest answer have the top probability."""
    policy, im = scene
    with torch.no_grad():
        prefix = policy.prefix()
        both = respond(policy, im, 1, 'Real or AI?', (False, True), np.random.default_rng(1), prefix, temperature=0)[1]
        forks = [len(dataset.head(im, 1, policy.tokens, 'Real or AI?')) - 1]
        lp, wishes = hgrpo.log_probabilities(policy, im, both, [0, 0], forks, prefix)
    for x, own in zip(both, lp):
        assert all(float(p) >= np.log(1 / len(allowed)) - 1e-4 for p, (_, allowed) in zip(own, x.decisions))
    assert float(wishes[0]) == pytest.approx(respond(policy, im, 1, 'Real or AI?', (), np.random.default_rng(1), prefix)[0], abs=5e-6)


@pytest.mark.parametrize('seed', range(4))
def test_the_mode_that_was_rewarded_more_becomes_likelier(scene, seed):
    policy, im = scene
    policy, reference = copy.deepcopy(policy), policy
    prompt = hgrpo.Prompt(seed, 'Why do you think so?', True, False, seed % 2)
    opt = torch.optim.SGD(policy.decoder.parameters(), lr=0.5)
    # a prompt dropped by the rejection sampling teaches the mode alone
    loss, (line,) = hgrpo.step(policy, reference, im, [prompt], {(seed, prompt.ask): True}, np.random.default_rng(seed))
    opt.zero_grad()
    loss.backward()
    opt.step()
    after = respond(policy, im, seed, prompt.ask, (), np.random.default_rng(0), policy.prefix())[0]
    better = line['reward_think'] - line['reward_empty']
    assert abs(better) > 1e-3 and (after - line['p_think']) * better > 0 and line['dropped']


def test_the_same_picture_asked_twice_keeps_two_prompts(scene):
    policy, im = scene
    policy = copy.deepcopy(policy)
    for w in policy.decoder.parameters():     # as they are drawn, the words of the question hardly matter
        w.data *= 4 if w.dim() > 1 else 1
    asks = ('Real or AI?', 'What clues indicate that this screenshot is not authentic?')
    prompts = [hgrpo.Prompt(1, a, bool(k), True, 1) for k, a in enumerate(asks)]
    alone = []
    with torch.no_grad():
        for group in ([prompts[0]], [prompts[1]], prompts):
            responses = [r for q in group for r in respond(policy, im, q.row, q.ask, (False,), np.random.default_rng(1), policy.prefix())[1]]
            forks = [len(dataset.head(im, q.row, policy.tokens, q.ask)) - 1 for q in group]
            alone.append(hgrpo.log_probabilities(policy, im, responses, list(range(len(group))), forks, policy.prefix())[1])
    assert float(alone[2][0]) == pytest.approx(float(alone[0][0]), abs=5e-6)
    assert float(alone[2][1]) == pytest.approx(float(alone[1][0]), abs=5e-6)
    assert abs(float(alone[2][0]) - float(alone[2][1])) > 2e-5


def test_the_control_term_follows_the_better_mode():
    z = torch.zeros(2, requires_grad=True)
    hgrpo.control_loss(torch.sigmoid(z), torch.tensor([1.0, 0.2]), torch.tensor([0.5, 0.9])).backward()
    assert z.grad[0] < 0 < z.grad[1]

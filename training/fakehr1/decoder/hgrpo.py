"""HGRPO (arXiv 2602.10042, equations 1 to 3) on the decoder, from the HFT checkpoint, with the known repairs.

    python -m training.fakehr1.decoder.hgrpo --init training/runs/hft/final.pt --out training/runs/hgrpo --minutes 20

Per prompt G = 8 answers, half of them forced into each mode (HGPO); advantages inside a mode, not divided by their
deviation (Dr. GRPO); the control token apart (DeGRPO), by the exact gradient of P(mode) times the mode's mean reward;
KL to the HFT model; the hybrid reward on both sides, by the question and by how hard the image is for eyes that never
saw its place. Prompts that the HFT model answers rightly five times of five are dropped from the answers' loss (the
paper's rejection sampling) and only teach the mode. Images: the teaching half of the held-out repositories.
Writes final.pt (a checkpoint as train_hft's) and log.jsonl, a line a step; resumes from last.pt.
"""
import argparse
import copy
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..precision import autocast
from . import dataset
from .bundle import load as load_checkpoint
from .dataset import Images
from .grammar import FILE as GRAMMAR
from .rollout import Policy, Response, as_sample, respond
from .train_hft import embed

PROMPTS, GROUP = 8, 8                     # prompts a step, answers a prompt
MODES = (False,) * (GROUP // 2) + (True,) * (GROUP // 2)
TRIES = 5                                 # of the rejection sampling
ACCURACY, FORMAT, HYBRID = 0.8, 0.1, 0.1  # weights of the reward, from the paper
MARGIN = 0.05                             # what thinking must gain under a simple question: small models drift to more of it
KL, CLIP = 0.04, 0.2                      # from the paper
RATE, TEMPERATURE, GRADIENT_CLIP = 3e-5, 1.0, 1.0
CONTROL = 1.0                             # weight of the control token's term
TEXT_DECISIONS = 16.0                     # choices in a text, about; a constant, so that length earns nothing
COLLAPSED, PATIENCE = (0.05, 0.95), 20    # think share under simple questions; steps outside before the run stops


@dataclass
class Prompt:
    row: int
    ask: str
    explain: bool        # from the hard bank
    easy: bool
    label: int

    @property
    def stratum(self) -> str:
        return f"{'explain' if self.explain else 'simple'}/{'easy' if self.easy else 'hard'}"

    @property
    def should_think(self) -> bool:
        return self.explain or not self.easy


def reward(r: Response, prompt: Prompt) -> dict[str, float]:
    """Terms of equation 3, unweighted. A text that argues against its own answer is not well-formed; nor one without an end."""
    agrees = r.stance in ('open', 'fake' if r.answer else 'real')
    return dict(accuracy=float(r.answer == prompt.label), format=float(not r.thinks or agrees), hybrid=float(r.thinks == prompt.should_think))


def total(terms: dict[str, float]) -> float:
    return ACCURACY * terms['accuracy'] + FORMAT * terms['format'] + HYBRID * terms['hybrid']


def advantages(rewards: list[float], modes: tuple[bool, ...]) -> list[float]:
    """Reward minus the mean of its own mode."""
    mean = {m: float(np.mean([r for r, k in zip(rewards, modes) if k == m])) for m in set(modes)}
    return [r - mean[m] for r, m in zip(rewards, modes)]


def control_loss(wish: torch.Tensor, think: torch.Tensor, empty: torch.Tensor) -> torch.Tensor:
    """Minus the expected reward over the two modes. wish: P(think), with gradient; think, empty: mean rewards. All [N]."""
    return -(wish * think + (1 - wish) * empty).mean()


def log_probabilities(policy: Policy, im: Images, responses: list[Response], owners: list[int], forks: list[int], prefix) -> tuple[list[torch.Tensor], dict[int, torch.Tensor]]:
    """Of every response: log-probability of each decision; and of every prompt: P(think) at its fork, from an empty response.

    owners: the prompt of each response (the same picture may be asked twice in a step); forks: position of each prompt's fork.
    """
    out: list[torch.Tensor] = [torch.zeros(0)] * len(responses)
    wishes: dict[int, torch.Tensor] = {}
    d, r = policy.decoder, policy.tokens.role
    for thinks in (False, True):
        which = [k for k, x in enumerate(responses) if x.thinks == thinks]
        if not which:
            continue
        b = dataset.collate([as_sample(responses[k], forks[owners[k]]) for k in which], im, r['end'])
        hidden, _ = d(embed(d, policy.projector, b, r['image'], 0.0), prefix)
        for n, k in enumerate(which):
            x = responses[k]
            at = torch.tensor([p for p, _ in x.decisions])
            z = d.logits(hidden[n, at - 1]).float()
            keep = torch.full_like(z, float('-inf'))
            for m, (_, allowed) in enumerate(x.decisions):
                keep[m, list(allowed)] = 0
            chosen = torch.tensor([x.ids[p] for p, _ in x.decisions])
            out[k] = torch.log_softmax(z + keep, 1).gather(1, chosen[:, None])[:, 0]
            if not thinks and owners[k] not in wishes:
                whole = d.logits(hidden[n, forks[owners[k]]]).float()
                wishes[owners[k]] = 1 - torch.softmax(whole, 0)[r['newline']]
    return out, wishes


def answer_loss(new: torch.Tensor, old: torch.Tensor, reference: torch.Tensor, advantage: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Equation 1 for one response -> clipped objective (negative), KL by the low-variance estimator. Decisions [D]; the last is the answer."""
    ratio = (new - old).exp()
    gain = torch.minimum(ratio * advantage, ratio.clamp(1 - CLIP, 1 + CLIP) * advantage)
    weight = torch.full_like(gain, 1 / TEXT_DECISIONS)
    weight[-1] = 1.0
    gap = reference - new
    return -(gain * weight).sum(), ((gap.exp() - gap - 1) * weight).sum()


class Prompts:
    """Draws prompts: easy and hard images, simple and explaining questions, in equal shares."""

    def __init__(self, im: Images, seed: int):
        self.im, self.draw = im, dataset.Draw(im, seed)
        self.turn = 0

    def __call__(self) -> Prompt:
        easy, explain = self.turn % 2 == 0, self.turn // 2 % 2 == 0
        self.turn += 1
        while bool(self.im.easy[i := self.draw()]) != easy:
            pass
        return Prompt(i, dataset.question(self.draw.rng, explain), explain, easy, self.im.rows[i]['label'])


def step(policy: Policy, reference: Policy, im: Images, prompts: list[Prompt], known: dict, rng: np.random.Generator) -> tuple[torch.Tensor, list[dict]]:
    """Loss of one step and a log line a prompt."""
    with torch.no_grad():
        prefix_old, prefix_reference = policy.prefix(), reference.prefix()
    lines, responses, owners, gains = [], [], [], []
    means: list[tuple[float, float]] = []
    forks = [len(dataset.head(im, q.row, policy.tokens, q.ask)) - 1 for q in prompts]
    for n, q in enumerate(prompts):
        key = (q.row, q.ask)
        if key not in known:
            wish, _ = respond(reference, im, q.row, q.ask, (), rng, prefix_reference)
            modes = tuple(bool(rng.random() < wish) for _ in range(TRIES))
            tried = respond(reference, im, q.row, q.ask, modes, rng, prefix_reference)[1]
            known[key] = all(r.answer == q.label for r in tried)
        wish, group = respond(policy, im, q.row, q.ask, MODES, rng, prefix_old, TEMPERATURE)
        terms = [reward(r, q) for r in group]
        rewards = [total(t) for t in terms]
        empty, think = np.mean(rewards[:GROUP // 2]), np.mean(rewards[GROUP // 2:]) - (0 if q.explain else MARGIN)
        means.append((float(empty), float(think)))
        for r, a in zip(group, advantages(rewards, MODES)):
            responses.append(r)
            owners.append(n)
            gains.append(0.0 if known[key] else a)
        pick = lambda name, part: float(np.mean([t[name] for t in part]))
        lines.append(dict(stratum=q.stratum, p_think=wish, dropped=known[key], accuracy_empty=pick('accuracy', terms[:GROUP // 2]),
                          accuracy_think=pick('accuracy', terms[GROUP // 2:]), format=pick('format', terms[GROUP // 2:]),
                          reward_empty=means[-1][0], reward_think=means[-1][1]))
    with autocast():
        new, wishes = log_probabilities(policy, im, responses, owners, forks, policy.prefix())
        with torch.no_grad():
            old, _ = log_probabilities(reference, im, responses, owners, forks, prefix_reference)
    objective, kl = torch.zeros(()), torch.zeros(())
    for lp, ref, a in zip(new, old, gains):
        # one update a batch: the sampling policy is the present one, its ratio is 1 and carries the gradient
        g, k = answer_loss(lp, lp.detach(), ref, a)
        objective, kl = objective + g, kl + k
    wish = torch.stack([wishes[n] for n in range(len(prompts))])
    control = control_loss(wish, torch.tensor([m[1] for m in means]), torch.tensor([m[0] for m in means]))
    loss = (objective + KL * kl) / len(responses) + CONTROL * control
    for line in lines:
        line['kl'] = float(kl.detach()) / len(responses)
    return loss, lines


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--init', type=Path, required=True)
    a.add_argument('--run', type=Path, default=Path('training/runs'))
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--out', type=Path, required=True)
    a.add_argument('--minutes', type=float, default=20)
    a.add_argument('--steps', type=int, default=10 ** 9)
    a.add_argument('--threads', type=int, default=1)
    a.add_argument('--seed', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    d, p, t = load_checkpoint(o.init)
    grammar, tokens = json.loads(GRAMMAR.read_text()), dataset.Tokens(t)
    reference = Policy(copy.deepcopy(d).requires_grad_(False), copy.deepcopy(p).requires_grad_(False), tokens, grammar)
    policy = Policy(d, p, tokens, grammar)
    im = dataset.load(o.run, o.data, parts=('held',))
    params = [*d.parameters(), *p.parameters()]
    opt = torch.optim.AdamW(params, lr=RATE, weight_decay=0.0, betas=(0.9, 0.98))
    step_no, spent, last = 0, 0.0, o.out / 'last.pt'
    if last.exists():
        c = torch.load(last, weights_only=False)
        d.load_state_dict(c['decoder'])
        p.load_state_dict(c['projector'])
        opt.load_state_dict(c['opt'])
        step_no, spent = c['step'], c['spent']
    draw, rng, known = Prompts(im, o.seed + step_no), np.random.default_rng(o.seed + step_no), {}
    start, base, outside = time.time(), spent, 0

    def save(path: Path) -> None:
        torch.save(dict(decoder=d.state_dict(), projector=p.state_dict(), config=d.c.as_dict(), tokenizer=t.to_str(), opt=opt.state_dict(),
                        step=step_no, spent=spent, kind='scratch'), path)

    with open(o.out / 'log.jsonl', 'a') as log:
        while spent < o.minutes * 60 and step_no < o.steps and outside < PATIENCE:
            loss, lines = step(policy, reference, im, [draw() for _ in range(PROMPTS)], known, rng)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, GRADIENT_CLIP)
            opt.step()
            step_no += 1
            spent = base + time.time() - start
            for line in lines:
                log.write(json.dumps(dict(step=step_no, **line)) + '\n')
            simple = np.mean([x['p_think'] for x in lines if x['stratum'].startswith('simple')])
            outside = outside + 1 if not COLLAPSED[0] <= simple <= COLLAPSED[1] else 0
            if step_no % 10 == 0:
                log.flush()
                mean = lambda k: round(float(np.mean([x[k] for x in lines])), 3)
                print(f'step {step_no} {spent / 60:.1f} min', {k: mean(k) for k in lines[0] if k != 'stratum'}, flush=True)
                save(last)
    if outside >= PATIENCE:
        print('stopped: the mode collapsed')
    save(o.out / 'final.pt')


if __name__ == '__main__':
    main()

"""Trains the forensic branch of the eyes (the global branch is a head on frozen blocks: states.py, head.py).

    python -m training.fakehr1.vision.train --cache training/runs/cache --run training/runs/crop --minutes 50 --init OLD

One repository fold is held out whole (--holdout) and watched. The schedule goes by wall time, so a run ends when its
minutes are spent; `last.pt` resumes it after an interruption. Seeds are fixed; wall-time schedules still differ a little
between machines, which is why the released checkpoint is named by its sha256 in the manifest.
"""
import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from ..data.cached import Cache, Sampler, batch, to_tensor
from ..image.views import CROP_SIDE
from ..metrics import auc, paired
from ..precision import autocast
from .lite0 import load_imagenet
from .model import CropBranch

BATCH = 32
BODY_RATE, HEAD_RATE = 2.5e-4, 2e-3
WARM_UP = 0.05            # share of the run
SMOOTHING = 0.05
DECAY = 0.02
EMA = 0.998
EVALUATE_EVERY = 15 * 60  # seconds
SMALL_SIDE, SMALL_SHARE = 160, 0.6   # px; crops of the first part of the forensic branch's run: half the time an image
EVALUATE_MOST = 700       # held-out images looked at while training


def make_branch() -> CropBranch:
    branch = CropBranch()
    load_imagenet(branch.net)
    return branch.to(memory_format=torch.channels_last)


def held_out(cache: Cache, holdout: int, most: int) -> list[int]:
    idx = [i for i, r in enumerate(cache.rows) if r['fold'] == holdout]
    return sorted(np.random.default_rng(0).permutation(idx)[:most].tolist())


@torch.no_grad()
def evaluate(branch: CropBranch, cache: Cache, idx: list[int]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Logits (mean of the textured crops of both copies), labels, repositories of the images `idx`."""
    branch.eval()
    out = []
    for s in range(0, len(idx), 16):
        part = idx[s:s + 16]
        views = [cache.crop(i, c, 0)[16:16 + CROP_SIDE, 16:16 + CROP_SIDE] for i in part for c in range(2)]
        with autocast():
            z = branch(to_tensor(views)).float()
        out.append(z.reshape(-1, 2).mean(1).numpy())
    branch.train()
    rows = [cache.rows[i] for i in idx]
    return np.concatenate(out), np.array([r['label'] for r in rows]), [r['repo'] for r in rows]


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--cache', type=Path, required=True)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--minutes', type=float, default=50)
    a.add_argument('--holdout', type=int, default=0)
    a.add_argument('--init', type=Path, help='a final.pt of an earlier run to start from; it must have held out the same fold')
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--threads', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    cache = Cache(o.cache)
    branch = make_branch()
    if o.init:
        earlier = torch.load(o.init, weights_only=False)
        if (earlier['branch'], earlier['holdout']) != ('crop', o.holdout):
            raise SystemExit(f'{o.init} is of branch {earlier["branch"]} and held out fold {earlier["holdout"]}')
        branch.load_state_dict(earlier['model'])
    head = list(branch.head.parameters())
    body = [p for p in branch.net.parameters() if p.requires_grad]
    opt = torch.optim.AdamW([dict(params=body, lr=BODY_RATE), dict(params=head, lr=HEAD_RATE)], weight_decay=DECAY)
    ema = {k: v.clone() for k, v in branch.state_dict().items()}
    spent, step = 0.0, 0
    last = o.run / 'last.pt'
    if last.exists():
        c = torch.load(last, weights_only=False)
        branch.load_state_dict(c['model'])
        opt.load_state_dict(c['opt'])
        ema, spent, step = c['ema'], c['spent'], c['step']
    sampler = Sampler(cache.rows, o.holdout, o.seed * 1000 + step)
    watch = held_out(cache, o.holdout, EVALUATE_MOST)
    print(f'{len(cache.rows)} images, {len(sampler.paired)} paired repositories, {cache.pairs} aligned pairs, {len(watch)} watched, from step {step}', flush=True)
    total, start, seen, loss_sum = o.minutes * 60, time.time(), 0, 0.0
    base, next_look = spent, spent + EVALUATE_EVERY
    branch.train()

    def save(path: Path) -> None:
        torch.save(dict(model=branch.state_dict(), opt=opt.state_dict(), ema=ema, spent=spent, step=step), path)

    while spent < total:
        t = spent / total
        rate = min(1.0, t / WARM_UP) * (0.5 + 0.5 * math.cos(math.pi * t))
        for g, r in zip(opt.param_groups, (BODY_RATE, HEAD_RATE)):
            g['lr'] = max(rate, 0.005) * r
        x, y = batch(cache, sampler, BATCH, SMALL_SIDE if t < SMALL_SHARE else CROP_SIDE)
        with autocast():
            z = branch(x)
        loss = F.binary_cross_entropy_with_logits(z.float(), y * (1 - 2 * SMOOTHING) + SMOOTHING)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(body + head, 1.0)
        opt.step()
        step += 1
        decay = min(EMA, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in branch.state_dict().items():
                ema[k].lerp_(v, 1 - decay)
        seen += BATCH
        loss_sum += float(loss)
        spent = base + time.time() - start
        if step % 50 == 0:
            print(f'step {step} {spent / 60:.1f} min loss {loss_sum / 50:.4f} {(time.time() - start) / seen * 1e3:.0f} ms an image', flush=True)
            loss_sum = 0.0
        if spent >= next_look or spent >= total:
            now = {k: v.clone() for k, v in branch.state_dict().items()}
            branch.load_state_dict(ema)
            z, labels, repos = evaluate(branch, cache, watch)
            branch.load_state_dict(now)
            mean, each = paired(z, labels, repos)
            print(f'held out: pooled {auc(z, labels):.3f} paired {mean:.3f}', {k: round(v, 2) for k, v in each.items()}, flush=True)
            save(last)
            next_look = spent + EVALUATE_EVERY
    torch.save(dict(branch='crop', holdout=o.holdout, model=ema, step=step, images=seen), o.run / 'final.pt')


if __name__ == '__main__':
    main()

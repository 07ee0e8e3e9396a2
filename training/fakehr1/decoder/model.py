"""Llama-type decoder and the projectors that bring the eyes' states into its space.

RMSNorm, grouped-query attention, rotary positions (halves, as in HF Llama and in onnxruntime's GroupQueryAttention),
SwiGLU, tied embeddings.
"""
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn

from ..vision.model import TOKEN_STATE


@dataclass(frozen=True)
class Config:
    vocab: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    kv_heads: int = 2
    head: int = 64
    ffn: int = 768
    theta: float = 10_000.0
    eps: float = 1e-5

    def as_dict(self) -> dict:
        return asdict(self)


class RMSNorm(nn.Module):
    def __init__(self, width: int, eps: float):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        f = x.float()
        return (f * torch.rsqrt(f.pow(2).mean(-1, keepdim=True) + self.eps)).to(x.dtype) * self.weight


def rotary(positions: torch.Tensor, head: int, theta: float) -> tuple[torch.Tensor, torch.Tensor]:
    """positions [T] -> cos, sin [T, head / 2]."""
    freq = theta ** (-torch.arange(0, head, 2, dtype=torch.float32) / head)
    angle = positions.float()[:, None] * freq[None]
    return angle.cos(), angle.sin()


def rotate(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
    """x [B, heads, T, head]."""
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)


class Layer(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.c = c
        self.norm1, self.norm2 = RMSNorm(c.width, c.eps), RMSNorm(c.width, c.eps)
        self.q = nn.Linear(c.width, c.heads * c.head, bias=False)
        self.k = nn.Linear(c.width, c.kv_heads * c.head, bias=False)
        self.v = nn.Linear(c.width, c.kv_heads * c.head, bias=False)
        self.o = nn.Linear(c.heads * c.head, c.width, bias=False)
        self.gate = nn.Linear(c.width, c.ffn, bias=False)
        self.up = nn.Linear(c.width, c.ffn, bias=False)
        self.down = nn.Linear(c.ffn, c.width, bias=False)

    def forward(self, x, cos, sin, past, mask):
        """x [B, T, width]; past (k, v) [B, kv_heads, P, head] or None; mask [.., T, P + T] bool or None (causal)."""
        b, t, _ = x.shape
        c, h = self.c, self.norm1(x)
        split = lambda y, n: y.view(b, t, n, c.head).transpose(1, 2)
        q, k, v = rotate(split(self.q(h), c.heads), cos, sin), rotate(split(self.k(h), c.kv_heads), cos, sin), split(self.v(h), c.kv_heads)
        k, v = k.to(q.dtype), v.to(q.dtype)
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        repeat = c.heads // c.kv_heads
        y = F.scaled_dot_product_attention(q, k.repeat_interleave(repeat, 1), v.repeat_interleave(repeat, 1), attn_mask=mask, is_causal=mask is None)
        x = x + self.o(y.transpose(1, 2).reshape(b, t, -1))
        h = self.norm2(x)
        return x + self.down(F.silu(self.gate(h)) * self.up(h)), (k, v)


class Decoder(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.c = c
        self.embed = nn.Embedding(c.vocab, c.width)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.norm = RMSNorm(c.width, c.eps)
        for p in self.parameters():
            if p.dim() > 1:
                nn.init.normal_(p, std=0.02)

    def forward(self, embeds: torch.Tensor, past=None):
        """embeds [B, T, width]; past: a list of (k, v) per layer with batch B or 1 (a shared prefix, expanded here).

        -> hidden states [B, T, width] after the last norm, and the new cache.
        """
        b, t, _ = embeds.shape
        start = past[0][0].shape[2] if past else 0
        cos, sin = rotary(torch.arange(start, start + t), self.c.head, self.c.theta)
        mask = torch.ones(t, start + t, dtype=torch.bool).tril(start) if start else None
        x, cache = embeds, []
        for i, layer in enumerate(self.layers):
            p = tuple(z.expand(b, -1, -1, -1) for z in past[i]) if past else None
            x, kv = layer(x, cos, sin, p, mask)
            cache.append(kv)
        return self.norm(x), cache

    def logits(self, hidden: torch.Tensor) -> torch.Tensor:
        return hidden @ self.embed.weight.t()


class Projector(nn.Module):
    """whole: places and class token of the whole view, crop: model.crop_token of a crop; [.., 768] -> [.., d] each."""

    def __init__(self, width: int):
        super().__init__()
        make = lambda n: nn.Sequential(nn.LayerNorm(n), nn.Linear(n, width))
        self.whole, self.crop = make(TOKEN_STATE), make(TOKEN_STATE)
        for m in (self.whole[1], self.crop[1]):
            nn.init.normal_(m.weight, std=0.02)
            nn.init.zeros_(m.bias)

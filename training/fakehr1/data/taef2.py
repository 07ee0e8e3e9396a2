"""TAEF2, a tiny auto-encoder of FLUX.2's latent space (github.com/madebyollin/taesd, MIT): makes aligned fakes.

Used by training only; no weight of it is released. The modules are numbered as its published state dicts name them.
"""
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, LATENT = 64, 32     # channels
GROUPS = 4


class Block(nn.Module):
    """Three convolutions and a skip; `pooled` blocks add a 1 x 1 branch normalised over the whole picture."""

    def __init__(self, pooled: bool = False):
        super().__init__()
        c = lambda: nn.Conv2d(WIDTH, WIDTH, 3, padding=1)
        self.conv = nn.Sequential(c(), nn.ReLU(), c(), nn.ReLU(), c())
        wide = WIDTH * GROUPS
        self.pool = nn.Sequential(nn.Conv2d(WIDTH, wide, 1, bias=False), nn.GroupNorm(GROUPS, wide), nn.ReLU(),
                                  nn.Conv2d(wide, WIDTH, 1, bias=False)) if pooled else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.pool is not None:
            x = x + self.pool(x)
        return F.relu(self.conv(x) + x)


class Clamp(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(x / 3) * 3


def _conv(i: int, o: int, stride: int = 1, bias: bool = True) -> nn.Conv2d:
    return nn.Conv2d(i, o, 3, padding=1, stride=stride, bias=bias)


def encoder() -> nn.Sequential:
    layers: list[nn.Module] = [_conv(3, WIDTH), Block()]
    for stage in range(3):
        layers += [_conv(WIDTH, WIDTH, 2, bias=False), *(Block(stage == 2) for _ in range(3))]
    return nn.Sequential(*layers, _conv(WIDTH, LATENT))


def decoder() -> nn.Sequential:
    layers: list[nn.Module] = [Clamp(), _conv(LATENT, WIDTH), nn.ReLU()]
    for stage in range(3):
        layers += [*(Block(stage == 0) for _ in range(3)), nn.Upsample(scale_factor=2), _conv(WIDTH, WIDTH, bias=False)]
    return nn.Sequential(*layers, Block(), _conv(WIDTH, 3))


class Taef2:
    """Reconstructs pictures whose sides are multiples of 8."""

    def __init__(self, folder: Path):
        self.parts = []
        for name, part in (('encoder', encoder()), ('decoder', decoder())):
            state = torch.load(folder / f'taef2_{name}.pth', map_location='cpu', weights_only=True)
            part.load_state_dict({k: v.float() for k, v in state.items()})
            self.parts.append(part.eval().to(memory_format=torch.channels_last))

    @torch.no_grad()
    def reconstruct(self, pixels: torch.Tensor) -> torch.Tensor:
        """float [N, 3, H, W], grey levels 0 to 255 -> the same, through the latent space."""
        x = (pixels / 255).contiguous(memory_format=torch.channels_last)
        for part in self.parts:
            x = part(x)
        return x.clamp(0, 1) * 255

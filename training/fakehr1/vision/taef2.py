"""TAEF2, a small auto-encoder for FLUX.2's latent space: what a generator's last step does to a picture, without another picture.

Architecture and weights: madebyollin/taesd (MIT), 1.3 M parameters each way. Only the training reads it, and only its effect on states of the
trunk is used: nothing of it ships.
"""
from pathlib import Path

import numpy as np
import torch
from torch import nn

WIDTH, LATENT, GROUPS = 64, 32, 4
NAMES = ('encoder', 'decoder')
STEP = 8        # px of a latent place: sides must be multiples of it


def _conv(inside: int, outside: int, **options) -> nn.Conv2d:
    return nn.Conv2d(inside, outside, 3, padding=1, **options)


class _Block(nn.Module):
    """Three convolutions beside the way past them; `grouped` with the pooled path of the innermost blocks. Names are those of the weights."""

    def __init__(self, grouped: bool = False):
        super().__init__()
        self.conv = nn.Sequential(_conv(WIDTH, WIDTH), nn.ReLU(), _conv(WIDTH, WIDTH), nn.ReLU(), _conv(WIDTH, WIDTH))
        wide = GROUPS * WIDTH
        self.pool = nn.Sequential(nn.Conv2d(WIDTH, wide, 1, bias=False), nn.GroupNorm(GROUPS, wide), nn.ReLU(),
                                  nn.Conv2d(wide, WIDTH, 1, bias=False)) if grouped else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.pool is not None:
            x = x + self.pool(x)
        return torch.relu(self.conv(x) + x)


class _Clamp(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(x / 3) * 3


def _blocks(count: int, grouped: bool = False) -> list[nn.Module]:
    return [_Block(grouped) for _ in range(count)]


def networks() -> tuple[nn.Sequential, nn.Sequential]:
    """Encoder and decoder, untrained."""
    down = lambda: _conv(WIDTH, WIDTH, stride=2, bias=False)
    up = lambda: [nn.Upsample(scale_factor=2), _conv(WIDTH, WIDTH, bias=False)]
    return (nn.Sequential(_conv(3, WIDTH), *_blocks(1), down(), *_blocks(3), down(), *_blocks(3), down(), *_blocks(3, True), _conv(WIDTH, LATENT)),
            nn.Sequential(_Clamp(), _conv(LATENT, WIDTH), nn.ReLU(), *_blocks(3, True), *up(), *_blocks(3), *up(), *_blocks(3), *up(), *_blocks(1), _conv(WIDTH, 3)))


def file_of(folder: Path, name: str) -> Path:
    return folder / f'taef2_{name}.pth'


class Autoencoder:
    """Both networks with the weights of a folder: taef2_encoder.pth, taef2_decoder.pth."""

    def __init__(self, folder: Path):
        self.encoder, self.decoder = networks()
        for name, net in zip(NAMES, (self.encoder, self.decoder)):
            weights = torch.load(file_of(folder, name), weights_only=True, map_location='cpu')
            net.load_state_dict({k: v.float() for k, v in weights.items()})
            net.eval()

    @torch.no_grad()
    def __call__(self, rgb: np.ndarray) -> np.ndarray:
        """uint8 [H, W, 3], sides multiples of STEP -> the same picture encoded and decoded."""
        x = torch.from_numpy(rgb.astype(np.float32) / 255).permute(2, 0, 1)[None]
        y = self.decoder(self.encoder(x)).clamp(0, 1)[0].permute(1, 2, 0).numpy()
        return np.round(y * 255).astype(np.uint8)

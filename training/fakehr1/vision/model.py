"""The eyes of nano: a global branch on the squashed whole view and a forensic branch on native crops.

Each branch has its own logit and its own loss; a small fusion of both logits and the measurements is "the detector".
"""
import torch
import torch.nn.functional as F
from torch import nn

from .lite0 import Lite0, normalise

GLOBAL_STATE, CROP_STATE = 320, 112   # channels of the two branches
GRID = 4                              # the 7 x 7 map of the whole view is averaged to 4 x 4 tokens
RESIDUAL_GAIN = 8.0                   # brings a residual of a few grey levels to the range of a pixel


class GlobalBranch(nn.Module):
    """Whole view, all seven stages."""

    def __init__(self):
        super().__init__()
        self.net = Lite0(7)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(GLOBAL_STATE, 1)

    def features(self, pixels: torch.Tensor) -> torch.Tensor:
        """float [N, 3, 224, 224] in grey levels -> [N, 320, 7, 7]."""
        return self.net(normalise(pixels))

    def logit(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """-> logits [N], pooled state [N, 320]."""
        state = features.float().mean((2, 3))
        return self.head(self.drop(state))[:, 0], state

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return self.logit(self.features(pixels))[0]


def whole_tokens(features: torch.Tensor) -> torch.Tensor:
    """[N, 320, 7, 7] -> [N, 17, 320]: 4 x 4 places row by row (overlapping 2 x 2 means, stride 5/3), then the mean.

    Written as a fixed 7 -> 4 averaging matrix so that every runtime computes the same (adaptive pooling is not in ONNX).
    """
    m = features.new_zeros(GRID, 7)
    for i in range(GRID):
        lo, hi = (i * 7) // GRID, -((-(i + 1) * 7) // GRID)
        m[i, lo:hi] = 1.0 / (hi - lo)
    grid = torch.matmul(torch.matmul(m, features), m.t())
    tokens = grid.flatten(2).transpose(1, 2)
    return torch.cat([tokens, features.mean((2, 3))[:, None]], 1)


class CropBranch(nn.Module):
    """Native crops: RGB and the residual against a 3 x 3 mean, five stages (stride 16): low-level traces need no more."""

    def __init__(self):
        super().__init__()
        self.net = Lite0(5, extra=3)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(CROP_STATE, 1)

    def states(self, pixels: torch.Tensor) -> torch.Tensor:
        """float [K, 3, 224, 224] in grey levels -> [K, 112]."""
        kernel = pixels.new_full((3, 1, 3, 3), 1 / 9)
        residual = pixels - F.conv2d(pixels, kernel, padding=1, groups=3)
        x = torch.cat([normalise(pixels), torch.clamp(residual * (RESIDUAL_GAIN / 128), -4, 4)], 1)
        return self.net(x).float().mean((2, 3))

    def logit(self, states: torch.Tensor) -> torch.Tensor:
        return self.head(self.drop(states))[:, 0]

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return self.logit(self.states(pixels))


class Fusion(nn.Module):
    """Detector logit from global logit, mean and log-mean-exp of the crop logits, and the standardised measurements.

    Log-mean-exp is a maximum that does not grow with the number of crops: three and nine share the weights. Linear on
    purpose: it is fitted on held-out repositories, of which there are few.
    """

    def __init__(self, evidence: int):
        super().__init__()
        self.weights = nn.Linear(3 + evidence, 1)

    def forward(self, global_logit: torch.Tensor, crop_logits: torch.Tensor, evidence: torch.Tensor) -> torch.Tensor:
        """global_logit [1], crop_logits [K], evidence [1, E] -> [1]."""
        soft_max = torch.log(torch.exp(crop_logits).mean())
        x = torch.stack([global_logit[0], crop_logits.mean(), soft_max])[None]
        return self.weights(torch.cat([x, evidence], 1))[:, 0]

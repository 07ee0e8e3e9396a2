"""The eyes of nano: a global branch on the squashed whole view (and one native crop) and a forensic branch on native crops.

Each branch has its own logit and its own loss; a small fusion of both logits and the measurements is "the detector".
"""
import torch
import torch.nn.functional as F
from torch import nn

from .clip import MAP, WIDTH, Trunk
from .lite0 import Lite0, normalise

CROP_STATE = 112                      # channels of the forensic branch
GRID = 4                              # the 14 x 14 places of the whole view are averaged to 4 x 4 tokens
RESIDUAL_GAIN = 8.0                   # brings a residual of a few grey levels to the range of a pixel
# What the head reads of the frozen trunk, of the whole view and of the first crop: (class token or mean of the places, block)
STATE_PARTS = (('token', 5), ('mean', 5), ('mean', 4))
VIEWS = 2
GLOBAL_STATE = VIEWS * len(STATE_PARTS) * WIDTH
TOKEN_STATE = WIDTH


class GlobalBranch(nn.Module):
    """Whole view and most textured native crop through CLIP's lower blocks, frozen (clip.py), and a linear head.

    The trunk is not part of the checkpoint: its weights are CLIP's. `mean` and `std` standardise the state over the
    training pictures, so that the head and the heads for kind and category see numbers around one.
    """

    def __init__(self, trunk: Trunk | None = None):
        super().__init__()
        self.trunk = trunk
        self.head = nn.Linear(GLOBAL_STATE, 1)
        self.register_buffer('mean', torch.zeros(GLOBAL_STATE))
        self.register_buffer('std', torch.ones(GLOBAL_STATE))

    def features(self, pixels: torch.Tensor, crop: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """float [1, 3, 224, 224] each, in grey levels -> tokens [1, 17, 768], standardised state [1, GLOBAL_STATE]."""
        blocks = self.trunk(torch.cat([pixels, crop]))
        return whole_tokens(blocks[-1][:1]), self.standardise(state_of_blocks(dict(enumerate(blocks))))

    def standardise(self, state: torch.Tensor) -> torch.Tensor:
        return (state - self.mean) / self.std

    def logit(self, state: torch.Tensor) -> torch.Tensor:
        """Standardised state [N, GLOBAL_STATE] -> [N]."""
        return self.head(state)[:, 0]


def state_of_blocks(blocks: dict[int, torch.Tensor]) -> torch.Tensor:
    """Outputs [VIEWS, 197, 768] of the trunk's blocks -> [1, GLOBAL_STATE]: the parts of the whole view, then those of the crop."""
    parts = [blocks[b][v, 0] if kind == 'token' else blocks[b][v, 1:].mean(0) for v in range(VIEWS) for kind, b in STATE_PARTS]
    return torch.cat(parts)[None]


def whole_tokens(last: torch.Tensor) -> torch.Tensor:
    """Last block's states [N, 197, 768] -> [N, 17, 768]: 4 x 4 places row by row (overlapping means), then the class token.

    Written as a fixed 14 -> 4 averaging matrix so that every runtime computes the same (adaptive pooling is not in ONNX).
    """
    m = last.new_zeros(GRID, MAP)
    for i in range(GRID):
        lo, hi = (i * MAP) // GRID, -((-(i + 1) * MAP) // GRID)
        m[i, lo:hi] = 1.0 / (hi - lo)
    places = last[:, 1:].transpose(1, 2).reshape(len(last), WIDTH, MAP, MAP)
    grid = torch.matmul(torch.matmul(m, places), m.t())
    return torch.cat([grid.flatten(2).transpose(1, 2), last[:, :1]], 1)


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

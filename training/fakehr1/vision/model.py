"""The eyes of nano: heads on CLIP's lower blocks, frozen (clip.py), of the squashed whole view and of native crops.

The global branch reads the whole view and the most textured crop: its logit is "the detector". The crop head reads any crop by itself,
to say where in the picture the signs are.
"""
import torch
from torch import nn

from .clip import MAP, WIDTH, Trunk

GRID = 4                              # the 14 x 14 places of the whole view are averaged to 4 x 4 tokens
# What the heads read of a view: (class token or mean of the places, block)
STATE_PARTS = (('token', 5), ('mean', 5), ('mean', 4))
CROP_TOKEN = ('mean', 5)              # what the decoder reads of a crop
VIEWS = 2                             # that the global branch reads: the whole view, the first crop
VIEW_STATE = len(STATE_PARTS) * WIDTH
GLOBAL_STATE = VIEWS * VIEW_STATE
TOKEN_STATE = WIDTH
BEND = 192                            # hidden units beside the linear head


class GlobalBranch(nn.Module):
    """Whole view and most textured native crop through CLIP's lower blocks, frozen (clip.py), a linear head and a small bent one.

    The trunk is not part of the checkpoint: its weights are CLIP's. `mean` and `std` standardise the state over the
    training pictures, so that the head and the heads for kind and category see numbers around one.
    """

    def __init__(self, trunk: Trunk | None = None):
        super().__init__()
        self.trunk = trunk
        self.head = nn.Linear(GLOBAL_STATE, 1)
        self.bend = nn.Sequential(nn.Linear(GLOBAL_STATE, BEND), nn.ReLU(), nn.Linear(BEND, 1))
        nn.init.zeros_(self.bend[2].weight)      # until one is fitted, and for a run before 0.7
        nn.init.zeros_(self.bend[2].bias)
        self.register_buffer('mean', torch.zeros(GLOBAL_STATE))
        self.register_buffer('std', torch.ones(GLOBAL_STATE))

    def load(self, state: dict[str, torch.Tensor]) -> 'GlobalBranch':
        """Weights of a checkpoint or of a bundle; those of before 0.7 have no bent head, that of 0.7 has half as many units: the missing say nothing."""
        own = {k: v.clone() for k, v in self.state_dict().items() if k.startswith('bend.')}
        if 'bend.2.weight' in state:
            for k, v in own.items():
                v.zero_()
                v[tuple(slice(0, n) for n in state[k].shape)] = state[k]
        self.load_state_dict(own | {k: v for k, v in state.items() if not k.startswith('bend.')})
        return self

    def standardise(self, state: torch.Tensor) -> torch.Tensor:
        return (state - self.mean) / self.std

    def logit(self, state: torch.Tensor) -> torch.Tensor:
        """Standardised state [N, GLOBAL_STATE] -> [N]."""
        return (self.head(state) + self.bend(state))[:, 0]


def state_of_blocks(blocks: list[torch.Tensor]) -> torch.Tensor:
    """Outputs [N, 197, 768] of the trunk's blocks -> raw states [N, VIEW_STATE]."""
    return torch.cat([blocks[b][:, 0] if kind == 'token' else blocks[b][:, 1:].mean(1) for kind, b in STATE_PARTS], 1)


def whole_tokens(last: torch.Tensor) -> torch.Tensor:
    """Last block's states [N, 197, 768] -> [N, 17, 768]: 4 x 4 places row by row (overlapping means), then the class token.

    Written as a fixed 14 -> 4 averaging matrix so that every runtime computes the same (adaptive pooling is not in ONNX).
    """
    m = last.new_zeros(GRID, MAP)
    for i in range(GRID):
        lo, hi = (i * MAP) // GRID, -((-(i + 1) * MAP) // GRID)
        m[i, lo:hi] = 1.0 / (hi - lo)
    places = last[:, 1:].transpose(1, 2).reshape(last.shape[0], WIDTH, MAP, MAP)
    grid = torch.matmul(torch.matmul(m, places), m.t())
    return torch.cat([grid.flatten(2).transpose(1, 2), last[:, :1]], 1)


class CropHead(nn.Module):
    """What one native crop tells by itself: a linear head on the frozen trunk's state of it."""

    def __init__(self):
        super().__init__()
        self.head = nn.Linear(VIEW_STATE, 1)
        self.register_buffer('mean', torch.zeros(VIEW_STATE))
        self.register_buffer('std', torch.ones(VIEW_STATE))

    def logit(self, states: torch.Tensor) -> torch.Tensor:
        """Raw states [K, VIEW_STATE] -> [K]."""
        return self.head((states - self.mean) / self.std)[:, 0]


def crop_token(states: torch.Tensor) -> torch.Tensor:
    """Raw states [.., VIEW_STATE] -> [.., TOKEN_STATE]: what the decoder reads of a crop, the mean of its places after the last block."""
    at = STATE_PARTS.index(CROP_TOKEN) * WIDTH
    return states[..., at:at + TOKEN_STATE]

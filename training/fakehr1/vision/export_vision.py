"""Writes the eyes as ONNX: the frozen trunk for WebGPU, and the small graphs behind it that every device runs on its CPU in fp32."""
import io
from pathlib import Path

import onnx
import torch
from torch import nn

from ..image.views import GLOBAL_SIDE
from ..onnx_share import WeightFile, before_stem, to_fp16_graph, to_fp32_graph
from . import trunk_graph
from .clip import MAP, WIDTH, Trunk
from .model import GLOBAL_STATE, VIEW_STATE, VIEWS, CropHead, GlobalBranch, crop_token, state_of_blocks, whole_tokens

OPSET = 17
LOCATION = 'vision.onnx_data'
PACKED = 'trunk.onnx_data'      # the trunk's products in four bits


class TrunkEncoder(nn.Module):
    """views [N, 3, 224, 224] grey levels -> rows [N, 197, 768] after the last block, raw states [N, VIEW_STATE]. On WASM the kernel's part."""

    def __init__(self, trunk: Trunk):
        super().__init__()
        self.trunk = trunk

    def forward(self, views):
        blocks = self.trunk(views)
        return blocks[-1], state_of_blocks(blocks)


class Subject(nn.Module):
    """standardised state [1, GLOBAL_STATE] -> kind_logits [4], category_logits [12]."""

    def __init__(self, fitted: dict):
        super().__init__()
        self.heads = nn.ModuleList()
        for k in ('kinds', 'categories'):
            head = nn.Linear(GLOBAL_STATE, len(fitted[k]['classes']))
            with torch.no_grad():
                head.weight.copy_(torch.tensor(fitted[k]['weight']))
                head.bias.copy_(torch.tensor(fitted[k]['bias']))
            self.heads.append(head)

    def forward(self, state):
        return tuple(h(state)[0] for h in self.heads)


class VisionEncoder(nn.Module):
    """rows of the whole view [1, 197, 768], raw states of it and of the first crop [VIEWS, VIEW_STATE] -> image_features [17, d], the global
    branch's logit [1], logits of what the picture is (subject.py)."""

    def __init__(self, whole: GlobalBranch, projector: nn.Module, subject: Subject):
        super().__init__()
        self.whole, self.project, self.subject = whole, projector.whole, subject

    def forward(self, rows, states):
        state = self.whole.standardise(states.reshape(1, GLOBAL_STATE))
        return self.project(whole_tokens(rows))[0], self.whole.logit(state), *self.subject(state)


class CropEncoder(nn.Module):
    """raw states of crops [K, VIEW_STATE] -> crop_features [K, d], crop_logits [K]."""

    def __init__(self, crop: CropHead, projector: nn.Module):
        super().__init__()
        self.crop, self.project = crop, projector.crop

    def forward(self, states):
        return self.project(crop_token(states)), self.crop.logit(states)


class Llava(nn.Module):
    """pixel_values [1, 3, 224, 224], crops [K, 3, 224, 224] -> image_features [17 + K, d], as transformers.js wants them of a LLaVA.
    The engine does not open this graph: it asks for less or for more."""

    def __init__(self, trunk: TrunkEncoder, projector: nn.Module):
        super().__init__()
        self.trunk, self.project = trunk, projector

    def forward(self, pixel_values, crops):
        rows, states = self.trunk(torch.cat([pixel_values, crops]))
        return torch.cat([self.project.whole(whole_tokens(rows[:1]))[0], self.project.crop(crop_token(states[1:]))])


def trace(module: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], dynamic: dict) -> onnx.ModelProto:
    buffer = io.BytesIO()
    module.eval()
    with torch.no_grad():
        torch.onnx.export(module, tuple(inputs.values()), buffer, input_names=list(inputs), output_names=outputs,
                          dynamic_axes=dynamic, opset_version=OPSET, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def export(whole: GlobalBranch, crop: CropHead, projector: nn.Module, subject: Subject, folder: Path, held: Path | None = None) -> dict:
    """Writes five graphs, `vision.onnx_data` and `trunk.onnx_data` into `folder`.

    trunk: fp32 on WebGPU; trunk_fp16: fp16 on WebGPU; vision_encoder, crop_encoder: on the CPU of every device;
    vision_encoder_q4: the eyes of a standard LLaVA, over the same weights.
    held: a released trunk.onnx_data; weights that it holds already stay where they are, so that a release without other blocks keeps the file.
    -> where the kernel finds its weights, for the manifest.
    """
    products = {id(m.weight) for m in whole.trunk.blocks.modules() if isinstance(m, nn.Linear)}
    for m in (whole, crop, projector, subject):
        m.float().eval()
        for p in m.parameters():      # rounded first, so that every graph finds the same bytes in the weight file
            if id(p) not in products:
                p.data = p.data.half().float()
    weights, packed = WeightFile(LOCATION), WeightFile(PACKED, held)
    folder.mkdir(parents=True, exist_ok=True)

    def save(m: onnx.ModelProto, name: str) -> None:
        onnx.save(m, folder / f'{name}.onnx')

    n, k = {0: 'views'}, {0: 'crops'}
    views, products_of = torch.rand(2, 3, GLOBAL_SIDE, GLOBAL_SIDE) * 255, trunk_graph.products(whole.trunk)

    def pack(m: onnx.ModelProto, half: bool) -> onnx.ModelProto:
        found = trunk_graph.names(m, products_of)
        m = to_fp16_graph(m, weights, before_stem(m), set(found)) if half else to_fp32_graph(m, weights, set(found))
        return trunk_graph.Rewriter(m, found, packed).rewrite(trunk_graph.packed_product(half))

    trunk = TrunkEncoder(whole.trunk)
    raw = trace(trunk, dict(views=views), ['rows', 'states'], dict(views=n, rows=n, states=n)).SerializeToString()
    full = pack(onnx.load_from_string(raw), half=False)
    save(full, 'trunk')
    save(pack(onnx.load_from_string(raw), half=True), 'trunk_fp16')
    m = trace(Llava(trunk, projector), dict(pixel_values=views[:1], crops=views), ['image_features'], dict(crops=k, image_features={0: 'tokens'}))
    save(pack(m, half=False), 'vision_encoder_q4')
    packed.write(folder)

    rows, states = torch.rand(1, 1 + MAP * MAP, WIDTH), torch.rand(VIEWS, VIEW_STATE)
    m = trace(VisionEncoder(whole, projector, subject), dict(rows=rows, states=states), ['image_features', 'global_logit', 'kind_logits', 'category_logits'], {})
    save(to_fp32_graph(m, weights), 'vision_encoder')
    m = trace(CropEncoder(crop, projector), dict(states=states), ['crop_features', 'crop_logits'], dict(states=k, crop_features=k, crop_logits=k))
    save(to_fp32_graph(m, weights), 'crop_encoder')
    weights.write(folder)
    return trunk_graph.kernel_layout(full, f'onnx/{PACKED}', f'onnx/{LOCATION}')

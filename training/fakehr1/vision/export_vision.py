"""Writes vision_encoder, crop_encoder and fusion as ONNX, in fp32 and fp16 over one weight file."""
import io
from pathlib import Path

import onnx
import torch
from torch import nn

from ..image.views import CROP_SIDE, GLOBAL_SIDE
from ..onnx_share import WeightFile, before_stem, to_fp16_graph, to_fp32_graph
from . import trunk_graph
from .clip import Trunk
from .model import GLOBAL_STATE, CropBranch, Fusion, GlobalBranch
from .ranges import evened

OPSET = 17
LOCATION = 'vision.onnx_data'
PACKED = 'trunk.onnx_data'      # the trunk's products in four bits


class CropEncoder(nn.Module):
    """crops [K, 3, 224, 224] grey levels -> crop_features [K, d], crop_logits [K], crop_states [K, 112]."""

    def __init__(self, crop: CropBranch, projector: nn.Module):
        super().__init__()
        self.crop, self.project = crop, projector.crop

    def forward(self, crops):
        states = self.crop.states(crops)
        return self.project(states), self.crop.logit(states), states


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
    """pixel_values [1, 3, 224, 224], crops [K, ...], the most textured first -> image_features [17 + K, d], logits and states
    of both branches, logits of what the picture is (subject.py)."""

    def __init__(self, whole: GlobalBranch, crop: CropBranch, projector: nn.Module, subject: Subject):
        super().__init__()
        self.whole, self.crops, self.project, self.subject = whole, CropEncoder(crop, projector), projector.whole, subject

    def forward(self, pixel_values, crops):
        tokens, state = self.whole.features(pixel_values, crops[:1])
        logit = self.whole.logit(state)
        crop_features, crop_logits, crop_states = self.crops(crops)
        return torch.cat([self.project(tokens)[0], crop_features], 0), logit, crop_logits, state, crop_states, *self.subject(state)


def trace(module: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], dynamic: dict) -> onnx.ModelProto:
    buffer = io.BytesIO()
    module.eval()
    with torch.no_grad():
        torch.onnx.export(module, tuple(inputs.values()), buffer, input_names=list(inputs), output_names=outputs,
                          dynamic_axes=dynamic, opset_version=OPSET, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def export(whole: GlobalBranch, crop: CropBranch, projector: nn.Module, fusion: Fusion, subject: Subject, evidence: int, folder: Path) -> dict:
    """Writes seven graphs, `vision.onnx_data` and `trunk.onnx_data` into `folder`.

    vision_encoder: WASM (integer trunk); vision_encoder_q4: fp32 on WebGPU; vision_encoder_fp16: fp16 on WebGPU.
    -> what to unpack for WASM, for the manifest.
    """
    products = {id(m.weight) for m in whole.trunk.blocks.modules() if isinstance(m, nn.Linear)}
    for m in (whole, crop, projector, fusion, subject):
        m.to(memory_format=torch.contiguous_format).float().eval()
        for p in m.parameters():      # rounded first, so that both precisions find the same bytes in the weight file
            if id(p) not in products:
                p.data = p.data.half().float()
    k = {0: 'crops'}
    view = torch.rand(1, 3, GLOBAL_SIDE, GLOBAL_SIDE) * 255
    crops = torch.rand(3, 3, CROP_SIDE, CROP_SIDE) * 255
    weights, packed, layout = WeightFile(LOCATION), WeightFile(PACKED), trunk_graph.Layout()
    folder.mkdir(parents=True, exist_ok=True)

    def eyes(trunk: Trunk, vectors: dict[int, torch.Tensor]) -> tuple[bytes, dict[str, trunk_graph.Product]]:
        whole.trunk, own = trunk, whole.trunk
        m = trace(VisionEncoder(whole, crop, projector, subject), dict(pixel_values=view, crops=crops),
                  ['image_features', 'global_logit', 'crop_logits', 'global_state', 'crop_states', 'kind_logits', 'category_logits'],
                  dict(crops=k, image_features={0: 'tokens'}, crop_logits=k, crop_states=k))
        whole.trunk = own
        return m.SerializeToString(), trunk_graph.names(m, trunk_graph.products(own, trunk, vectors))

    def save(m: onnx.ModelProto, name: str) -> None:
        onnx.save(m, folder / f'{name}.onnx')

    rewrite = lambda m, found, product: trunk_graph.Rewriter(m, found, packed, layout).rewrite(product)
    raw, found = eyes(*evened(whole.trunk))
    copy = lambda: onnx.load_from_string(raw)
    save(rewrite(to_fp32_graph(copy(), weights, set(found)), found, trunk_graph.integer_product), 'vision_encoder')
    raw, found = eyes(whole.trunk, {})
    save(rewrite(to_fp32_graph(copy(), weights, set(found)), found, trunk_graph.packed_product(half=False)), 'vision_encoder_q4')
    save(rewrite(to_fp16_graph(copy(), weights, before_stem(copy()), set(found)), found, trunk_graph.packed_product(half=True)), 'vision_encoder_fp16')
    packed.write(folder)

    m = trace(CropEncoder(crop, projector), dict(crops=crops), ['crop_features', 'crop_logits', 'crop_states'],
              dict(crops=k, crop_features=k, crop_logits=k, crop_states=k))
    raw = m.SerializeToString()
    save(to_fp32_graph(copy(), weights), 'crop_encoder')
    save(to_fp16_graph(copy(), weights, before_stem(copy())), 'crop_encoder_fp16')
    weights.write(folder)

    m = trace(fusion, dict(global_logit=torch.zeros(1), crop_logits=torch.zeros(3), evidence=torch.zeros(1, evidence)), ['detector_logit'],
              dict(crop_logits=k))
    save(m, 'fusion')
    save(m, 'fusion_fp16')      # sixteen weights: no reason for half precision
    return layout.manifest(f'onnx/{PACKED}')

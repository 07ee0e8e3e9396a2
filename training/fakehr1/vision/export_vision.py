"""Writes vision_encoder, crop_encoder and fusion as ONNX, in fp32 and fp16 over one weight file."""
import io
from pathlib import Path

import onnx
import torch
from torch import nn

from ..image.views import CROP_SIDE, GLOBAL_SIDE
from ..onnx_share import WeightFile, before_stem, to_fp16_graph, to_fp32_graph
from . import trunk_graph
from .clip import MAP, WIDTH
from .model import GLOBAL_STATE, CropBranch, Fusion, GlobalBranch, whole_tokens

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
        return self.behind_trunk(tokens, state, crops)

    def behind_trunk(self, tokens, state, crops):
        """tokens [1, 17, 768], standardised state -> as `forward`."""
        logit = self.whole.logit(state)
        crop_features, crop_logits, crop_states = self.crops(crops)
        return torch.cat([self.project(tokens)[0], crop_features], 0), logit, crop_logits, state, crop_states, *self.subject(state)


class VisionTail(nn.Module):
    """The encoder behind the trunk, which the kernel computes: rows of the whole view after its last block [1, 197, 768], raw state
    [1, GLOBAL_STATE] (model.state_of_blocks), crops [K, ...] -> as VisionEncoder."""

    def __init__(self, encoder: VisionEncoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, rows, states, crops):
        return self.encoder.behind_trunk(whole_tokens(rows), self.encoder.whole.standardise(states), crops)


def trace(module: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], dynamic: dict) -> onnx.ModelProto:
    buffer = io.BytesIO()
    module.eval()
    with torch.no_grad():
        torch.onnx.export(module, tuple(inputs.values()), buffer, input_names=list(inputs), output_names=outputs,
                          dynamic_axes=dynamic, opset_version=OPSET, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def export(whole: GlobalBranch, crop: CropBranch, projector: nn.Module, fusion: Fusion, subject: Subject, evidence: int, folder: Path,
           held: Path | None = None) -> dict:
    """Writes seven graphs, `vision.onnx_data` and `trunk.onnx_data` into `folder`.

    vision_encoder: WASM (what comes behind the kernel); vision_encoder_q4: fp32 on WebGPU; vision_encoder_fp16: fp16 on WebGPU.
    held: a released trunk.onnx_data; weights that it holds already stay where they are, so that a release without other blocks keeps the file.
    -> where the kernel finds its weights, for the manifest.
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
    weights, packed = WeightFile(LOCATION), WeightFile(PACKED, held)
    folder.mkdir(parents=True, exist_ok=True)
    encoder = VisionEncoder(whole, crop, projector, subject)
    outputs = ['image_features', 'global_logit', 'crop_logits', 'global_state', 'crop_states', 'kind_logits', 'category_logits']
    dynamic = dict(crops=k, image_features={0: 'tokens'}, crop_logits=k, crop_states=k)

    def save(m: onnx.ModelProto, name: str) -> None:
        onnx.save(m, folder / f'{name}.onnx')

    m = trace(encoder, dict(pixel_values=view, crops=crops), outputs, dynamic)
    raw, found = m.SerializeToString(), trunk_graph.names(m, trunk_graph.products(whole.trunk))
    copy = lambda: onnx.load_from_string(raw)
    rewrite = lambda m, half: trunk_graph.Rewriter(m, found, packed).rewrite(trunk_graph.packed_product(half))
    full = rewrite(to_fp32_graph(copy(), weights, set(found)), half=False)
    save(full, 'vision_encoder_q4')
    save(rewrite(to_fp16_graph(copy(), weights, before_stem(copy()), set(found)), half=True), 'vision_encoder_fp16')
    packed.write(folder)
    m = trace(VisionTail(encoder), dict(rows=torch.rand(1, 1 + MAP * MAP, WIDTH), states=torch.rand(1, GLOBAL_STATE), crops=crops), outputs, dynamic)
    save(to_fp32_graph(m, weights), 'vision_encoder')

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
    return trunk_graph.kernel_layout(full, f'onnx/{PACKED}', f'onnx/{LOCATION}')

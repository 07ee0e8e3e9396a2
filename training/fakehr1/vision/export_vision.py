"""Writes vision_encoder, crop_encoder and fusion as ONNX, in fp32 and fp16 over one weight file."""
import io
from pathlib import Path

import onnx
import torch
from torch import nn

from ..image.views import CROP_SIDE, GLOBAL_SIDE
from ..onnx_share import WeightFile, before_stem, to_fp16_graph, to_fp32_graph
from .model import GLOBAL_STATE, CropBranch, Fusion, GlobalBranch, whole_tokens

OPSET = 17
LOCATION = 'vision.onnx_data'


class CropEncoder(nn.Module):
    """crops [K, 3, 224, 224] grey levels -> crop_features [K, d], crop_logits [K], crop_states [K, 112]."""

    def __init__(self, crop: CropBranch, projector: nn.Module):
        super().__init__()
        self.crop, self.project = crop, projector.crop

    def forward(self, crops):
        states = self.crop.states(crops)
        return self.project(states), self.crop.logit(states), states


class Subject(nn.Module):
    """state [1, 320] -> kind_logits [4], category_logits [12]."""

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
    """pixel_values [1, 3, 224, 224], crops [K, ...] -> image_features [17 + K, d], logits and states of both branches,
    logits of what the picture is (subject.py)."""

    def __init__(self, whole: GlobalBranch, crop: CropBranch, projector: nn.Module, subject: Subject):
        super().__init__()
        self.whole, self.crops, self.project, self.subject = whole, CropEncoder(crop, projector), projector.whole, subject

    def forward(self, pixel_values, crops):
        f = self.whole.features(pixel_values)
        logit, state = self.whole.logit(f)
        crop_features, crop_logits, crop_states = self.crops(crops)
        tokens = self.project(whole_tokens(f))[0]
        return torch.cat([tokens, crop_features], 0), logit, crop_logits, state, crop_states, *self.subject(state)


def trace(module: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], dynamic: dict) -> onnx.ModelProto:
    buffer = io.BytesIO()
    module.eval()
    with torch.no_grad():
        torch.onnx.export(module, tuple(inputs.values()), buffer, input_names=list(inputs), output_names=outputs,
                          dynamic_axes=dynamic, opset_version=OPSET, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def export(whole: GlobalBranch, crop: CropBranch, projector: nn.Module, fusion: Fusion, subject: Subject, evidence: int, folder: Path) -> None:
    """Writes six graphs and `vision.onnx_data` into `folder`."""
    for m in (whole, crop, projector, fusion, subject):
        m.to(memory_format=torch.contiguous_format).float().eval()
        for p in m.parameters():      # rounded first, so that both precisions find the same bytes in the weight file
            p.data = p.data.half().float()
    k = {0: 'crops'}
    view = torch.rand(1, 3, GLOBAL_SIDE, GLOBAL_SIDE) * 255
    crops = torch.rand(3, 3, CROP_SIDE, CROP_SIDE) * 255
    graphs = {
        'vision_encoder': trace(VisionEncoder(whole, crop, projector, subject), dict(pixel_values=view, crops=crops),
                                ['image_features', 'global_logit', 'crop_logits', 'global_state', 'crop_states', 'kind_logits', 'category_logits'],
                                dict(crops=k, image_features={0: 'tokens'}, crop_logits=k, crop_states=k)),
        'crop_encoder': trace(CropEncoder(crop, projector), dict(crops=crops), ['crop_features', 'crop_logits', 'crop_states'],
                              dict(crops=k, crop_features=k, crop_logits=k, crop_states=k)),
        'fusion': trace(fusion, dict(global_logit=torch.zeros(1), crop_logits=torch.zeros(3), evidence=torch.zeros(1, evidence)),
                        ['detector_logit'], dict(crop_logits=k)),
    }
    weights = WeightFile(LOCATION)
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in graphs.items():
        raw = model.SerializeToString()
        onnx.save(to_fp32_graph(onnx.load_from_string(raw), weights), folder / f'{name}.onnx')
        if name == 'fusion':   # sixteen weights: no reason for half precision
            onnx.save(onnx.load_from_string(raw), folder / 'fusion_fp16.onnx')
        else:
            onnx.save(to_fp16_graph(onnx.load_from_string(raw), weights, before_stem(model)), folder / f'{name}_fp16.onnx')
    weights.write(folder)

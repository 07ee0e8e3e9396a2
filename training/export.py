"""Writes a model bundle: graphs in the LLaVA layout, tokenizer, manifest with digests, thresholds and self-test.

    python -m training.export --run training/runs --out public/models/fake-hr1-nano --version 0.1.0

Reads runs/{global,crop}/final.pt (eyes), runs/detector.json and runs/verdict.json (training.calibrate), runs/subject.json
(training.fakehr1.subject) and the decoder's checkpoint. --heads FOLDER: its eyes in place of the run's (head.py --ship). `--random` writes a bundle of the same form from untrained weights, for work on the engine.
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from .fakehr1.decoder import bundle as decoder_bundle
from .fakehr1.features import FOLDS_LEFT_OUT, holdout_of, load_eyes
from .fakehr1.image.measure import MEASUREMENTS
from .fakehr1.image.synthetic import synthetic
from .fakehr1.image.views import CROP_SIDE, FAST_CROPS, GLOBAL_SIDE, SLOW_CROPS
from .fakehr1.pipeline import DTYPES, SELF_TEST_QUESTION, Nano
from .fakehr1.subject import untrained
from .fakehr1.vision.export_vision import Subject
from .fakehr1.vision.export_vision import export as export_vision
from .fakehr1.vision.clip import load_clip
from .fakehr1.vision.model import CropHead, GlobalBranch

SELF_TEST_SEED = 2602          # arXiv 2602.10042
SELF_TEST_SIZE = (320, 288)    # px; workers/engine/self-test.ts draws the same
# largest |difference| of a logit in the self-test. WASM's integers: a sum in another order may round an activation the other way, and
# the picture of the test is none (its logit is -7): 0.08 between AVX-512 and Chromium's SIMD. A device that is wrong is off by more than one.
TOLERANCE = {'fp32': 0.25, 'fp32-webgpu': 0.05, 'fp16-webgpu': 0.35}
LIMIT_BYTES = 40_000_000       # whole bundle
LIMIT_FILE = 25_000_000
DECODER = ('embed_tokens', 'decoder_model_merged')
BEHIND_TRUNK = ('vision_encoder', 'crop_encoder')     # small: fp32 on the CPU of every device
LICENCE = 'Apache-2.0'


def random_detector() -> dict:
    """A stand-in for runs/detector.json."""
    cuts = [[-2.0, -1.0, 1.0, 2.0]] * 3
    edges = np.linspace(-2, 2, 7).tolist()
    return dict(compressionBounds=[0.1, 0.5],
                measurements=[dict(id=i, name=n, bounds=cuts) for i, n in MEASUREMENTS],
                cropLogitBounds=edges, detectorLogitBounds=edges)


def neutral_verdict() -> dict:
    """Stands in until `training.calibrate verdict` has run on the exported graphs."""
    return dict(beta=1.0, a=1.0, b=0.0, likelyAi=3.0, likelyAiOutside=3.0, noTraces=-1.0,
                realSurvival=[dict(logit=-3.0, share=0.9), dict(logit=3.0, share=0.01)],
                evaluation=dict(set='none: not calibrated', realImages=0, fakeImages=0, command='python -m training.calibrate verdict'))


def read(path: Path, other: dict) -> dict:
    return json.loads(path.read_text()) if path.exists() else other


def dtype_sets(a: float, b: float, kernel: dict) -> list[dict]:
    """kernel: where it finds the trunk's weights (export_vision)."""
    data = {f: f'onnx/{f}' for f in ('vision.onnx_data', 'trunk.onnx_data', 'decoder.onnx_data')}

    def make(id: str, device: str, tail: str, kv: str, more_graphs: dict, **more) -> dict:
        graphs = {g: f'onnx/{g}.onnx' for g in BEHIND_TRUNK} | {g: f'onnx/{g}{tail}.onnx' for g in DECODER} | more_graphs
        return dict(id=id, device=device, needsShaderF16=bool(tail), graphs=graphs, externalData=data, kvType=kv, calibration=dict(a=a, b=b), **more)

    return [make('fp32', 'wasm', '', 'float32', {}, kernel=kernel), make('fp16-webgpu', 'webgpu', '_fp16', 'float16', dict(trunk='onnx/trunk_fp16.onnx')),
            make('fp32-webgpu', 'webgpu', '', 'float32', dict(trunk='onnx/trunk.onnx'))]


def manifest(det: dict, ver: dict, sub: dict, prompt: dict, kernel: dict, o: argparse.Namespace, checkpoint: str, metrics: dict) -> dict:
    pre = dict(version=1, globalSide=GLOBAL_SIDE, cropSide=CROP_SIDE, fastCrops=FAST_CROPS, slowCrops=SLOW_CROPS,
               measurements=det['measurements'], compressionBounds=det['compressionBounds'])
    return dict(schema=1, id='fake-hr1-nano', family='nano', version=o.version, licence=LICENCE, checkpoint=checkpoint, files=[],
                dtypes=dtype_sets(ver['a'], ver['b'], kernel), preprocessing=pre,
                prompt=dict(prompt, cropLogitBounds=det['cropLogitBounds'], detectorLogitBounds=det['detectorLogitBounds']),
                gate=dict(threshold=ver.get('gate', 0.5)),
                subject={k: sub[k]['classes'] for k in ('kinds', 'categories')},
                verdict={k: ver[k] for k in ('beta', 'likelyAi', 'likelyAiOutside', 'noTraces', 'realSurvival', 'evaluation')},
                selfTest=dict(seed=SELF_TEST_SEED, expected={}, tolerance=TOLERANCE), metrics=metrics)


def digests(folder: Path) -> list[dict]:
    out = []
    for p in sorted(x for x in folder.rglob('*') if x.is_file() and x.name != 'manifest.json'):
        raw = p.read_bytes()
        assert len(raw) < LIMIT_FILE, f'{p} is too large: {len(raw)} bytes'
        out.append(dict(path=str(p.relative_to(folder)), bytes=len(raw), sha256=hashlib.sha256(raw).hexdigest()))
    total = sum(f['bytes'] for f in out)
    assert total < LIMIT_BYTES, f'bundle too large: {total}'
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--run', type=Path, default=Path('training/runs'))
    p.add_argument('--decoder', type=Path, help='checkpoint of training.fakehr1.decoder.train_hft')
    p.add_argument('--heads', type=Path, help='folder of the heads that ship; the run otherwise')
    p.add_argument('--out', type=Path, required=True)
    p.add_argument('--version', default='0.0.0')
    p.add_argument('--held', type=Path, help='a released bundle: weights of the trunk that it holds stay where they are in its file')
    p.add_argument('--random', action='store_true')
    o = p.parse_args()
    torch.manual_seed(0)
    o.out.mkdir(parents=True, exist_ok=True)
    det = random_detector() if o.random else read(o.run / 'detector.json', {})
    sub = untrained() if o.random else read(o.run / 'subject.json', untrained())
    metrics = read(o.run / 'metrics.json', {})
    ver = neutral_verdict() if o.random else read(o.run / 'verdict.json', neutral_verdict())
    if o.random:
        whole, crop = GlobalBranch(load_clip()), CropHead()
        checkpoint = 'random'
    else:
        eyes = o.heads or o.run
        whole, crop = load_eyes(eyes)
        metrics |= {FOLDS_LEFT_OUT: int(holdout_of(eyes) is not None)}
        parts = [eyes / 'global/final.pt', eyes / 'crop/final.pt', o.decoder]
        checkpoint = 'eyes and decoder ' + ' '.join(hashlib.sha256(x.read_bytes()).hexdigest()[:12] for x in parts)
    projector, prompt = decoder_bundle.write(None if o.random else o.decoder, o.out)
    held = o.held / 'onnx/trunk.onnx_data' if o.held else None
    kernel = export_vision(whole, crop, projector, Subject(sub), o.out / 'onnx', held)
    m = manifest(det, ver, sub, prompt, kernel, o, checkpoint, metrics)
    path = o.out / 'manifest.json'
    path.write_text(json.dumps(m, indent=1))
    for flavour, dtype in DTYPES.items():
        x = Nano(o.out, flavour).analyse(synthetic(SELF_TEST_SEED, *SELF_TEST_SIZE), SELF_TEST_QUESTION, 'answer')
        m['selfTest']['expected'][dtype] = dict(detectorLogit=x.detector_logit, verdictLogit=x.verdict_logit, pThink=x.p_think)
    m['files'] = digests(o.out)
    path.write_text(json.dumps(m, indent=1))
    print(f"{len(m['files'])} files, {sum(f['bytes'] for f in m['files']) / 1e6:.1f} MB; self-test {m['selfTest']}")


if __name__ == '__main__':
    main()

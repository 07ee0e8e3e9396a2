"""Parity: PyTorch = onnxruntime (fp32, fp16) = the built page on WASM = the built page on WebGPU (SwiftShader).

    python -m training.parity --bundle public/models/fake-hr1-nano [--decoder CHECKPOINT] [--devices wasm webgpu] [--images 32]

32 seeded synthetic pictures (no data needed) as PNG through every path; prints the largest |delta| of the detector logit and of
the raw verdict logit against onnxruntime fp32, and the verdicts that flip. PyTorch takes part where the checkpoints are
there (training/runs). Of the integers it also prints the median time to the verdict, natively and in the page, with as many threads as
there are cores (4 at most, as the page takes): WASM against native speed in the same run.
`--split test` flips: both forms in floating point against the integers, in onnxruntime, over the test split (--data, --originals).
"""
import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from .fakehr1 import evidence as ev
from .fakehr1.data.index import load_rows
from .fakehr1.features import views_of
from .fakehr1.image.measure import measure
from .fakehr1.image.synthetic import synthetic
from .fakehr1.image.views import SLOW_CROPS, make_views
from .fakehr1.pipeline import SELF_TEST_QUESTION, Nano, nchw

MOST_FLIPS = 0.005
MOST_THREADS = 4      # MAX_THREADS of src/lib/browser.ts
SIZES = ((320, 288), (640, 480), (500, 700), (1025, 769), (180, 260), (900, 300), (256, 256), (1280, 720))   # px


def pictures(count: int) -> list[np.ndarray]:
    """Seeded pictures; every other one blurred and toned by plain arithmetic, so that the verdicts spread."""
    out = []
    for k in range(count):
        a = synthetic(100 + k, *SIZES[k % len(SIZES)])
        if k % 2:
            f = a.astype(np.float64)
            for _ in range(k % 5):
                f = (f + np.roll(f, 1, 0) + np.roll(f, 1, 1) + np.roll(f, (1, 1), (0, 1))) / 4
            a = np.clip(f * (0.5 + (k % 7) / 7) + 10 * (k % 3), 0, 255).astype(np.uint8)
        out.append(np.ascontiguousarray(a))
    return out


@torch.no_grad()
def with_pytorch(bundle: Path, run: Path, checkpoint: Path, images: list[np.ndarray]) -> np.ndarray:
    """[N, 2] detector and raw verdict logits from the checkpoints, weights rounded to fp16 as the bundle keeps them."""
    from .fakehr1.decoder import protocol as pr
    from .fakehr1.decoder.bundle import load
    from .fakehr1.features import load_eyes
    from .fakehr1.vision.model import crop_token, state_of_blocks, whole_tokens
    m = json.loads((bundle / 'manifest.json').read_text())
    whole, crop = load_eyes(run)
    d, p, t = load(checkpoint)
    for module in (whole.head, whole.bend, crop, d, p):
        for w in module.parameters():
            w.data = w.data.half().float()
    enc = lambda s: t.encode(s, add_special_tokens=False).ids
    role = {k: enc(v)[0] for k, v in pr.ROLES.items()}
    rows = []
    for a in images:
        v = make_views(a, SLOW_CROPS)
        measured = measure(v)
        blocks = whole.trunk(torch.from_numpy(nchw(np.stack([v.whole, v.crops[0]]))))
        states = state_of_blocks(blocks)
        logits = crop.logit(states[1:])
        z = float(whole.logit(whole.standardise(states.reshape(1, -1)))[0])
        crops = [x for c in logits for x in (role['image'], enc(f"<cl_{ev.logit_bin(float(c), m['prompt']['cropLogitBounds'])}>")[0])]
        ids = ([role['system'], *enc(pr.SYSTEM), role['user']] + [role['image']] * pr.GLOBAL_TOKENS + crops
               + enc(f"<dl_{ev.logit_bin(z, m['prompt']['detectorLogitBounds'])}>")
               + [enc(f'<ev_{i}_{b}>')[0] for i, b in zip(ev.IDS, ev.bins(measured, m['preprocessing']))] + enc(SELF_TEST_QUESTION)
               + [role['assistant'], role['thinkOpen'], role['newline'], role['newline'], role['thinkClose'], role['newline'], role['newline']])
        x = d.embed(torch.tensor(ids))
        x[torch.tensor(ids) == role['image']] = torch.cat([p.whole(whole_tokens(blocks[-1][:1]))[0], p.crop(crop_token(states[1:]))])
        last = d.logits(d(x[None])[0][0, -1])
        rows.append((z, float(last[role['fake']] - last[role['real']]) + m['verdict']['beta'] * z))
    return np.array(rows)


def native(bundle: Path, flavour: str, images: list[np.ndarray]) -> tuple[np.ndarray, float]:
    """-> [N, 2] detector and raw verdict logits, median ms from PNG to verdict."""
    nano, rows, ms = Nano(bundle, flavour, min(MOST_THREADS, os.cpu_count() or 1)), [], []
    for a in images:
        file = io.BytesIO()
        Image.fromarray(a).save(file, 'PNG')
        began = time.perf_counter()
        x = nano.analyse(np.asarray(Image.open(file)), SELF_TEST_QUESTION, 'answer')
        ms.append(1000 * (time.perf_counter() - began))
        rows.append((x.detector_logit, x.verdict_logit))
    return np.array(rows), statistics.median(ms)


def browser(bundle: Path, device: str, images: list[np.ndarray]) -> tuple[np.ndarray, float]:
    """As `native`, through `npm run evaluate`: the built page's own worker in headless Chromium."""
    beta = json.loads((bundle / 'manifest.json').read_text())['verdict']['beta']
    with tempfile.TemporaryDirectory() as folder:
        f = Path(folder)
        for k, a in enumerate(images):
            Image.fromarray(a).save(f / f'{k}.png')
        (f / 'in.jsonl').write_text(''.join(json.dumps(dict(file_path=f'{k}.png', label='real', k=k)) + '\n' for k in range(len(images))))
        subprocess.run(['node', 'scripts/evaluate.mjs', str(f / 'in.jsonl'), str(f / 'out.jsonl'), '--mode', 'answer', '--device', device, '--pages', '1'],
                       check=True, stdout=sys.stderr)
        rows = {r['k']: r for r in map(json.loads, open(f / 'out.jsonl'))}
    broken = [r for r in rows.values() if r['error']]
    if broken:
        raise RuntimeError(f'{len(broken)} pictures failed on {device}: {broken[0]["error"]}')
    logits = np.array([(rows[k]['detector_logit'], rows[k]['language_logit'] + beta * rows[k]['detector_logit']) for k in range(len(images))])
    return logits, statistics.median(r['ms_verdict'] for r in rows.values())


def show(name: str, got: np.ndarray, want: np.ndarray, m: dict) -> float:
    cal, v = m['dtypes'][0]['calibration'], m['verdict']
    band = lambda z: np.digitize(cal['a'] * z + cal['b'], [v['noTraces'], v['likelyAi']])
    words = (got[:, 1] > 0) != (want[:, 1] > 0)
    bands = band(got[:, 1]) != band(want[:, 1])
    d = np.abs(got - want).max(0)
    print(f'{name:28s} max |delta| detector {d[0]:.2e}  verdict {d[1]:.2e}  answers flipped {words.sum()} of {len(got)}  bands changed {bands.sum()}', flush=True)
    return float(words.mean())


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--bundle', type=Path, default=Path('public/models/fake-hr1-nano'))
    a.add_argument('--run', type=Path, default=Path('training/runs'))
    a.add_argument('--decoder', type=Path)
    a.add_argument('--images', type=int, default=32)
    a.add_argument('--devices', nargs='*', default=['wasm', 'webgpu'])
    a.add_argument('--split', choices=('test',))
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--originals', type=Path)
    a.add_argument('--limit', type=int)
    o = a.parse_args()
    m = json.loads((o.bundle / 'manifest.json').read_text())
    if o.split:
        reference, *others = (Nano(o.bundle, f) for f in ('fp32', 'q4', 'fp16'))
        views = [views_of(r, 0) for r in load_rows(o.data, o.originals, o.split)[:o.limit]]
        look = lambda n: np.array([(x.detector_logit, x.verdict_logit) for x in (n.analyse_views(v, SELF_TEST_QUESTION, 'answer') for v in views)])
        want = look(reference)
        rate = max(show(f'onnxruntime {name}, test split', look(n), want, m) for name, n in zip(('q4', 'fp16'), others))
        sys.exit(f'flips {rate:.2%} > {MOST_FLIPS:.2%}' if rate > MOST_FLIPS else 0)
    images = pictures(o.images)
    want, quick = native(o.bundle, 'fp32', images)
    print(f'{len(images)} pictures, verdict logits {want[:, 1].min():.2f} to {want[:, 1].max():.2f}; reference: onnxruntime fp32')
    if o.decoder:
        show('PyTorch fp32', with_pytorch(o.bundle, o.run, o.decoder, images), want, m)
    for flavour in ('q4', 'fp16'):
        show(f'onnxruntime {flavour}', native(o.bundle, flavour, images)[0], want, m)
    for device in o.devices:
        logits, ms = browser(o.bundle, device, images)
        show(f'page, {device}', logits, want, m)
        if device == 'wasm':
            print(f'median time to the verdict: native {quick:.0f} ms, page {ms:.0f} ms, {ms / quick:.2f} times native', flush=True)


if __name__ == '__main__':
    main()

"""The two decoder candidates side by side: size, speed, text. Writes docs/decoder-choice.md.

    python -m training.fakehr1.decoder.compare --run training/runs --data ../shared/data --out docs/decoder-choice.md \\
        scratch=training/runs/hft/final.pt smollm=training/runs/hft-smollm/final.pt

Held-out texts and samples are of the calibrating half of the held-out repositories, which neither decoder was trained on.
Perplexity is given per character, because the tokenizers differ. Samples are drawn by a fixed seed. The measures are of free
greedy decoding (what the decoder has learned); the samples are written under the guide of grammar.py, as the page shows them.
"""
import argparse
import json
import math
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from ..image.views import FAST_CROPS
from . import dataset, protocol as pr
from .bundle import load as load_checkpoint
from .check import read
from .export_decoder import export
from .grammar import Guide, grammar
from .texts import compose
from .train_hft import embed

TEXTS, OUTPUTS, SAMPLES = 150, 60, 20
GRAMMAR = grammar()


class Runner:
    """One candidate with the constant prefix already run."""

    def __init__(self, path: Path, im: dataset.Images):
        self.d, self.p, self.t = load_checkpoint(path)
        self.tokens, self.im = dataset.Tokens(self.t), im
        with torch.no_grad():
            _, self.prefix = self.d(self.d.embed(torch.tensor([self.tokens.prefix])))

    def _open(self, i: int, ask: str) -> list[int]:
        t, im = self.tokens, self.im
        more = [x for s in range(FAST_CROPS, im.crop_bins.shape[1]) for x in (t.role['image'], t.marker[f'<cl_{im.crop_bins[i, s]}>'])]
        return dataset.head(im, i, t, ask) + more

    def _embed(self, ids: list[int], i: int) -> torch.Tensor:
        s = dataset.Sample(ids, [0.0] * len(ids), 0, None, i, True)
        return embed(self.d, self.p, dataset.collate([s], self.im, self.tokens.role['end']), self.tokens.role['image'], 0.0)

    @torch.no_grad()
    def bits(self, i: int, text: str) -> float:
        """Bits of a reference text."""
        before, tail = self._open(i, pr.HARD[-1]), self.tokens.encode(text)
        hidden, _ = self.d(self._embed(before + tail, i), self.prefix)
        logp = torch.log_softmax(self.d.logits(hidden[0, len(before) - 1:-1]).float(), -1)
        return float(-logp.gather(1, torch.tensor(tail)[:, None]).sum()) / math.log(2)

    @torch.no_grad()
    def write(self, i: int, ask: str, guided: bool) -> str:
        """Greedy output in explain mode; its answer word is the decoder's own, without the detector.

        guided: the steps are held to what the picture supports; else the decoder is free up to its end token.
        """
        hidden, past = self.d(self._embed(self._open(i, ask), i), self.prefix)
        row, out, r = self.d.logits(hidden[0, -1]).clone(), [], self.tokens.role
        row[r['newline']] = -1e9
        im = self.im
        guide = Guide(self.tokens.encode, GRAMMAR, im.features['evidence_bin'][i], im.crop_bins[i], im.zero_bin,
                      im.subject[i] if im.subject else (None, None)) if guided else None
        closing = iter([r['newline'], *self.tokens.close])
        while len(out) < pr.MAX_NEW + 8:
            if guide is None:
                k = int(row.argmax())
            elif allowed := sorted(guide.allowed()):
                k = max(allowed, key=lambda t: float(row[t]))
                guide.take(k)
            else:
                k = next(closing, None)
                if k is None:
                    k = max((r['real'], r['fake']), key=lambda t: float(row[t]))
                    return '<think>\n' + self.t.decode([*out, k], skip_special_tokens=False)
            if k == r['end']:
                break
            out.append(k)
            hidden, past = self.d(self.d.embed(torch.tensor([[k]])), past)
            row = self.d.logits(hidden[0, -1])
        return '<think>\n' + self.t.decode(out, skip_special_tokens=False)


def speed(r: Runner) -> dict[str, float]:
    """Bytes of the weight file; ms a token in onnxruntime native and in WASM (two threads each), the fastest of 30."""
    import onnxruntime as ort
    with tempfile.TemporaryDirectory() as folder:
        export(r.d, Path(folder))
        options = ort.SessionOptions()
        options.intra_op_num_threads = 2
        s = ort.InferenceSession(Path(folder) / 'decoder_model_merged.onnx', options)
        c = r.d.c
        feeds = dict(inputs_embeds=np.full((1, 1, c.width), 0.1, np.float32), attention_mask=np.ones((1, 257), np.int64))
        feeds |= {i.name: np.zeros((1, c.kv_heads, 256, c.head), np.float32) for i in s.get_inputs()[2:]}
        ms = []
        for _ in range(30):
            start = time.perf_counter()
            s.run(None, feeds)
            ms.append((time.perf_counter() - start) * 1e3)
        web = json.loads(subprocess.run(['node', 'training/decoder-speed.mjs', folder], capture_output=True, text=True, check=True).stdout)
        return dict(megabytes=(Path(folder) / 'decoder.onnx_data').stat().st_size / 1e6, native=min(ms), wasm=web['tokenMs'], prefill=web['prefillMs'])


def judge(r: Runner, picks: list[int]) -> tuple[dict[str, float], list[str]]:
    """Shares over free outputs, and the outputs."""
    im, outputs, cited, supported, crops, formed, loops, words, agree = r.im, [], 0, 0, [], 0, 0, [], []
    for i in picks:
        text = r.write(i, pr.HARD[-1], guided=False)
        outputs.append(text)
        parsed = pr.parse(text)
        formed += parsed is not None
        if not parsed or not parsed[0]:
            continue
        got = read(parsed[0], im.features['evidence_bin'][i], im.crop_bins[i], im.zero_bin)
        cited += len(got.cited)
        supported += int(got.supported)
        crops += [] if got.crop_right is None else [got.crop_right]
        loops += got.loop
        words.append((parsed[1] == 'fake') == bool(im.rows[i]['label']))
        agree += [] if got.stance in (None, 'open') else [got.stance == parsed[1]]
    n = len(picks)
    return dict(formed=formed / n, citation=supported / max(cited, 1), crop=float(np.mean(crops or [0])), loops=loops, stance=float(np.mean(agree or [0])),
                right=float(np.mean(words or [0]))), outputs


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('candidates', nargs='+', help='name=checkpoint')
    a.add_argument('--run', type=Path, default=Path('training/runs'))
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--out', type=Path)
    a.add_argument('--threads', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    im = dataset.load(o.run, o.data, ('held',), half=1)
    rng = np.random.default_rng(2602)
    picks = rng.permutation(len(im.rows))[:max(TEXTS, OUTPUTS)].tolist()
    texts = [compose(rng, im.features['evidence_bin'][i], im.crop_bins[i], im.zero_bin, im.rows[i]['label'], float(im.features['global_logit'][i]), *im.about[i])
             for i in picks]
    lines = ['| candidate | parameters | fp16 MB | WASM ms/token | WASM prefill of 64, ms | native ms/token | bits/character | well-formed | citations supported | crop claim right | stance = answer | loops |',
             '|---|---|---|---|---|---|---|---|---|---|---|---|']
    samples = {}
    for item in o.candidates:
        name, path = item.split('=')
        r = Runner(Path(path), im)
        v = speed(r)
        bits = sum(r.bits(i, s) for i, s in zip(picks[:TEXTS], texts)) / sum(len(s) for s in texts[:TEXTS])
        q, _ = judge(r, picks[:OUTPUTS])
        samples[name] = [r.write(i, pr.HARD[-1], guided=True) for i in picks[:SAMPLES]]
        lines.append(f"| {name} | {sum(p.numel() for p in r.d.parameters()) / 1e6:.1f} M | {v['megabytes']:.1f} | {v['wasm']:.1f} | {v['prefill']:.0f} | {v['native']:.1f} | {bits:.3f} | "
                     f"{q['formed']:.1%} | {q['citation']:.1%} | {q['crop']:.1%} | {q['stance']:.1%} | {q['loops']} in {OUTPUTS} |")
        print(lines[-1], flush=True)
    print('\n'.join(lines))
    if o.out:
        body = [p for p in o.out.read_text().split('<!-- table -->')[:1]] if o.out.exists() else ['# Which decoder\n\n']
        parts = ['\n'.join(lines), '\n## Twenty samples side by side\n']
        for k in range(SAMPLES):
            parts.append(f'**{k + 1}** (held-out image, label {"AI" if im.rows[picks[k]]["label"] else "real"})\n')
            parts += [f'- *{name}*: {" ⏎ ".join(s[k].splitlines())}' for name, s in samples.items()]
            parts.append('')
        o.out.write_text(body[0] + '<!-- table -->\n' + '\n'.join(parts) + '\n')


if __name__ == '__main__':
    main()

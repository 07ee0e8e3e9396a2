"""The engine of nano in Python: the same graphs, views, tokens and decoding as workers/engine/nano.ts, in onnxruntime.

Used to write the self-test into the manifest, for parity with the browser and for evaluation without one.
"""
import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from . import evidence as ev
from .decoder.grammar import FILE as GRAMMAR, Guide
from .image.measure import measure
from .image.views import FAST_CROPS, SLOW_CROPS, Views, make_views
from .subject import pick
from .vision.trunk_graph import integer

SELF_TEST_QUESTION = 'Is this image real or fake?'
DTYPES = dict(fp32='fp32', q4='fp32-webgpu', fp16='fp16-webgpu')


@dataclass
class Answer:
    """What one analysis gives; logits are raw (before calibration) unless named otherwise."""
    detector_logit: float
    language_logit: float
    verdict_logit: float
    p_think: float
    thought: bool
    output: str
    tokens: int
    crop_logits: np.ndarray
    evidence: np.ndarray
    bins: list[int]
    fast_verdict_logit: float
    category: str | None
    kind: str | None
    positions: np.ndarray = field(repr=False, default_factory=lambda: np.zeros((0, 2), int))


def nchw(views: np.ndarray) -> np.ndarray:
    """uint8 [N, H, W, 3] -> float32 [N, 3, H, W], grey levels."""
    return np.ascontiguousarray(views.transpose(0, 3, 1, 2)).astype(np.float32)


class Nano:
    """A loaded bundle. flavour: 'fp32' (what WASM computes), 'q4' (WebGPU without fp16) or 'fp16' (WebGPU)."""

    def __init__(self, folder: Path, flavour: str = 'fp32', threads: int = 1):
        self.manifest = json.loads((folder / 'manifest.json').read_text())
        dtype = next(d for d in self.manifest['dtypes'] if d['id'] == DTYPES[flavour])

        def make(graph: str) -> ort.InferenceSession:
            options = ort.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            if graph == 'trunk' and 'kernel' in dtype:     # in the arithmetic of the kernel
                packed = next(d for d in self.manifest['dtypes'] if d['id'] == DTYPES['q4'])
                return integer(folder / packed['graphs'][graph], options)
            return ort.InferenceSession(folder / dtype['graphs'][graph], options)

        self.trunk, self.vision, self.crop = make('trunk'), make('vision_encoder'), make('crop_encoder')
        self.embed, self.decoder = make('embed_tokens'), make('decoder_model_merged')
        self.tokenizer = Tokenizer.from_file(str(folder / 'tokenizer.json'))
        self.grammar = json.loads(GRAMMAR.read_text())
        p = self.manifest['prompt']
        self.id = {role: self._one(text) for role, text in p['tokens'].items()}
        self.kv = [i for i in self.decoder.get_inputs() if i.name.startswith('past')]
        self.kv_type = np.float16 if self.kv[0].type == 'tensor(float16)' else np.float32
        system = [self.id['system'], *self._encode(p['system']), self.id['user']]
        self.prefix = self._step(self._embed(system), None)[1]

    def _one(self, text: str) -> int:
        ids = self._encode(text)
        assert len(ids) == 1, f'{text!r} is not one token'
        return ids[0]

    def _encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def _embed(self, ids: list[int]) -> np.ndarray:
        return self.embed.run(None, {'input_ids': np.array([ids], np.int64)})[0]

    def _step(self, embeds: np.ndarray, past: dict | None) -> tuple[np.ndarray, dict]:
        """-> logits [KEPT_LOGITS or fewer, V] of the last positions and the KV cache after them."""
        if past is None:
            past = {i.name: np.zeros((1, i.shape[1], 0, i.shape[3]), self.kv_type) for i in self.kv}
        length = next(iter(past.values())).shape[2] + embeds.shape[1]
        out = self.decoder.run(None, {'inputs_embeds': embeds, 'attention_mask': np.ones((1, length), np.int64), **past})
        names = [o.name for o in self.decoder.get_outputs()]
        kv = {n.replace('present', 'past_key_values'): v for n, v in zip(names[1:], out[1:])}
        return out[0][0], kv

    def _with_features(self, ids: list[int], features: np.ndarray) -> np.ndarray:
        e = self._embed(ids).copy()
        at = np.array(ids) == self.id['image']
        assert at.sum() == len(features)
        e[0, at] = features
        return e

    def _crop_ids(self, logits: np.ndarray) -> list[int]:
        b = self.manifest['prompt']['cropLogitBounds']
        return [i for z in logits for i in (self.id['image'], self._one(f'<cl_{ev.logit_bin(float(z), b)}>'))]

    def _closing(self) -> list[int]:
        """Ends the think block; the answer word follows."""
        n = self.id['newline']
        return [n, self.id['thinkClose'], n, n]

    def _language(self, logits: np.ndarray) -> float:
        """The language logit at an answer position, from its logits [V]."""
        return float(logits[self.id['fake']] - logits[self.id['real']])

    def analyse(self, rgb: np.ndarray, question: str = SELF_TEST_QUESTION, mode: str = 'auto') -> Answer:
        """rgb: uint8 [H, W, 3], oriented."""
        return self.analyse_views(make_views(rgb, SLOW_CROPS), question, mode)

    def analyse_views(self, views: Views, question: str, mode: str) -> Answer:
        m, pre = self.manifest, self.manifest['preprocessing']
        measured = measure(views)
        bins = ev.bins(measured, pre)
        rows, states = self.trunk.run(None, dict(views=nchw(np.stack([views.whole, views.crops[0]]))))
        features, global_logit, kinds, categories = self.vision.run(None, dict(rows=rows[:1], states=states))
        crop_features, crop_logits = self.crop.run(None, dict(states=states[1:]))
        features = np.concatenate([features, crop_features])
        soft = lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        kind, category = (pick(soft(z.astype(np.float64)), m['subject'][k]) for z, k in ((kinds, 'kinds'), (categories, 'categories')))
        detector = float(global_logit[0])
        words = self._encode(question)[:m['prompt']['maxQuestionTokens']]
        ids = ([self.id['image']] * m['prompt']['globalTokens'] + self._crop_ids(crop_logits)
               + [self._one(f"<dl_{ev.logit_bin(detector, m['prompt']['detectorLogitBounds'])}>")]
               + [self._one(f"<ev_{k['id']}_{b}>") for k, b in zip(pre['measurements'], bins)]
               + words + [self.id['assistant'], self.id['thinkOpen'], self.id['newline']])
        close = self._closing()
        logits, base = self._step(self._with_features([*ids, *close], features), self.prefix)      # one run for gate and answer
        gate = logits[-1 - len(close)]
        last = gate - gate.max()
        p_think = 1 - float(np.exp(last[self.id['newline']]) / np.exp(last).sum())
        language = self._language(logits[-1])
        beta = m['verdict']['beta']
        fast = language + beta * detector
        thinks = mode == 'explain' or (mode == 'auto' and p_think >= m['gate']['threshold'])
        word = lambda z: 'fake' if z > 0 else 'real'
        if not thinks:
            return Answer(detector, language, fast, p_think, False, f'<think>\n\n</think>\n\n{word(fast)}', 7, crop_logits,
                          measured, bins, fast, category, kind, views.positions)
        more, more_logits = self.crop.run(None, dict(states=self.trunk.run(['states'], dict(views=nchw(views.crops[FAST_CROPS:])))[0]))
        crop_logits = np.concatenate([crop_logits, more_logits])
        crop_bins = [ev.logit_bin(float(c), m['prompt']['cropLogitBounds']) for c in crop_logits]
        guide = Guide(self._encode, self.grammar, bins, crop_bins, ev.logit_bin(0.0, m['prompt']['cropLogitBounds']), (category, kind))
        fork = {k: np.ascontiguousarray(v[:, :, :-len(close)]) for k, v in base.items()}
        text, past = self._reason(self._with_features(self._crop_ids(more_logits), more), fork, guide)
        language = self._language(self._step(self._embed(close), past)[0][-1])
        z = language + beta * detector
        steps = self.tokenizer.decode(text)
        return Answer(detector, language, z, p_think, True, f'<think>\n{steps}\n</think>\n\n{word(z)}', len(text) + 7, crop_logits,
                      measured, bins, fast, category, kind, views.positions)

    def _reason(self, embeds: np.ndarray, past: dict, guide: Guide) -> tuple[list[int], dict]:
        """Greedy decoding of the steps among what the guide allows. -> ids and the KV cache behind them."""
        logits, past = self._step(embeds, past)
        text: list[int] = []
        while len(text) < self.manifest['prompt']['maxNewTokens'] and (allowed := sorted(guide.allowed())):
            t = max(allowed, key=lambda i: logits[-1][i])
            guide.take(t)
            text.append(t)
            logits, past = self._step(self._embed([t]), past)
        return text, past

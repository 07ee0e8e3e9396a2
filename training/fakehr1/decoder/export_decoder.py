"""embed_tokens.onnx and decoder_model_merged.onnx, node by node: onnxruntime's fused kernels, not a trace.

Rotary positions, SimplifiedLayerNormalization and its Skip form; one fp16 weight file for the fp32 and the fp16 graphs
(onnx_share.py says why). Attention is GroupQueryAttention in half precision (WebGPU). In single precision (WASM) it is
written out: there that operator takes five times as long as its products (docs/decisions/0011).
"""
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from ..onnx_share import WeightFile
from .model import Config, Decoder, rotary

LOCATION = 'decoder.onnx_data'
POSITIONS = 1024          # rows of the rotary tables: prompt and longest answer fit twice
MS = 'com.microsoft'
KEPT_LOGITS = 5           # last positions whose logits are computed: the gate's before the four tokens that close the thinking, and the answer's
OPSETS = [helper.make_opsetid('', 17), helper.make_opsetid(MS, 1)]


class Graph:
    """Collects nodes and weights of one graph in `half` (fp16) or single precision."""

    def __init__(self, weights: WeightFile, half: bool):
        self.weights, self.half = weights, half
        self.type = TensorProto.FLOAT16 if half else TensorProto.FLOAT
        self.nodes, self.inits = [], []

    def weight(self, name: str, a: np.ndarray) -> str:
        """External fp16 tensor; in single precision behind a Cast that onnxruntime folds."""
        t = TensorProto(name=name + ('' if self.half else '_f16'), data_type=TensorProto.FLOAT16, dims=list(a.shape))
        offset, length = self.weights.put(a.astype(np.float16))
        t.data_location = TensorProto.EXTERNAL
        for k, v in (('location', self.weights.location), ('offset', str(offset)), ('length', str(length))):
            t.external_data.add(key=k, value=v)
        self.inits.append(t)
        if not self.half:
            self.nodes.append(helper.make_node('Cast', [t.name], [name], to=TensorProto.FLOAT, name='cast_' + name))
        return name

    def linear_weight(self, name: str, module: torch.nn.Linear) -> str:
        """Weight of a product, [in, out]."""
        return self.weight(name + '.w', np.ascontiguousarray(module.weight.detach().float().numpy().T))

    def lengths(self, *parts: int) -> str:
        """Constant with the lengths of a Split's parts; one for each kind."""
        name = 'lengths_' + '_'.join(map(str, parts))
        return name if any(t.name == name for t in self.inits) else self.constant(name, np.array(parts, np.int64))

    def constant(self, name: str, a: np.ndarray) -> str:
        self.inits.append(onnx.numpy_helper.from_array(a, name))
        return name

    def op(self, kind: str, inputs: list[str], out: str | list[str], domain: str = '', **attributes) -> str:
        outs = [out] if isinstance(out, str) else out
        self.nodes.append(helper.make_node(kind, inputs, outs, name=outs[0] + '_op', domain=domain, **attributes))
        return outs[0]

    def model(self, name: str, inputs: list, outputs: list) -> onnx.ModelProto:
        g = helper.make_graph(self.nodes, name, inputs, outputs, self.inits)
        return helper.make_model(g, opset_imports=OPSETS, ir_version=9)


def value(name: str, kind: int, shape: list) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def embed_graph(table: np.ndarray, weights: WeightFile, half: bool) -> onnx.ModelProto:
    """input_ids i64 [1, T] -> inputs_embeds f32 [1, T, d]."""
    g = Graph(weights, True)      # the gather reads fp16 rows; casting the table would only cost memory
    g.weight('embed', table)
    g.op('Cast', [g.op('Gather', ['embed', 'input_ids'], 'rows', axis=0)], 'inputs_embeds', to=TensorProto.FLOAT)
    return g.model('embed_tokens', [value('input_ids', TensorProto.INT64, ['batch_size', 'sequence_length'])],
                   [value('inputs_embeds', TensorProto.FLOAT, ['batch_size', 'sequence_length', table.shape[1]])])


class Attention:
    """Grouped-query attention over a growing cache, causal, rotary positions in halves."""

    def __init__(self, g: Graph, c: Config):
        self.g, self.c = g, c
        cos, sin = rotary(torch.arange(POSITIONS), c.head, c.theta)
        kind = np.float16 if g.half else np.float32
        g.constant('cos', cos.numpy().astype(kind))
        g.constant('sin', sin.numpy().astype(kind))
        for name, number in (('at0', 0), ('at1', 1)):
            g.constant(name, np.array(number, np.int64))
        g.op('Gather', [g.op('Shape', ['attention_mask'], 'mask_shape'), 'at1'], 'total64', axis=0)
        self.fused() if g.half else self.positions()

    def fused(self) -> None:
        """Lengths for GroupQueryAttention: keys so far minus one (per batch) and in total."""
        g = self.g
        g.constant('one', np.array([1], np.int64))
        g.op('Sub', [g.op('ReduceSum', ['attention_mask', 'one'], 'sum', keepdims=0), 'one'], 'keys64')
        g.op('Cast', ['keys64'], 'seqlens_k', to=TensorProto.INT32)
        g.op('Cast', ['total64'], 'total', to=TensorProto.INT32)

    def positions(self) -> None:
        """Position of the first new token [1], and what each new token may not see, for the heads of one group one below the other."""
        g, c = self.g, self.c
        for name, shape in (('first', [0]), ('second', [1]), ('split_qkv', [0, 0, c.heads + 2 * c.kv_heads, c.head]),
                            ('by_group', [1, c.kv_heads, -1, c.head]), ('join_heads', [0, 0, c.heads * c.head])):
            g.constant(name, np.array(shape, np.int64))
        g.constant('hidden', np.array(-1e9, np.float32))      # far below every score, and finite
        g.constant('seen', np.array(0, np.float32))
        g.op('Gather', [g.op('Shape', ['inputs_embeds'], 'embeds_shape'), 'at1'], 'new', axis=0)
        g.op('Sub', ['total64', 'new'], 'past')
        g.op('Unsqueeze', ['past', 'first'], 'start')
        g.op('Unsqueeze', [g.op('Range', ['past', 'total64', 'at1'], 'rows'), 'second'], 'row')
        g.op('Greater', [g.op('Range', ['at0', 'total64', 'at1'], 'columns'), 'row'], 'ahead')
        g.op('Where', ['ahead', 'hidden', 'seen'], 'causal')
        g.op('Concat', ['causal'] * (c.heads // c.kv_heads), 'mask', axis=0)
        g.constant('by_head_start', np.array([1, c.heads], np.int64))
        g.constant('by_head_end', np.array([c.head], np.int64))
        g.op('Concat', ['by_head_start', g.op('Unsqueeze', ['new', 'first'], 'new1'), 'by_head_end'], 'by_head', axis=0)

    def __call__(self, n: str, x: str, layer, past: list[str], present: list[str]) -> str:
        """x [1, T, width] -> [1, T, heads * head]; past and present: names of keys and values [1, kv_heads, .., head]."""
        g, c = self.g, self.c
        weights = [g.linear_weight(f'{n}.{s}', m) for s, m in (('q', layer.q), ('k', layer.k), ('v', layer.v))]
        if g.half:
            q, k, v = (g.op('MatMul', [x, w], f'{n}.{s}') for s, w in zip('qkv', weights))
            return g.op('GroupQueryAttention', [q, k, v, *past, 'seqlens_k', 'total', 'cos', 'sin'], [f'{n}.attn', *present], MS,
                        num_heads=c.heads, kv_num_heads=c.kv_heads, do_rotary=1, rotary_interleaved=0)
        heads = g.op('Reshape', [g.op('MatMul', [x, g.op('Concat', weights, f'{n}.qkv.w', axis=1)], f'{n}.qkv'), 'split_qkv'], f'{n}.heads')
        g.op('Split', [g.op('Transpose', [heads], f'{n}.by_head', perm=[0, 2, 1, 3]), g.lengths(c.heads + c.kv_heads, c.kv_heads)],
             [f'{n}.qk', f'{n}.v'], axis=1)
        turned = g.op('RotaryEmbedding', [f'{n}.qk', 'start', 'cos', 'sin'], f'{n}.turned', MS, interleaved=0)
        g.op('Split', [turned, g.lengths(c.heads, c.kv_heads)], [f'{n}.q', f'{n}.k'], axis=1)
        keys = g.op('Concat', [past[0], f'{n}.k'], present[0], axis=2)
        values = g.op('Concat', [past[1], f'{n}.v'], present[1], axis=2)
        q = g.op('Reshape', [f'{n}.q', 'by_group'], f'{n}.grouped')
        scores = g.op('FusedMatMul', [q, keys], f'{n}.scores', MS, transB=1, alpha=c.head ** -0.5)
        share = g.op('Softmax', [g.op('Add', [scores, 'mask'], f'{n}.masked')], f'{n}.share', axis=-1)
        read = g.op('Reshape', [g.op('MatMul', [share, values], f'{n}.read'), 'by_head'], f'{n}.read_heads')
        return g.op('Reshape', [g.op('Transpose', [read], f'{n}.read_tokens', perm=[0, 2, 1, 3]), 'join_heads'], f'{n}.attn')


def decoder_graph(d: Decoder, weights: WeightFile, half: bool) -> onnx.ModelProto:
    """inputs_embeds f32 [1, T, width], attention_mask i64 [1, P + T] and the cache -> logits f32 [1, KEPT_LOGITS or fewer, V], the new cache."""
    c: Config = d.c
    g = Graph(weights, half)
    array = lambda p: p.detach().float().numpy()
    attention = Attention(g, c)
    x = g.op('Cast', ['inputs_embeds'], 'x0', to=TensorProto.FLOAT16) if half else 'inputs_embeds'
    normed = g.op('SimplifiedLayerNormalization', [x, g.weight('l0.norm1', array(d.layers[0].norm1.weight))], 'l0.in', axis=-1, epsilon=c.eps, stash_type=1)
    linear = lambda name, src, module: g.op('MatMul', [src, g.linear_weight(name, module)], name)
    outputs = [value('logits', TensorProto.FLOAT, ['batch_size', 'kept_length', c.vocab])]
    inputs = [value('inputs_embeds', TensorProto.FLOAT, ['batch_size', 'sequence_length', c.width]),
              value('attention_mask', TensorProto.INT64, ['batch_size', 'total_sequence_length'])]
    for i, layer in enumerate(d.layers):
        n = f'l{i}'
        past, present = [f'past_key_values.{i}.{s}' for s in ('key', 'value')], [f'present.{i}.{s}' for s in ('key', 'value')]
        inputs += [value(p, g.type, ['batch_size', c.kv_heads, 'past_sequence_length', c.head]) for p in past]
        outputs += [value(p, g.type, ['batch_size', c.kv_heads, 'total_sequence_length', c.head]) for p in present]
        o = linear(f'{n}.o', attention(n, normed, layer, past, present), layer.o)
        g.op('SkipSimplifiedLayerNormalization', [x, o, g.weight(f'{n}.norm2', array(layer.norm2.weight))],
             [f'{n}.mid', '', '', f'{n}.sum1'], MS, epsilon=c.eps)
        gate, up = linear(f'{n}.gate', f'{n}.mid', layer.gate), linear(f'{n}.up', f'{n}.mid', layer.up)
        act = g.op('Mul', [gate, g.op('Sigmoid', [gate], f'{n}.sig')], f'{n}.silu')
        down = linear(f'{n}.down', g.op('Mul', [act, up], f'{n}.ff'), layer.down)
        last = i + 1 == c.layers
        after = d.norm.weight if last else d.layers[i + 1].norm1.weight
        name = 'norm' if last else f'l{i + 1}.norm1'
        normed = g.op('SkipSimplifiedLayerNormalization', [f'{n}.sum1', down, g.weight(name, array(after))],
                      [f'{n}.out'] if last else [f'{n}.out', '', '', f'{n}.sum2'], MS, epsilon=c.eps)
        x = f'{n}.sum2'
    for name, number in (('kept_from', -KEPT_LOGITS), ('kept_to', POSITIONS), ('kept_axis', 1)):
        g.constant(name, np.array([number], np.int64))
    kept = g.op('Slice', [normed, 'kept_from', 'kept_to', 'kept_axis'], 'kept')
    # the head is the embedding table: the transposed copy would cost its size again, so the product is taken the other way
    g.op('Transpose', [g.weight('embed', array(d.embed.weight))], 'head', perm=[1, 0])
    if half:
        g.op('Cast', [g.op('MatMul', [kept, 'head'], 'logits16')], 'logits', to=TensorProto.FLOAT)
    else:
        g.op('MatMul', [kept, 'head'], 'logits')
    return g.model('decoder', inputs, outputs)


def export(d: Decoder, folder: Path) -> None:
    """Writes four graphs and `decoder.onnx_data` into `folder`."""
    weights = WeightFile(LOCATION)
    folder.mkdir(parents=True, exist_ok=True)
    table = d.embed.weight.detach().float().numpy()
    for half in (False, True):
        tail = '_fp16' if half else ''
        onnx.save(embed_graph(table, weights, half), folder / f'embed_tokens{tail}.onnx')
        onnx.save(decoder_graph(d, weights, half), folder / f'decoder_model_merged{tail}.onnx')
    weights.write(folder)

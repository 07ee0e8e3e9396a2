"""embed_tokens.onnx and decoder_model_merged.onnx, node by node: onnxruntime's fused kernels, not a trace.

GroupQueryAttention with rotary positions inside, SimplifiedLayerNormalization and its Skip form; one fp16 weight file
for the fp32 and the fp16 graphs (onnx_share.py says why).
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


def decoder_graph(d: Decoder, weights: WeightFile, half: bool) -> onnx.ModelProto:
    c: Config = d.c
    g = Graph(weights, half)
    array = lambda p: p.detach().float().numpy()
    kind = np.float16 if half else np.float32
    cos, sin = rotary(torch.arange(POSITIONS), c.head, c.theta)
    g.constant('cos', cos.numpy().astype(kind))
    g.constant('sin', sin.numpy().astype(kind))
    # lengths for GroupQueryAttention: keys so far minus one (per batch) and in total
    g.constant('one', np.array([1], np.int64))
    g.op('ReduceSum', ['attention_mask', 'one'], 'sum', keepdims=0)
    g.op('Sub', ['sum', 'one'], 'keys64')
    g.op('Cast', ['keys64'], 'seqlens_k', to=TensorProto.INT32)
    g.op('Shape', ['attention_mask'], 'mask_shape')
    g.constant('at1', np.array(1, np.int64))
    g.op('Gather', ['mask_shape', 'at1'], 'total64', axis=0)
    g.op('Cast', ['total64'], 'total', to=TensorProto.INT32)
    x = g.op('Cast', ['inputs_embeds'], 'x0', to=TensorProto.FLOAT16) if half else 'inputs_embeds'
    normed = g.op('SimplifiedLayerNormalization', [x, g.weight('l0.norm1', array(d.layers[0].norm1.weight))], 'l0.in', axis=-1, epsilon=c.eps, stash_type=1)
    linear = lambda name, src, module: g.op('MatMul', [src, g.weight(name + '.w', np.ascontiguousarray(array(module.weight).T))], name)
    outputs = [value('logits', TensorProto.FLOAT, ['batch_size', 'sequence_length', c.vocab])]
    inputs = [value('inputs_embeds', TensorProto.FLOAT, ['batch_size', 'sequence_length', c.width]),
              value('attention_mask', TensorProto.INT64, ['batch_size', 'total_sequence_length'])]
    for i, layer in enumerate(d.layers):
        n = f'l{i}'
        past, present = [f'past_key_values.{i}.{s}' for s in ('key', 'value')], [f'present.{i}.{s}' for s in ('key', 'value')]
        inputs += [value(p, g.type, ['batch_size', c.kv_heads, 'past_sequence_length', c.head]) for p in past]
        outputs += [value(p, g.type, ['batch_size', c.kv_heads, 'total_sequence_length', c.head]) for p in present]
        q, k, v = (linear(f'{n}.{s}', normed, m) for s, m in (('q', layer.q), ('k', layer.k), ('v', layer.v)))
        g.op('GroupQueryAttention', [q, k, v, *past, 'seqlens_k', 'total', 'cos', 'sin'], [f'{n}.attn', *present], MS,
             num_heads=c.heads, kv_num_heads=c.kv_heads, do_rotary=1, rotary_interleaved=0)
        o = linear(f'{n}.o', f'{n}.attn', layer.o)
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
    # the head is the embedding table: the transposed copy would cost its size again, so the product is taken the other way
    g.weight('embed', array(d.embed.weight))
    g.op('Transpose', ['embed'], 'head', perm=[1, 0])
    if half:
        g.op('Cast', [g.op('MatMul', [normed, 'head'], 'logits16')], 'logits', to=TensorProto.FLOAT)
    else:
        g.op('MatMul', [normed, 'head'], 'logits')
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

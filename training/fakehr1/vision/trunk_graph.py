"""The frozen trunk in the bundle: four-bit weights once, multiplied packed on every device.

- WebGPU: MatMulNBits in the graphs.
- WASM: our own kernel (kernel/, decision 9), in the arithmetic of MatMulNBits with accuracy level 4: activations in eight bits, 32 neighbours
  sharing a scale. onnxruntime's WASM has no quick kernel for it; natively it has, so what trains and measures here (`integer`) computes
  what the page computes.

The packed layout is that of MatMulNBits: uint8 [out, in / 32, 16], the even weight of a pair in the low half; fp16 scales [out, in / 32].
"""
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from ..onnx_share import WeightFile
from .clip import BLOCK, LAYERS, MEAN, STD, Trunk, four_bits
from .model import STATE_PARTS

MS = 'com.microsoft'
INTEGER = 4             # accuracy level of MatMulNBits: activations in eight bits
PREFIX = 'trunk.'  # of the trunk's tensors in the graphs


def products(trunk: Trunk) -> dict[bytes, nn.Linear]:
    """Products of `trunk` by the bytes of the weight as a traced graph holds it ([in, out], fp32)."""
    return {m.weight.detach().float().t().contiguous().numpy().tobytes(): m for m in trunk.blocks.modules() if isinstance(m, nn.Linear)}


def pack(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """[out, in] -> uint8 [out, in / 32, 16], fp16 [out, in / 32]."""
    codes, scales = four_bits(weight)
    c = codes.numpy().reshape(*codes.shape[:2], BLOCK // 2, 2)
    return c[..., 0] | (c[..., 1] << 4), scales.numpy()


def kernel_layout(model: onnx.ModelProto, packed: str, rest: str) -> dict:
    """Where the kernel finds its weights, for the manifest (src/contract/manifest.ts). model: the rewritten fp32 graph for WebGPU.

    packed, rest: paths in the bundle of the products' file and of the file with all other weights.
    """
    at = {i.name: int(next(e.value for e in i.external_data if e.key == 'offset')) for i in model.graph.initializer if i.external_data}
    half = lambda name: at[f'{PREFIX}{name}_f16']
    nodes = [n for n in model.graph.node if n.op_type == 'MatMulNBits']
    scales = lambda n: at[next(o.input[0] for o in model.graph.node if n.input[2] in o.output)]
    vectors = ('norm1.weight', 'norm1.bias', 'q.bias', 'k.bias', 'v.bias', 'o.bias', 'norm2.weight', 'norm2.bias', 'up.bias', 'down.bias')
    return dict(packed=packed, rest=rest, mean=list(MEAN), deviation=list(STD),
                products=[dict(codes=at[n.input[1]], scales=scales(n)) for n in nodes],
                patches=half('patches.weight'), classToken=half('token'), places=half('places'), norm=[half('norm.weight'), half('norm.bias')],
                vectors=[[half(f'blocks.{i}.{v}') for v in vectors] for i in range(LAYERS)],
                state=[{'of': kind, 'block': block} for kind, block in STATE_PARTS])


def integer(path: Path, options: ort.SessionOptions) -> ort.InferenceSession:
    """Session of a graph with packed products, in the arithmetic of the kernel. External files lie beside the graph."""
    model = onnx.load(path, load_external_data=False)
    for n in model.graph.node:
        if n.op_type == 'MatMulNBits':
            n.attribute.append(helper.make_attribute('accuracy_level', INTEGER))
    options.add_session_config_entry('session.model_external_initializers_file_folder_path', str(path.parent))
    return ort.InferenceSession(model.SerializeToString(), options)


class Rewriter:
    """Replaces the trunk's products in a traced graph. `weights` takes the packed tensors; equal ones are stored once."""

    def __init__(self, model: onnx.ModelProto, found: dict[str, nn.Linear], weights: WeightFile):
        self.g, self.model, self.found, self.weights = model.graph, model, found, weights
        self.nodes: list[onnx.NodeProto] = []

    def op(self, kind: str, inputs: list[str], out: str, domain: str = '', **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], name=out + '_op', domain=domain, **attributes))
        return out

    def outside(self, name: str, a: np.ndarray) -> str:
        """External tensor of any type in the shared weight file."""
        offset, length = self.weights.put_raw(np.ascontiguousarray(a).tobytes())
        t = TensorProto(name=name, data_type=helper.np_dtype_to_tensor_dtype(a.dtype), dims=list(a.shape), data_location=TensorProto.EXTERNAL)
        for k, v in (('location', self.weights.location), ('offset', str(offset)), ('length', str(length))):
            t.external_data.add(key=k, value=v)
        self.g.initializer.append(t)
        return name

    def rewrite(self, replace) -> onnx.ModelProto:
        """replace(self, node, n, linear): appends the nodes that give node.output[0]."""
        for node in self.g.node:
            found = self.found.get(node.input[1]) if node.op_type == 'MatMul' else None
            if found is None:
                self.nodes.append(node)
            else:
                replace(self, node, node.input[1].replace('::', '.'), found)
        used = {i for n in self.nodes for i in n.input}
        kept = [i for i in self.g.initializer if i.name in used]
        del self.g.initializer[:]
        self.g.initializer.extend(kept)
        del self.g.node[:]
        self.g.node.extend(self.nodes)
        if all(o.domain != MS for o in self.model.opset_import):
            self.model.opset_import.append(helper.make_opsetid(MS, 1))
        return self.model


def packed_product(half: bool):
    """For WebGPU, in fp16 or fp32 activations."""
    def replace(r: Rewriter, node: onnx.NodeProto, n: str, linear: nn.Linear) -> None:
        packed, scales = pack(linear.weight)
        s = r.outside(f'{n}.scales', scales.reshape(-1))
        if not half:
            s = r.op('Cast', [s], f'{n}.scale', to=TensorProto.FLOAT)
        r.op('MatMulNBits', [node.input[0], r.outside(f'{n}.packed', packed), s], node.output[0], MS, K=linear.in_features, N=linear.out_features,
             bits=4, block_size=BLOCK)
    return replace


def names(model: onnx.ModelProto, by: dict[bytes, nn.Linear]) -> dict[str, nn.Linear]:
    """Names of the initializers of a traced fp32 graph that are weights of the trunk's products."""
    out = {}
    for i in model.graph.initializer:
        if i.data_type == TensorProto.FLOAT and len(i.dims) == 2:
            found = by.get(numpy_helper.to_array(i).tobytes())
            if found is not None:
                out[i.name] = found
    if len(out) != len(by):
        raise ValueError(f'{len(out)} of {len(by)} products of the trunk found in the graph')
    return out

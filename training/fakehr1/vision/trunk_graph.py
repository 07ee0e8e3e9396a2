"""The frozen trunk in the bundle: four-bit weights once, read by every graph in the arithmetic that its device is quick at.

- WASM: the weights are unpacked to int8 per output channel before the session is made, and multiply activations quantised as they come
  (DynamicQuantizeLinear + MatMulInteger): 285 ms an image and thread, against 673 ms in fp32 and 775 ms with MatMulNBits. Unpacking
  by operators that onnxruntime folds was right, too, but left a heap of 2 GB.
- WebGPU: MatMulNBits on the packed bytes.

The packed layout is that of MatMulNBits: uint8 [out, in / 32, 16], the even weight of a pair in the low half; fp16 scales [out, in / 32].
"""
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from ..onnx_share import ALIGN, WeightFile
from .clip import BLOCK, Trunk, four_bits

MS = 'com.microsoft'
UNPACKED = 'trunk.int8'     # location of the weights that are made at load


@dataclass(frozen=True)
class Product:
    """A product of the trunk as it stands in a traced graph: its four-bit weight, and by what its inputs were evened."""
    linear: nn.Linear
    evened: torch.Tensor | None = None


def products(trunk: Trunk, traced: Trunk, vectors: dict[int, torch.Tensor]) -> dict[bytes, Product]:
    """Products of `trunk` by the bytes of the weight as a graph traced from `traced` holds it ([in, out], fp32).

    traced: `trunk` itself, or its evened copy with the vectors of its products (ranges.evened).
    """
    linears = lambda t: [m for m in t.blocks.modules() if isinstance(m, nn.Linear)]
    key = lambda m: m.weight.detach().float().t().contiguous().numpy().tobytes()
    return {key(t): Product(m, vectors.get(id(t))) for m, t in zip(linears(trunk), linears(traced))}


def pack(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """[out, in] -> uint8 [out, in / 32, 16], fp16 [out, in / 32]."""
    codes, scales = four_bits(weight)
    c = codes.numpy().reshape(*codes.shape[:2], BLOCK // 2, 2)
    return c[..., 0] | (c[..., 1] << 4), scales.numpy()


class Layout:
    """Where each product lies in the packed file and in the unpacked one; goes into the manifest."""

    def __init__(self):
        self.products: list[dict] = []
        self.end = 0

    def add(self, rows: int, columns: int, packed: int, scales: int, evened: int | None = None) -> dict:
        """Offsets of the next product, bytes. Unpacked: int8 [columns, rows], then float32 channels [rows], each aligned.
        evened: of the float32 [columns] that multiply the weights (ranges.py); None: nothing does."""
        int8 = self.end
        channels = -(-(int8 + rows * columns) // ALIGN) * ALIGN
        self.end = -(-(channels + 4 * rows) // ALIGN) * ALIGN
        more = {} if evened is None else dict(evened=evened)
        self.products.append(dict(rows=rows, columns=columns, packed=packed, scales=scales, int8=int8, channels=channels, **more))
        return self.products[-1]

    def manifest(self, packed: str) -> dict:
        """For the manifest (src/contract/manifest.ts). packed: path of the packed file in the bundle."""
        return {'location': UNPACKED, 'from': packed, 'length': self.end, 'products': self.products}


def unpack(raw: bytes, products: list[dict], length: int) -> bytes:
    """The unpacked file. Twin of workers/engine/unpack.ts, bit for bit (training/golden/unpack.json)."""
    out = bytearray(length)
    for p in products:
        rows, columns = p['rows'], p['columns']
        b = np.frombuffer(raw, np.uint8, rows * columns // 2, p['packed']).reshape(rows, columns // BLOCK, BLOCK // 2)
        s = np.frombuffer(raw, np.float16, rows * columns // BLOCK, p['scales']).reshape(rows, columns // BLOCK, 1).astype(np.float32)
        codes = np.stack([b & 15, b >> 4], -1).reshape(rows, columns // BLOCK, BLOCK)
        w = ((codes.astype(np.float32) - 8) * s).reshape(rows, columns)
        if 'evened' in p:
            w = w * np.frombuffer(raw, np.float32, columns, p['evened'])
        channels = np.abs(w).max(1) / np.float32(127)
        q = np.round(w / np.where(channels == 0, np.float32(1), channels)[:, None]).astype(np.int8)
        out[p['int8']:p['int8'] + rows * columns] = q.T.tobytes()
        out[p['channels']:p['channels'] + 4 * rows] = channels.astype(np.float32).tobytes()
    return bytes(out)


def opened(path: Path, layout: dict | None, options: ort.SessionOptions) -> ort.InferenceSession:
    """Session of a graph of a bundle in onnxruntime; a graph with unpacked weights gets them from memory."""
    if layout is not None:
        tensors = [i for i in onnx.load(path, load_external_data=False).graph.initializer
                   if any(e.key == 'location' and e.value == layout['location'] for e in i.external_data)]
        if tensors:
            data = unpack((path.parent / layout['from'].split('/')[-1]).read_bytes(), layout['products'], layout['length'])
            of = lambda i, k: next(e.value for e in i.external_data if e.key == k)
            values = [ort.OrtValue.ortvalue_from_numpy(np.frombuffer(data, helper.tensor_dtype_to_np_dtype(i.data_type), int(np.prod(i.dims)),
                                                                    int(of(i, 'offset'))).reshape(list(i.dims))) for i in tensors]
            options.add_external_initializers([i.name for i in tensors], values)
    return ort.InferenceSession(path, options)


class Rewriter:
    """Replaces the trunk's products in a traced graph. `weights` takes the packed tensors; equal ones are stored once."""

    def __init__(self, model: onnx.ModelProto, found: dict[str, Product], weights: WeightFile, layout: Layout):
        self.g, self.model, self.found, self.weights, self.layout = model.graph, model, found, weights, layout
        self.nodes: list[onnx.NodeProto] = []
        self.quantised: set[str] = set()

    def op(self, kind: str, inputs: list[str], out: str, domain: str = '', **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], name=out + '_op', domain=domain, **attributes))
        return out

    def constant(self, name: str, a: np.ndarray) -> str:
        if all(i.name != name for i in self.g.initializer):
            self.g.initializer.append(numpy_helper.from_array(a, name))
        return name

    def outside(self, name: str, a: np.ndarray) -> str:
        """External tensor of any type in the shared weight file."""
        return self._external(name, a.dtype, list(a.shape), self.weights.location, self.weights.put_raw(np.ascontiguousarray(a).tobytes())[0])

    def unpacked(self, name: str, kind: np.dtype, shape: list[int], offset: int) -> str:
        return self._external(name, kind, shape, UNPACKED, offset)

    def _external(self, name: str, kind: np.dtype, shape: list[int], location: str, offset: int) -> str:
        t = TensorProto(name=name, data_type=helper.np_dtype_to_tensor_dtype(kind), dims=shape, data_location=TensorProto.EXTERNAL)
        for k, v in (('location', location), ('offset', str(offset)), ('length', str(int(np.prod(shape)) * kind.itemsize))):
            t.external_data.add(key=k, value=v)
        self.g.initializer.append(t)
        return name

    def rewrite(self, replace) -> onnx.ModelProto:
        """replace(self, node, n, product): appends the nodes that give node.output[0]."""
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


def integer_product(r: Rewriter, node: onnx.NodeProto, n: str, product: Product) -> None:
    """For WASM. Activations in uint8, weights per output channel in int8, both as onnxruntime's own quantiser does.

    What comes out of a layer norm is evened first (ranges.py). Every row is brought to one range, so that each place of the picture is
    quantised by its own largest value. For what comes out of a layer norm that changes next to nothing (docs/decisions/0008). The weights
    lie in a file that is in no bundle: whoever opens the graph makes it (`unpack`, workers/engine/unpack.ts).
    """
    linear, even = product.linear, product.evened
    packed, scales = pack(linear.weight)
    a = node.input[0]
    if a not in r.quantised:
        least = r.constant('least', np.array(1e-6, np.float32))
        top = r.op('ReduceMax', [r.op('Abs', [a], f'{a}.abs')], f'{a}.top', axes=[-1], keepdims=1)
        alike = r.op('Div', [a, r.op('Max', [top, least], f'{a}.rows')], f'{a}.alike')
        r.nodes.append(helper.make_node('DynamicQuantizeLinear', [alike], [f'{a}.q', f'{a}.s', f'{a}.z'], name=f'{a}.quantise'))
        r.quantised.add(a)
    put = lambda x: r.weights.put_raw(np.ascontiguousarray(x).tobytes())[0]
    at = r.layout.add(linear.out_features, linear.in_features, put(packed), put(scales), None if even is None else put(even.numpy().astype(np.float32)))
    b = r.unpacked(f'{n}.int8', np.dtype(np.int8), [linear.in_features, linear.out_features], at['int8'])
    channels = r.unpacked(f'{n}.channels', np.dtype(np.float32), [linear.out_features], at['channels'])
    z = r.op('Cast', [r.op('MatMulInteger', [f'{a}.q', b, f'{a}.z'], f'{n}.z')], f'{n}.zf', to=TensorProto.FLOAT)
    scaled = r.op('Mul', [z, r.op('Mul', [f'{a}.s', channels], f'{n}.both')], f'{n}.scaled')
    r.op('Mul', [scaled, f'{a}.rows'], node.output[0])


def packed_product(half: bool):
    """For WebGPU, in fp16 or fp32 activations."""
    def replace(r: Rewriter, node: onnx.NodeProto, n: str, product: Product) -> None:
        linear = product.linear
        packed, scales = pack(linear.weight)
        s = r.outside(f'{n}.scales', scales.reshape(-1))
        if not half:
            s = r.op('Cast', [s], f'{n}.scale', to=TensorProto.FLOAT)
        r.op('MatMulNBits', [node.input[0], r.outside(f'{n}.packed', packed), s], node.output[0], MS, K=linear.in_features, N=linear.out_features,
             bits=4, block_size=BLOCK)
    return replace


def names(model: onnx.ModelProto, by: dict[bytes, Product]) -> dict[str, Product]:
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

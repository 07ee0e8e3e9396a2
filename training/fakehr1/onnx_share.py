"""One file of fp16 weights for two graphs.

The fp32 graphs (WASM, and WebGPU without shader-f16) hold Cast(fp16 -> fp32) behind every weight, which onnxruntime
folds once when the session is made; the fp16 graphs use the same bytes as they are. Half the download of two sets.
"""
import hashlib
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OUTSIDE_FROM = 1024     # bytes; smaller tensors stay inside (ORT-web cannot read shape constants from outside)
ALIGN = 64              # bytes


class WeightFile:
    """Collects fp16 tensors into one file; equal tensors are stored once.

    held: an earlier version of the file. It is kept as it is, and what it holds already stays where it lies.
    """

    def __init__(self, location: str, held: Path | None = None):
        self.location = location
        self._data = bytearray(held.read_bytes() if held else b'')
        self._held = bytes(self._data)
        self._at: dict[str, int] = {}

    def put(self, half: np.ndarray) -> tuple[int, int]:
        """-> offset, length of the tensor in the file."""
        return self.put_raw(np.ascontiguousarray(half, np.float16).tobytes())

    def put_raw(self, raw: bytes) -> tuple[int, int]:
        """The same for a tensor of any type, as its bytes."""
        key = hashlib.sha256(raw).hexdigest()
        if key not in self._at and (at := self._held.find(raw)) >= 0 and at % ALIGN == 0:
            self._at[key] = at
        if key not in self._at:
            self._data += b'\0' * (-len(self._data) % ALIGN)
            self._at[key] = len(self._data)
            self._data += raw
        return self._at[key], len(raw)

    def write(self, folder: Path) -> None:
        (folder / self.location).write_bytes(bytes(self._data))


def _external(name: str, shape: list[int], weights: WeightFile, half: np.ndarray) -> TensorProto:
    t = TensorProto(name=name, data_type=TensorProto.FLOAT16, dims=shape)
    offset, length = weights.put(half)
    t.data_location = TensorProto.EXTERNAL
    for k, v in (('location', weights.location), ('offset', str(offset)), ('length', str(length))):
        t.external_data.add(key=k, value=v)
    return t


def to_fp32_graph(model: onnx.ModelProto, weights: WeightFile, skip: frozenset[str] | set[str] = frozenset()) -> onnx.ModelProto:
    """Large fp32 initializers but for `skip` -> external fp16 + Cast. The model is changed in place and returned."""
    g, casts = model.graph, []
    for init in [i for i in g.initializer if i.name not in skip]:
        a = numpy_helper.to_array(init)
        if init.data_type == TensorProto.FLOAT and a.nbytes >= OUTSIDE_FROM * 2:
            g.initializer.remove(init)
            g.initializer.append(_external(init.name + '_f16', list(a.shape), weights, a.astype(np.float16)))
            casts.append(helper.make_node('Cast', [init.name + '_f16'], [init.name], to=TensorProto.FLOAT, name='cast_' + init.name))
    nodes = casts + list(g.node)
    del g.node[:]
    g.node.extend(nodes)
    return model


def before_stem(model: onnx.ModelProto) -> list[str]:
    """Names of the nodes ahead of the network's stem: pixel arithmetic that fp16 would round away (a residual of half
    a grey level on top of 255)."""
    made = {o: n for n in model.graph.node for o in n.output}
    out: set[str] = set()

    def up(name: str) -> None:
        n = made.get(name)
        if n is not None and n.name not in out:
            out.add(n.name)
            for i in n.input:
                up(i)

    for n in model.graph.node:
        if n.op_type == 'Conv' and any(s in n.name for s in ('/stem/', 'stem.conv', '/patches/')):
            up(n.input[0])
    return sorted(out)


def to_fp16_graph(model: onnx.ModelProto, weights: WeightFile, keep_fp32: list[str], skip: frozenset[str] | set[str] = frozenset()) -> onnx.ModelProto:
    """fp16 arithmetic with float32 at the borders; the weights go outside into the same file, but for the initializers `skip`."""
    from onnxruntime.transformers.float16 import convert_float_to_float16
    half = convert_float_to_float16(model, keep_io_types=True, node_block_list=keep_fp32, disable_shape_infer=False)
    for init in list(half.graph.initializer):
        a = numpy_helper.to_array(init)
        if init.data_type == TensorProto.FLOAT16 and a.nbytes >= OUTSIDE_FROM and init.name not in skip:
            half.graph.initializer.remove(init)
            half.graph.initializer.append(_external(init.name, list(a.shape), weights, a))
    return half

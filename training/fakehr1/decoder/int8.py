"""An int8 copy of an exported decoder, for measuring only: nano ships fp16 weights (docs/decoder-choice.md says why).

    python -m training.fakehr1.decoder.int8 BUNDLE/onnx OUT && node training/decoder-speed.mjs BUNDLE/onnx OUT

Weights per column in int8, activations quantised as they come (DynamicQuantizeLinear + MatMulInteger). Prints the largest
difference of logits to the fp32 graph on random embeddings, and how often the likeliest token is another.
"""
import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

GRAPH, DATA = 'decoder_model_merged.onnx', 'decoder.onnx_data'


def folded(path: Path) -> onnx.ModelProto:
    """The fp32 graph with its weights as constants: Cast(fp16), the head's Transpose and the joining of q, k and v done. The quantiser needs that."""
    m = onnx.load(path)
    inits = {i.name: i for i in m.graph.initializer}
    for n in list(m.graph.node):
        if n.op_type not in ('Cast', 'Transpose', 'Concat') or any(i not in inits for i in n.input):
            continue
        parts = [numpy_helper.to_array(inits[i]) for i in n.input]
        a = {'Cast': lambda: parts[0].astype(np.float32), 'Transpose': lambda: np.ascontiguousarray(parts[0].T),
             'Concat': lambda: np.concatenate(parts, 1)}[n.op_type]()
        inits[n.output[0]] = numpy_helper.from_array(a, n.output[0])
        m.graph.node.remove(n)
    used = {i for n in m.graph.node for i in n.input}
    del m.graph.initializer[:]
    m.graph.initializer.extend(i for name, i in inits.items() if name in used)
    return m


def quantise(source: Path, target: Path) -> None:
    """source: folder of an export; target: folder for the int8 graph, under the same file names."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    target.mkdir(parents=True, exist_ok=True)
    plain = target / 'folded.onnx'
    onnx.save(folded(source / GRAPH), plain)
    # Seven bits of weight: on processors with AVX2 but no VNNI onnxruntime adds two products in int16, which eight bits overflow.
    quantize_dynamic(plain, target / GRAPH, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, extra_options=dict(MatMulConstBOnly=True, DefaultTensorType=onnx.TensorProto.FLOAT))
    plain.unlink()
    (target / DATA).unlink(missing_ok=True)      # onnx.save appends to a file that is there
    onnx.save(onnx.load(target / GRAPH), target / GRAPH, save_as_external_data=True, location=DATA, size_threshold=1024)


def differences(a: Path, b: Path, length: int = 64, seed: int = 0) -> tuple[float, float]:
    """-> largest |logit difference|, share of positions whose likeliest token differs."""
    import onnxruntime as ort
    out = []
    for folder in (a, b):
        s = ort.InferenceSession(folder / GRAPH)
        ins = {i.name: i for i in s.get_inputs()}
        x = np.random.default_rng(seed).normal(0, 0.1, (1, length, ins['inputs_embeds'].shape[2])).astype(np.float32)
        past = {n: np.zeros((1, i.shape[1], 0, i.shape[3]), np.float32) for n, i in ins.items() if n.startswith('past')}
        ends = range(1, length + 1)      # the graph gives the logits of the last few positions
        out.append(np.concatenate([s.run(['logits'], dict(inputs_embeds=x[:, :n], attention_mask=np.ones((1, n), np.int64), **past))[0][:, -1:] for n in ends], 1))
    return float(np.abs(out[0] - out[1]).max()), float((out[0].argmax(-1) != out[1].argmax(-1)).mean())


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('source', type=Path)
    a.add_argument('target', type=Path)
    o = a.parse_args()
    quantise(o.source, o.target)
    far, other = differences(o.source, o.target)
    size = sum((o.target / f).stat().st_size for f in (GRAPH, DATA)) / 1e6
    print(f'{size:.1f} MB; largest logit difference {far:.3f}, another likeliest token at {other:.1%} of positions')


if __name__ == '__main__':
    main()

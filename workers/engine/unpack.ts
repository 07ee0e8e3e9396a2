/**
 * Four-bit weights made int8, for graphs that multiply in integers. Twin of training/fakehr1/vision/trunk_graph.py
 * (`unpack`), bit for bit: training/golden/unpack.json holds them together.
 *
 * A weight is (code - 8) * scale, the scale shared by 32 inputs of one output channel, times what evens its input's range
 * (training/fakehr1/vision/ranges.py); int8 weights are those divided by the channel's largest over 127 and rounded half to
 * even, as onnxruntime's own quantiser does.
 */
import type { Unpack } from '../../src/contract';

/** Weights that share a scale. */
const BLOCK = 32;
const ZERO_CODE = 8;
const REACH = 127;
/** 1.5 * 2^23: adding and taking it away rounds a float32 to a whole number, half to even. */
const ROUND = 12_582_912;

const exponents = new Float32Array(32).map((_, e) => 2 ** (e - 25));

/** Value of IEEE half-precision bits; no infinities or NaN among scales. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  const size = exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * (exponents[exponent] as number);
  return bits & 0x8000 ? -size : size;
}

/** Bytes of the unpacked file, `layout.length` long. Throws RangeError where the packed file is too short. */
export function unpack(packed: ArrayBuffer, layout: Unpack): Uint8Array {
  const out = new Uint8Array(layout.length);
  for (const product of layout.products) {
    const { rows, columns } = product;
    const bytes = new Uint8Array(packed, product.packed, (rows * columns) / 2);
    const scales = new Uint16Array(packed, product.scales, (rows * columns) / BLOCK);
    const int8 = new Int8Array(out.buffer, product.int8, rows * columns);
    const channels = new Float32Array(out.buffer, product.channels, rows);
    const row = new Float32Array(columns);
    const evened =
      product.evened === undefined ? undefined : new Float32Array(packed, product.evened, columns);
    for (let r = 0; r < rows; r++) {
      let top = 0;
      for (let c = 0; c < columns; c += 2) {
        const pair = bytes[(r * columns + c) >> 1] as number;
        const scale = half(scales[((r * columns + c) / BLOCK) | 0] as number);
        row[c] = ((pair & 15) - ZERO_CODE) * scale;
        row[c + 1] = ((pair >> 4) - ZERO_CODE) * scale;
      }
      for (let c = 0; c < columns; c++) {
        if (evened) row[c] = (row[c] as number) * (evened[c] as number);
        top = Math.max(top, Math.abs(row[c] as number));
      }
      const channel = Math.fround(top / REACH);
      channels[r] = channel;
      const by = channel === 0 ? 1 : channel;
      for (let c = 0; c < columns; c++) {
        const ratio = Math.fround((row[c] as number) / by);
        int8[c * rows + r] = Math.fround(Math.fround(ratio + ROUND) - ROUND);
      }
    }
  }
  return out;
}

/** Numbers of half precision, as the bundle keeps them. */

/** What a mantissa of 11 bits is multiplied by, by exponent; subnormal numbers share that of exponent 1. */
const STEPS = new Float32Array(32).map((_, exponent) => 2 ** (Math.max(exponent, 1) - 25));

/** `count` half-precision numbers from `offset` bytes on as float32; no infinities or NaN among weights. Throws RangeError where the file is too short. */
export function halves(file: ArrayBuffer, offset: number, count: number): Float32Array {
  const bits = new Uint16Array(file, offset, count);
  const out = new Float32Array(count);
  // A plain loop: `Float32Array.from` with a function takes ten times as long over half a million weights.
  for (let i = 0; i < count; i++) {
    const half = bits[i] as number;
    const exponent = (half >> 10) & 31;
    const mantissa = (half & 1023) + (exponent === 0 ? 0 : 1024);
    const size = mantissa * (STEPS[exponent] as number);
    out[i] = half & 0x8000 ? -size : size;
  }
  return out;
}

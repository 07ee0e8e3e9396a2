/** Numbers of half precision, as the bundle keeps them. */

/** Value of IEEE half-precision bits; no infinities or NaN among weights. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  const size = exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}

/** `count` half-precision numbers from `offset` bytes on as float32. Throws RangeError where the file is too short. */
export function halves(file: ArrayBuffer, offset: number, count: number): Float32Array {
  return Float32Array.from(new Uint16Array(file, offset, count), half);
}

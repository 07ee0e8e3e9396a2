/**
 * Vector constants in memory. V8 makes a constant of the code anew at each use, three instructions on x86; a load is one, and the loops over
 * exponentials are a tenth quicker for it.
 */
import { CONSTANTS } from './memory';

/** 1.5 * 2^23, see `ROUNDER`. */
const SHIFT: f32 = 12582912;

const BYTES: usize = 16;
export const LOWEST: usize = CONSTANTS;
export const HIGHEST: usize = LOWEST + BYTES;
export const LOG2E: usize = HIGHEST + BYTES;
/**
 * Added to a float32 below 2^22 it leaves no place for a fraction: the sum is rounded to the nearest integer (ties to even), which stands in
 * its lowest bits. One instruction where WebAssembly's own rounding and its saturating conversion are ten on x86; for the same reason minima
 * and maxima in the kernel are `pmin` and `pmax`.
 */
export const ROUNDER: usize = LOG2E + BYTES;
/** ln 2 in two parts, and the polynomial of Cephes' expf, highest power first. */
export const LN2_HIGH: usize = ROUNDER + BYTES;
export const LN2_LOW: usize = LN2_HIGH + BYTES;
export const P5: usize = LN2_LOW + BYTES;
export const P4: usize = P5 + BYTES;
export const P3: usize = P4 + BYTES;
export const P2: usize = P3 + BYTES;
export const P1: usize = P2 + BYTES;
export const P0: usize = P1 + BYTES;
export const ONE: usize = P0 + BYTES;
/** Of CLIP's activation, x * sigmoid(1.702 x). */
export const SLOPE: usize = ONE + BYTES;
/** int32: of a float32's exponent. */
export const BIAS: usize = SLOPE + BYTES;
/** All bits but the sign of a float32. */
export const SIZE: usize = BIAS + BYTES;
/** int16. */
export const ONES: usize = SIZE + BYTES;

function put(at: usize, value: f32): void {
  v128.store(at, f32x4.splat(value));
}

/** Before the first look. */
export function layConstants(): void {
  put(LOWEST, -87);
  put(HIGHEST, 87);
  put(LOG2E, Mathf.LOG2E);
  put(ROUNDER, SHIFT);
  put(LN2_HIGH, 0.693359375);
  put(LN2_LOW, -2.1219444e-4);
  put(P5, 1.98756915e-4);
  put(P4, 1.3981999507e-3);
  put(P3, 8.3334519073e-3);
  put(P2, 4.1665795894e-2);
  put(P1, 1.6666665459e-1);
  put(P0, 5.0000001201e-1);
  put(ONE, 1);
  put(SLOPE, -1.702);
  v128.store(BIAS, i32x4.splat(127));
  v128.store(SIZE, i32x4.splat(0x7fffffff));
  v128.store(ONES, i16x8.splat(1));
}

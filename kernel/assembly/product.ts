/**
 * Products of activations in eight bits with weights in four: the arithmetic of MatMulNBits at accuracy level 4, which training runs natively.
 *
 * Why it is quick: codes are 0..15, so the product of two of them with two activations fits an int16 sixteen times over. Relaxed
 * SIMD multiplies sixteen pairs and adds neighbours in one step (pmaddubsw); eight such steps, a whole block, are added in int16
 * before anything is widened. The second operand stays under 128, where every machine gives the same (WebAssembly relaxed SIMD,
 * i16x8.relaxed_dot_i8x16_i7x16_s), so integers are exact and equal everywhere.
 */
import { madd } from './maths';
import { plainTile } from './product-plain';
import { BLOCK, PANEL } from './shape';

/** int8 x 16 by codes 0..15 x 16 -> sums of neighbours, int16 x 8. */
function dot(a: v128, codes: v128): v128 {
  return i16x8.relaxed_dot_i8x16_i7x16_s(a, codes);
}

/** Sums of a block, widened, times both scales, on top of what the blocks before gave. */
function scaled(sums: v128, row: v128, outputs: v128, before: v128): v128 {
  return madd(
    f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(sums, i16x8.splat(1))),
    f32x4.mul(row, outputs),
    before,
  );
}

/**
 * Four rows by eight outputs, without bias -> float32 [4, 8] at `to`, rows `stride` bytes apart.
 *
 * a, scales, zeros: of the first row, rows `columns` bytes and `columns / 8` bytes apart. codes, weights: an unpacked panel and its scales.
 */
export function tile(
  a: usize,
  scales: usize,
  zeros: usize,
  columns: usize,
  codes: usize,
  weights: usize,
  to: usize,
  stride: usize,
): void {
  if (!isDefined(RELAXED)) {
    plainTile(a, scales, zeros, columns, codes, weights, to, stride);
    return;
  }
  // f: results of row r and group of four outputs g (frg); i: their block's sums in int16; w: codes of step s, group g; v: inputs of step s, row r.
  const between = (columns / BLOCK) * 4;
  let f00 = f32x4.splat(0);
  let f01 = f32x4.splat(0);
  let f10 = f32x4.splat(0);
  let f11 = f32x4.splat(0);
  let f20 = f32x4.splat(0);
  let f21 = f32x4.splat(0);
  let f30 = f32x4.splat(0);
  let f31 = f32x4.splat(0);
  let a1 = a + columns;
  let a2 = a1 + columns;
  let a3 = a2 + columns;
  for (let block: usize = columns / BLOCK; block > 0; block--) {
    let i00 = v128.load32_splat(zeros);
    let i01 = i00;
    let i10 = v128.load32_splat(zeros + between);
    let i11 = i10;
    let i20 = v128.load32_splat(zeros + 2 * between);
    let i21 = i20;
    let i30 = v128.load32_splat(zeros + 3 * between);
    let i31 = i30;
    // Two steps a turn, not eight: unrolled whole, V8 orders the steps by accumulator, and each waits for the one before.
    for (let turn: usize = 0; turn < 4; turn++) {
      const w00 = v128.load(codes, 0);
      const w01 = v128.load(codes, 16);
      const v00 = v128.load32_splat(a, 0);
      i00 = i16x8.add(i00, dot(v00, w00));
      i01 = i16x8.add(i01, dot(v00, w01));
      const v01 = v128.load32_splat(a1, 0);
      i10 = i16x8.add(i10, dot(v01, w00));
      i11 = i16x8.add(i11, dot(v01, w01));
      const v02 = v128.load32_splat(a2, 0);
      i20 = i16x8.add(i20, dot(v02, w00));
      i21 = i16x8.add(i21, dot(v02, w01));
      const v03 = v128.load32_splat(a3, 0);
      i30 = i16x8.add(i30, dot(v03, w00));
      i31 = i16x8.add(i31, dot(v03, w01));
      const w10 = v128.load(codes, 32);
      const w11 = v128.load(codes, 48);
      const v10 = v128.load32_splat(a, 4);
      i00 = i16x8.add(i00, dot(v10, w10));
      i01 = i16x8.add(i01, dot(v10, w11));
      const v11 = v128.load32_splat(a1, 4);
      i10 = i16x8.add(i10, dot(v11, w10));
      i11 = i16x8.add(i11, dot(v11, w11));
      const v12 = v128.load32_splat(a2, 4);
      i20 = i16x8.add(i20, dot(v12, w10));
      i21 = i16x8.add(i21, dot(v12, w11));
      const v13 = v128.load32_splat(a3, 4);
      i30 = i16x8.add(i30, dot(v13, w10));
      i31 = i16x8.add(i31, dot(v13, w11));
      a += 8;
      a1 += 8;
      a2 += 8;
      a3 += 8;
      codes += 64;
    }
    const low = v128.load(weights);
    const high = v128.load(weights, 16);
    const s0 = v128.load32_splat(scales);
    f00 = scaled(i00, s0, low, f00);
    f01 = scaled(i01, s0, high, f01);
    const s1 = v128.load32_splat(scales + between);
    f10 = scaled(i10, s1, low, f10);
    f11 = scaled(i11, s1, high, f11);
    const s2 = v128.load32_splat(scales + 2 * between);
    f20 = scaled(i20, s2, low, f20);
    f21 = scaled(i21, s2, high, f21);
    const s3 = v128.load32_splat(scales + 3 * between);
    f30 = scaled(i30, s3, low, f30);
    f31 = scaled(i31, s3, high, f31);
    scales += 4;
    zeros += 4;
    weights += PANEL * 4;
  }
  v128.store(to, f00);
  v128.store(to, f01, 16);
  v128.store(to + stride, f10);
  v128.store(to + stride, f11, 16);
  v128.store(to + 2 * stride, f20);
  v128.store(to + 2 * stride, f21, 16);
  v128.store(to + 3 * stride, f30);
  v128.store(to + 3 * stride, f31, 16);
}

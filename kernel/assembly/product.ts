/**
 * Products of activations in eight bits with weights in four: the arithmetic of MatMulNBits at accuracy level 4, which training runs natively.
 *
 * Why it is quick: codes are 0..15, so the product of two of them with two activations fits an int16 sixteen times over. Relaxed
 * SIMD multiplies sixteen pairs and adds neighbours in one step (pmaddubsw); eight such steps, a whole block, are added in int16
 * before anything is widened. The second operand stays under 128, where every machine gives the same (WebAssembly relaxed SIMD,
 * i16x8.relaxed_dot_i8x16_i7x16_s), so integers are exact and equal everywhere.
 *
 * The build with DOT keeps its sums in int32, by the one instruction that multiplies four pairs and adds them (ARM's SDOT, AVX-VNNI's
 * vpdpbusd, as i32x4.relaxed_dot_i8x16_i7x16_add_s). Where a machine lacks it that is three instructions, so the host tries both builds.
 */
import { ONES } from './constants';
import { madd } from './maths';
import { plainTile } from './product-plain';
import { BLOCK, PANEL } from './shape';

/** Inputs, int8 x 16, by codes 0..15 x 16, added to the sums of a block. */
function added(sums: v128, a: v128, codes: v128): v128 {
  if (isDefined(DOT)) return i32x4.relaxed_dot_i8x16_i7x16_add_s(a, codes, sums);
  return i16x8.add(sums, i16x8.relaxed_dot_i8x16_i7x16_s(a, codes));
}

/** What the sums of a block begin with: a row's zero word. */
function begun(zero: usize): v128 {
  const word = v128.load32_splat(zero);
  return isDefined(DOT) ? i32x4.dot_i16x8_s(word, v128.load(ONES)) : word;
}

/** Sums of a block, widened, times both scales, on top of what the blocks before gave. */
function scaled(sums: v128, row: v128, outputs: v128, before: v128): v128 {
  const wide = isDefined(DOT) ? sums : i32x4.dot_i16x8_s(sums, v128.load(ONES));
  return madd(f32x4.convert_i32x4_s(wide), f32x4.mul(row, outputs), before);
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
  // f: results of row r and group of four outputs g (frg); i: their block's sums; w: codes of group g; v: inputs of row r.
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
    let i00 = begun(zeros);
    let i01 = i00;
    let i10 = begun(zeros + between);
    let i11 = i10;
    let i20 = begun(zeros + 2 * between);
    let i21 = i20;
    let i30 = begun(zeros + 3 * between);
    let i31 = i30;
    // One step a turn (V8 makes it two): written out whole, every accumulator's steps would stand together, each waiting for the one before.
    for (let step: usize = 0; step < BLOCK / 4; step++) {
      const w0 = v128.load(codes);
      const w1 = v128.load(codes, 16);
      const v0 = v128.load32_splat(a);
      i00 = added(i00, v0, w0);
      i01 = added(i01, v0, w1);
      const v1 = v128.load32_splat(a1);
      i10 = added(i10, v1, w0);
      i11 = added(i11, v1, w1);
      const v2 = v128.load32_splat(a2);
      i20 = added(i20, v2, w0);
      i21 = added(i21, v2, w1);
      const v3 = v128.load32_splat(a3);
      i30 = added(i30, v3, w0);
      i31 = added(i31, v3, w1);
      a += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
      codes += 32;
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

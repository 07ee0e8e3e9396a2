/** The tile of a product where there is no relaxed SIMD: the same integers from plain multiplications of int8. */
import { madd } from './maths';
import { BLOCK, PANEL } from './shape';

/** Bytes of one step of an unpacked panel: two groups of four outputs by four inputs. */
const STEP: usize = 32;

/** Products of outputs 0 and 1, and of 2 and 3, four int16 each; the zero word; -> sums by output, int32 x 4. */
function byOutput(low: v128, high: v128, zero: i32): v128 {
  const first = i32x4.extadd_pairwise_i16x8_s(low);
  const second = i32x4.extadd_pairwise_i16x8_s(high);
  const sums = i32x4.add(
    v128.shuffle<i32>(first, second, 0, 2, 4, 6),
    v128.shuffle<i32>(first, second, 1, 3, 5, 7),
  );
  return i32x4.add(sums, i32x4.splat(((zero << 16) >> 16) + (zero >> 16)));
}

/**
 * One block of four rows by one group of four outputs, on top of what stands at `to`. As in product.ts; nothing is widened before the block
 * ends: eight products of 127 and 15 fit an int16.
 */
function group(
  a: usize,
  columns: usize,
  scales: usize,
  zeros: usize,
  between: usize,
  codes: usize,
  weights: usize,
  to: usize,
  stride: usize,
): void {
  let low0 = i16x8.splat(0);
  let high0 = i16x8.splat(0);
  let low1 = i16x8.splat(0);
  let high1 = i16x8.splat(0);
  let low2 = i16x8.splat(0);
  let high2 = i16x8.splat(0);
  let low3 = i16x8.splat(0);
  let high3 = i16x8.splat(0);
  for (let step: usize = 0; step < BLOCK / 4; step++) {
    const w = v128.load(codes);
    const v0 = v128.load32_splat(a);
    low0 = i16x8.add(low0, i16x8.extmul_low_i8x16_s(v0, w));
    high0 = i16x8.add(high0, i16x8.extmul_high_i8x16_s(v0, w));
    const v1 = v128.load32_splat(a + columns);
    low1 = i16x8.add(low1, i16x8.extmul_low_i8x16_s(v1, w));
    high1 = i16x8.add(high1, i16x8.extmul_high_i8x16_s(v1, w));
    const v2 = v128.load32_splat(a + 2 * columns);
    low2 = i16x8.add(low2, i16x8.extmul_low_i8x16_s(v2, w));
    high2 = i16x8.add(high2, i16x8.extmul_high_i8x16_s(v2, w));
    const v3 = v128.load32_splat(a + 3 * columns);
    low3 = i16x8.add(low3, i16x8.extmul_low_i8x16_s(v3, w));
    high3 = i16x8.add(high3, i16x8.extmul_high_i8x16_s(v3, w));
    a += 4;
    codes += STEP;
  }
  const by = v128.load(weights);
  const s0 = f32x4.convert_i32x4_s(byOutput(low0, high0, load<i32>(zeros)));
  v128.store(to, madd(s0, f32x4.mul(v128.load32_splat(scales), by), v128.load(to)));
  const s1 = f32x4.convert_i32x4_s(byOutput(low1, high1, load<i32>(zeros + between)));
  v128.store(
    to + stride,
    madd(s1, f32x4.mul(v128.load32_splat(scales + between), by), v128.load(to + stride)),
  );
  const s2 = f32x4.convert_i32x4_s(byOutput(low2, high2, load<i32>(zeros + 2 * between)));
  v128.store(
    to + 2 * stride,
    madd(s2, f32x4.mul(v128.load32_splat(scales + 2 * between), by), v128.load(to + 2 * stride)),
  );
  const s3 = f32x4.convert_i32x4_s(byOutput(low3, high3, load<i32>(zeros + 3 * between)));
  v128.store(
    to + 3 * stride,
    madd(s3, f32x4.mul(v128.load32_splat(scales + 3 * between), by), v128.load(to + 3 * stride)),
  );
}

/** As `tile` of product.ts. */
export function plainTile(
  a: usize,
  scales: usize,
  zeros: usize,
  columns: usize,
  codes: usize,
  weights: usize,
  to: usize,
  stride: usize,
): void {
  const between = (columns / BLOCK) * 4;
  for (let row: usize = 0; row < 4; row++) {
    v128.store(to + row * stride, f32x4.splat(0));
    v128.store(to + row * stride, f32x4.splat(0), 16);
  }
  for (let block: usize = columns / BLOCK; block > 0; block--) {
    group(a, columns, scales, zeros, between, codes, weights, to, stride);
    group(a, columns, scales, zeros, between, codes + 16, weights + 16, to + 16, stride);
    a += BLOCK;
    codes += BLOCK * PANEL;
    scales += 4;
    zeros += 4;
    weights += PANEL * 4;
  }
}

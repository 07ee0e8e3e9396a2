/** Products in float32: patches, and what attention multiplies. */
import { madd } from './maths';
import { PANEL } from './shape';

const LINE: usize = PANEL * 4;

/**
 * Four rows by eight columns -> float32 [4, 8] at `to`. a: first row, rows `rows` bytes apart; b: a panel, float32 [count, 8];
 * results `stride` bytes apart.
 */
export function denseTile(a: usize, rows: usize, b: usize, count: usize, to: usize, stride: usize): void {
  let f00 = f32x4.splat(0);
  let f01 = f32x4.splat(0);
  let f10 = f32x4.splat(0);
  let f11 = f32x4.splat(0);
  let f20 = f32x4.splat(0);
  let f21 = f32x4.splat(0);
  let f30 = f32x4.splat(0);
  let f31 = f32x4.splat(0);
  let a1 = a + rows;
  let a2 = a1 + rows;
  let a3 = a2 + rows;
  for (let left = count; left > 0; left--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const v0 = v128.load32_splat(a);
    f00 = madd(v0, b0, f00);
    f01 = madd(v0, b1, f01);
    const v1 = v128.load32_splat(a1);
    f10 = madd(v1, b0, f10);
    f11 = madd(v1, b1, f11);
    const v2 = v128.load32_splat(a2);
    f20 = madd(v2, b0, f20);
    f21 = madd(v2, b1, f21);
    const v3 = v128.load32_splat(a3);
    f30 = madd(v3, b0, f30);
    f31 = madd(v3, b1, f31);
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    b += LINE;
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

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
  for (let pairs = count / 2; pairs > 0; pairs--) {
    const b00 = v128.load(b, 0);
    const b01 = v128.load(b, 16);
    const v00 = v128.load32_splat(a, 0);
    f00 = madd(v00, b00, f00);
    f01 = madd(v00, b01, f01);
    const v01 = v128.load32_splat(a1, 0);
    f10 = madd(v01, b00, f10);
    f11 = madd(v01, b01, f11);
    const v02 = v128.load32_splat(a2, 0);
    f20 = madd(v02, b00, f20);
    f21 = madd(v02, b01, f21);
    const v03 = v128.load32_splat(a3, 0);
    f30 = madd(v03, b00, f30);
    f31 = madd(v03, b01, f31);
    const b10 = v128.load(b, 32);
    const b11 = v128.load(b, 48);
    const v10 = v128.load32_splat(a, 4);
    f00 = madd(v10, b10, f00);
    f01 = madd(v10, b11, f01);
    const v11 = v128.load32_splat(a1, 4);
    f10 = madd(v11, b10, f10);
    f11 = madd(v11, b11, f11);
    const v12 = v128.load32_splat(a2, 4);
    f20 = madd(v12, b10, f20);
    f21 = madd(v12, b11, f21);
    const v13 = v128.load32_splat(a3, 4);
    f30 = madd(v13, b10, f30);
    f31 = madd(v13, b11, f31);
    a += 8;
    a1 += 8;
    a2 += 8;
    a3 += 8;
    b += 2 * LINE;
  }
  if (count & 1) {
    const low = v128.load(b);
    const high = v128.load(b, 16);
    const v0 = v128.load32_splat(a);
    f00 = madd(v0, low, f00);
    f01 = madd(v0, high, f01);
    const v1 = v128.load32_splat(a1);
    f10 = madd(v1, low, f10);
    f11 = madd(v1, high, f11);
    const v2 = v128.load32_splat(a2);
    f20 = madd(v2, low, f20);
    f21 = madd(v2, high, f21);
    const v3 = v128.load32_splat(a3);
    f30 = madd(v3, low, f30);
    f31 = madd(v3, high, f31);
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

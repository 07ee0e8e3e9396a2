/** Four float32 at a time. */
import {
  BIAS,
  HIGHEST,
  LN2_HIGH,
  LN2_LOW,
  LOG2E,
  LOWEST,
  ONE,
  P0,
  P1,
  P2,
  P3,
  P4,
  P5,
  ROUNDER,
  SIZE,
  SLOPE,
} from './constants';

/** a * b + c; rounded once where the machine can and relaxed SIMD is there, twice elsewhere. */
export function madd(a: v128, b: v128, c: v128): v128 {
  if (isDefined(RELAXED)) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** e^x to 2e-7 of its value, for x up to 88; below -87 it is as good as zero. Cephes' expf. */
export function exp4(x: v128): v128 {
  x = f32x4.pmax(x, v128.load(LOWEST));
  const shifted = f32x4.add(f32x4.mul(x, v128.load(LOG2E)), v128.load(ROUNDER));
  const n = f32x4.sub(shifted, v128.load(ROUNDER));
  let r = f32x4.sub(x, f32x4.mul(n, v128.load(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, v128.load(LN2_LOW)));
  let p = v128.load(P5);
  p = madd(p, r, v128.load(P4));
  p = madd(p, r, v128.load(P3));
  p = madd(p, r, v128.load(P2));
  p = madd(p, r, v128.load(P1));
  p = madd(p, r, v128.load(P0));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), v128.load(ONE));
  const scale = i32x4.shl(i32x4.add(shifted, v128.load(BIAS)), 23);
  return f32x4.mul(p, scale);
}

/** x * sigmoid(1.702 x), CLIP's activation. */
export function quickGelu4(x: v128): v128 {
  const e = exp4(f32x4.pmin(f32x4.mul(x, v128.load(SLOPE)), v128.load(HIGHEST)));
  return f32x4.div(x, f32x4.add(e, v128.load(ONE)));
}

export function abs4(x: v128): v128 {
  return v128.and(x, v128.load(SIZE));
}

/** To the nearest integers, int32. */
export function round4(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, v128.load(ROUNDER)), v128.load(ROUNDER));
}

export function sum4(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

export function max4(v: v128): f32 {
  v = f32x4.pmax(v, i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  v = f32x4.pmax(v, i8x16.shuffle(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  return f32x4.extract_lane(v, 0);
}

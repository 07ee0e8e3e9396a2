/** Four float32 at a time. */

/** a * b + c; rounded once where the machine can and relaxed SIMD is there, twice elsewhere. */
export function madd(a: v128, b: v128, c: v128): v128 {
  if (isDefined(RELAXED)) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * 1.5 * 2^23. Added to a float32 below 2^22 it leaves no place for a fraction: the sum is rounded to the nearest integer (ties to even),
 * which stands in its lowest bits. One instruction where WebAssembly's own rounding and its saturating conversion are ten on x86;
 * for the same reason minima and maxima here are `pmin` and `pmax`.
 */
export const ROUNDER: f32 = 12582912;

/** e^x to 2e-7 of its value, for x up to 88; below -87 it is as good as zero. Cephes' expf. */
export function exp4(x: v128): v128 {
  x = f32x4.pmax(x, f32x4.splat(-87));
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(Mathf.LOG2E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = madd(p, r, f32x4.splat(1.3981999507e-3));
  p = madd(p, r, f32x4.splat(8.3334519073e-3));
  p = madd(p, r, f32x4.splat(4.1665795894e-2));
  p = madd(p, r, f32x4.splat(1.6666665459e-1));
  p = madd(p, r, f32x4.splat(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  const scale = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23);
  return f32x4.mul(p, scale);
}

/** x * sigmoid(1.702 x), CLIP's activation. */
export function quickGelu4(x: v128): v128 {
  const e = exp4(f32x4.pmin(f32x4.mul(x, f32x4.splat(-1.702)), f32x4.splat(87)));
  return f32x4.div(x, f32x4.add(e, f32x4.splat(1)));
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

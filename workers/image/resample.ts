/**
 * Pillow's BILINEAR resize (antialiased triangle filter, 22 bit fixed point), bit for bit: twin of
 * training/fakehr1/image/resample.py.
 *
 * A browser's canvas resizes differently on every platform, and the detector looks at faint traces; so the picture
 * is never resized by anything else. Two passes, each rounding to 8 bit, in the order that Pillow 13 takes.
 */
import type { Pixels, Rgb8 } from './pixels';

/** Bits of a weight, as Pillow has them. */
const PRECISION = 22;
const HALF = 1 << (PRECISION - 1);

export interface Kernel {
  /** First source index of each target index. */
  readonly first: Int32Array;
  /** Number of taps of each target index. */
  readonly taps: Int32Array;
  /** Fixed-point weights, `stride` a target index. */
  readonly weights: Int32Array;
  readonly stride: number;
}

/** Weights of `from` px at `to` px. */
export function kernel(from: number, to: number): Kernel {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(to);
  const taps = new Int32Array(to);
  const weights = new Int32Array(to * stride);
  const real = new Float64Array(stride);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale;
    const low = Math.max(0, Math.trunc(centre - support + 0.5));
    const count = Math.min(from, Math.trunc(centre + support + 0.5)) - low;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const weight = Math.max(0, 1 - Math.abs((k + low - centre + 0.5) * (1 / support)));
      real[k] = weight;
      sum += weight;
    }
    for (let k = 0; k < count; k++) {
      weights[i * stride + k] = Math.trunc(0.5 + ((real[k] as number) / sum) * (1 << PRECISION));
    }
    first[i] = low;
    taps[i] = count;
  }
  return { first, taps, weights, stride };
}

/** Rows of RGBA to rows of RGB at another width. */
function horizontal(source: Pixels['data'], from: number, rows: number, to: number): Rgb8 {
  const { first, taps, weights, stride } = kernel(from, to);
  const out = new Uint8Array(to * rows * 3);
  for (let y = 0, at = 0; y < rows; y++) {
    const row = y * from * 4;
    for (let x = 0; x < to; x++, at += 3) {
      let r = HALF;
      let g = HALF;
      let b = HALF;
      let w = x * stride;
      const end = w + (taps[x] as number);
      for (let p = row + (first[x] as number) * 4; w < end; w++, p += 4) {
        const weight = weights[w] as number;
        r += Math.imul(source[p] as number, weight);
        g += Math.imul(source[p + 1] as number, weight);
        b += Math.imul(source[p + 2] as number, weight);
      }
      // Weights are not negative and sum to one within rounding: 8 bit cannot overflow by more than the clamp.
      out[at] = Math.min(255, r >> PRECISION);
      out[at + 1] = Math.min(255, g >> PRECISION);
      out[at + 2] = Math.min(255, b >> PRECISION);
    }
  }
  return out;
}

/** Rows of `length` bytes to another number of rows. */
export function vertical(source: Pixels['data'], length: number, from: number, to: number): Rgb8 {
  const { first, taps, weights, stride } = kernel(from, to);
  const out = new Uint8Array(length * to);
  const sums = new Int32Array(length);
  for (let y = 0; y < to; y++) {
    sums.fill(HALF);
    const count = taps[y] as number;
    for (let k = 0; k < count; k++) {
      const weight = weights[y * stride + k] as number;
      const row = ((first[y] as number) + k) * length;
      for (let i = 0; i < length; i++) {
        sums[i] = (sums[i] as number) + Math.imul(source[row + i] as number, weight);
      }
    }
    for (let i = 0; i < length; i++) out[y * length + i] = Math.min(255, (sums[i] as number) >> PRECISION);
  }
  return out;
}

/** RGBA without its fourth bytes. */
function dropAlpha(data: Pixels['data']): Rgb8 {
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let p = 0, at = 0; at < rgb.length; p += 4, at += 3) {
    rgb[at] = data[p] as number;
    rgb[at + 1] = data[p + 1] as number;
    rgb[at + 2] = data[p + 2] as number;
  }
  return rgb;
}

/**
 * Whether Pillow 13 takes the vertical pass first, which changes roundings: found by comparing both orders with its
 * output over several hundred sizes, for a square target (the only one used).
 */
export function verticalFirst(image: Pixels, width: number, height: number): boolean {
  const tall = image.height - height;
  const wide = image.width - width;
  return tall > 0 && (wide <= 0 || tall > 2 * wide);
}

/** The picture at `width` x `height`, RGB8. Pillow skips a pass whose size does not change, and so does this. */
export function resize(image: Pixels, width: number, height: number): Rgb8 {
  const { data, width: w, height: h } = image;
  const across = w !== width;
  const down = h !== height;
  if (across && down && verticalFirst(image, width, height)) {
    return horizontal(vertical(data, w * 4, h, height), w, height, width);
  }
  const rgb = across ? horizontal(data, w, h, width) : dropAlpha(data);
  return down ? vertical(rgb, width * 3, h, height) : rgb;
}

/**
 * Activations in eight bits, 32 neighbours of a row sharing a scale (largest / 127), so that a channel twenty times the others spoils
 * only its own block; and weights in four bits as the bundle stores them, laid out for the product.
 */

import { abs4, max4, round4 } from './maths';
import { BLOCK, OPEN_BLOCK, PANEL, PANEL_BLOCK } from './shape';

/**
 * 32 float32 at `from` -> 32 int8 at `to`, the scale, and the zero word: what the codes' offset of 8 adds to a sum of products,
 * negative, as two int16 (inputs 0 and 1 of every four; inputs 2 and 3), as the product adds them up.
 */
export function quantiseBlock(from: usize, to: usize, scale: usize, zero: usize): void {
  let top = abs4(v128.load(from));
  for (let i: usize = 16; i < 128; i += 16) top = f32x4.pmax(top, abs4(v128.load(from + i)));
  const largest = max4(top);
  store<f32>(scale, largest / 127);
  const by = f32x4.splat(largest > 0 ? <f32>127 / largest : 0);
  let pairs = i16x8.splat(0);
  for (let half: usize = 0; half < 2; half++) {
    const low = i16x8.narrow_i32x4_s(
      round4(f32x4.mul(v128.load(from), by)),
      round4(f32x4.mul(v128.load(from, 16), by)),
    );
    const high = i16x8.narrow_i32x4_s(
      round4(f32x4.mul(v128.load(from, 32), by)),
      round4(f32x4.mul(v128.load(from, 48), by)),
    );
    const codes = i8x16.narrow_i16x8_s(low, high);
    v128.store(to, codes);
    pairs = i16x8.add(pairs, i16x8.extadd_pairwise_i8x16_s(codes));
    from += 64;
    to += 16;
  }
  pairs = i16x8.add(pairs, i8x16.shuffle(pairs, pairs, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  pairs = i16x8.add(pairs, i8x16.shuffle(pairs, pairs, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  store<i32>(zero, i32x4.extract_lane(i16x8.shl(i16x8.neg(pairs), 3), 0));
}

/** Value of IEEE half-precision bits; no infinities or NaN among scales. */
function half(bits: u32): f32 {
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  const size: f32 =
    exponent === 0
      ? (mantissa as f32) * reinterpret<f32>((103 as u32) << 23)
      : reinterpret<f32>(((exponent + 112) << 23) | (mantissa << 13));
  return bits & 0x8000 ? -size : size;
}

/** Sixteen bytes of four-bit codes, the even of a pair in the low half -> inputs 0 to 15, a byte each. */
function evenAndOdd(pairs: v128): v128 {
  const low = v128.and(pairs, i8x16.splat(15));
  const high = i8x16.shr_u(pairs, 4);
  return i8x16.shuffle(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/** The same for inputs 16 to 31. */
function evenAndOddAbove(pairs: v128): v128 {
  const low = v128.and(pairs, i8x16.splat(15));
  const high = i8x16.shr_u(pairs, 4);
  return i8x16.shuffle(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/**
 * As the bundle stores a product, uint8 [rows, columns / 32, 16] (the even weight of a pair in the low half) and float16 scales
 * [rows, columns / 32], to panels of eight outputs: per block 8 float32 scales, then 8 x 16 bytes, of which byte b of group g holds
 * input 4 g + b % 4 of output b / 4 (low half) and of output 4 + b / 4 (high half).
 */
export function packPanels(codes: usize, scales: usize, rows: usize, columns: usize, to: usize): void {
  const blocks = columns / BLOCK;
  for (let panel: usize = 0; panel < rows; panel += PANEL) {
    for (let block: usize = 0; block < blocks; block++) {
      for (let o: usize = 0; o < PANEL; o++) {
        store<f32>(to + o * 4, half(load<u16>(scales + ((panel + o) * blocks + block) * 2)));
      }
      for (let o: usize = 0; o < 4; o++) {
        const first = v128.load(codes + ((panel + o) * blocks + block) * 16);
        const fifth = v128.load(codes + ((panel + 4 + o) * blocks + block) * 16);
        const below = v128.or(evenAndOdd(first), i16x8.shl(evenAndOdd(fifth), 4));
        const above = v128.or(evenAndOddAbove(first), i16x8.shl(evenAndOddAbove(fifth), 4));
        const out = to + 32 + o * 4;
        v128.store32_lane(out, below, 0);
        v128.store32_lane(out + 16, below, 1);
        v128.store32_lane(out + 32, below, 2);
        v128.store32_lane(out + 48, below, 3);
        v128.store32_lane(out + 64, above, 0);
        v128.store32_lane(out + 80, above, 1);
        v128.store32_lane(out + 96, above, 2);
        v128.store32_lane(out + 112, above, 3);
      }
      to += PANEL_BLOCK;
    }
  }
}

/** One packed panel of `blocks` blocks -> a byte a code at `to`, float32 [blocks, 8] at `scales`. */
export function openPanel(panel: usize, blocks: usize, to: usize, scales: usize): void {
  const low = i8x16.splat(15);
  for (let block: usize = 0; block < blocks; block++) {
    v128.store(scales, v128.load(panel));
    v128.store(scales, v128.load(panel, 16), 16);
    for (let i: usize = 0; i < 128; i += 16) {
      const pair = v128.load(panel + 32 + i);
      v128.store(to + 2 * i, v128.and(pair, low));
      v128.store(to + 2 * i, v128.and(i16x8.shr_u(pair, 4), low), 16);
    }
    panel += PANEL_BLOCK;
    scales += PANEL * 4;
    to += OPEN_BLOCK;
  }
}

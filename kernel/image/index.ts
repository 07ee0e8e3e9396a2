/**
 * The two loops of the image maths that touch every pixel, in SIMD: twin of `horizontal` in workers/image/resample.ts and of
 * `blockTexture` in workers/image/views.ts, integer for integer (workers/image/scan.test.ts). The host lays the memory out
 * (workers/image/scan.ts). Addresses are bytes; pictures are RGBA, four bytes a pixel.
 */

/** Bits of a weight; it is split into two halves that fit into 16 bits. */
const PRECISION = 22;
const LOW_BITS = 11;
/** Side of a block of the texture, px. */
const BLOCK: usize = 32;

/**
 * Rows of RGBA to rows of RGB at width `to`. first: i32 [to], first source pixel; pairs: i32 [to], taps in twos. high, low:
 * weight >> 11 and weight & 2047 as i16 [to, stride, 2]; an odd last tap is followed by a weight of 0, and 4 bytes behind the rows are read.
 */
export function horizontal(
  source: usize,
  rows: usize,
  width: usize,
  to: usize,
  first: usize,
  pairs: usize,
  high: usize,
  low: usize,
  stride: usize,
  out: usize,
): void {
  const half = i32x4.splat(1 << (PRECISION - 1));
  const most = i32x4.splat(255);
  const zero = i32x4.splat(0);
  for (let y: usize = 0; y < rows; y++) {
    const row = source + y * width * 4;
    for (let x: usize = 0; x < to; x++) {
      let p = row + (load<i32>(first + x * 4) as usize) * 4;
      const end = p + (load<i32>(pairs + x * 4) as usize) * 8;
      let w = x * stride * 4;
      let highs = zero;
      let lows = zero;
      while (p < end) {
        // r g b a r g b a -> r r g g b b a a, in 16 bits each
        const two = v128.shuffle<u8>(
          v128.load64_zero(p),
          zero,
          0,
          16,
          4,
          16,
          1,
          16,
          5,
          16,
          2,
          16,
          6,
          16,
          3,
          16,
          7,
          16,
        );
        highs = i32x4.add(highs, i32x4.dot_i16x8_s(two, v128.load32_splat(high + w)));
        lows = i32x4.add(lows, i32x4.dot_i16x8_s(two, v128.load32_splat(low + w)));
        p += 8;
        w += 4;
      }
      const sum = i32x4.add(i32x4.add(i32x4.shl(highs, LOW_BITS), lows), half);
      const rgb = i32x4.min_u(i32x4.shr_u(sum, PRECISION), most);
      store<u8>(out, i32x4.extract_lane(rgb, 0));
      store<u8>(out, i32x4.extract_lane(rgb, 1), 1);
      store<u8>(out, i32x4.extract_lane(rgb, 2), 2);
      out += 3;
    }
  }
}

/** Lumas of four pixels, i32 [4]: (77 r + 150 g + 29 b) >> 8. */
function fourLumas(p: usize, weights: v128): v128 {
  const four = v128.load(p);
  const a = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(four), weights);
  const b = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(four), weights);
  const sum = i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
  return i32x4.shr_u(sum, 8);
}

/** Luma of one row, with its last pixel repeated behind it. Sixteen pixels at a time: up to 15 beyond the row are read and written. */
function lumaRow(p: usize, width: usize, out: usize): void {
  const weights = i16x8(77, 150, 29, 0, 77, 150, 29, 0);
  for (let x: usize = 0; x < width; x += 16, p += 64) {
    const a = i16x8.narrow_i32x4_u(fourLumas(p, weights), fourLumas(p + 16, weights));
    const b = i16x8.narrow_i32x4_u(fourLumas(p + 32, weights), fourLumas(p + 48, weights));
    v128.store(out + x, i8x16.narrow_i16x8_u(a, b));
  }
  store<u8>(out + width, load<u8>(out + width - 1));
}

function distance(a: v128, b: v128): v128 {
  return i16x8.extadd_pairwise_i8x16_u(i8x16.sub(i8x16.max_u(a, b), i8x16.min_u(a, b)));
}

/**
 * One row of blocks: i32 [columns] sums of |dx| + |dy|. source: 32 rows, and one more if `below`. lines: room for two rows of
 * luma, 2 * (width + 32) bytes and 16 behind them; sums: 16 bytes a column, for the work; out: i32 [columns].
 */
export function texture(
  source: usize,
  below: bool,
  width: usize,
  columns: usize,
  lines: usize,
  sums: usize,
  out: usize,
): void {
  const pitch = (width + 32) & ~15;
  memory.fill(sums, 0, columns * 16);
  let line = lines;
  let next = lines + pitch;
  lumaRow(source, width, line);
  for (let y: usize = 1; y <= BLOCK; y++) {
    if (y < BLOCK || below) lumaRow(source + y * width * 4, width, next);
    else next = line;
    for (let column: usize = 0; column < columns; column++) {
      const p = line + column * BLOCK;
      const q = next + column * BLOCK;
      const a = v128.load(p);
      const b = v128.load(p, 16);
      const across = i16x8.add(distance(a, v128.load(p, 1)), distance(b, v128.load(p, 17)));
      const down = i16x8.add(distance(a, v128.load(q)), distance(b, v128.load(q, 16)));
      // A lane takes 8 distances a row: 32 rows of them stay below 2^16.
      const at = sums + column * 16;
      v128.store(at, i16x8.add(v128.load(at), i16x8.add(across, down)));
    }
    const done = line;
    line = next;
    next = done;
  }
  for (let column: usize = 0; column < columns; column++) {
    const four = i32x4.extadd_pairwise_i16x8_u(v128.load(sums + column * 16));
    const sum =
      i32x4.extract_lane(four, 0) +
      i32x4.extract_lane(four, 1) +
      i32x4.extract_lane(four, 2) +
      i32x4.extract_lane(four, 3);
    store<i32>(out + column * 4, sum);
  }
}

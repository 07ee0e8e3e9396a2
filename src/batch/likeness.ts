/**
 * How alike two pictures look, from a few bits each: a difference hash (dHash) of the small view, both ways. Pure.
 *
 * The picture is averaged down to 9 × 9 fields of brightness; 64 bits say whether a field is darker than the one to its
 * right, 64 more whether it is darker than the one below. Shrinking, compression, light and colour change few of them.
 */

/** Comparisons along one side; one field more is needed than bits. */
const BITS_A_SIDE = 8;
const FIELDS = BITS_A_SIDE + 1;
/** Bits of a likeness. */
export const LIKENESS_BITS = 2 * BITS_A_SIDE * BITS_A_SIDE;
/** A likeness as text: 32 hex digits. */
export const LIKENESS_PATTERN = /^[0-9a-f]{32}$/;

/**
 * Largest distance, of 128 bits, at which two pictures count as nearly the same. `npm run near-same` prints what this
 * lets through on the pictures of training.
 */
export const NEAR_SAME_BITS = 16;

/**
 * Least difference between fields, of 255, that is taken for one: in an even sky the sign of less than this is noise of
 * the encoder.
 */
const SAME_FIELD = 1;

/**
 * Likeness of a picture. `rgba`: four bytes a pixel, opaque. Null where the picture is so even that nearly nothing could
 * tell it from any other even one.
 */
export function likenessOf(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): string | null {
  const fields = greyFields(rgba, width, height);
  const at = (x: number, y: number) => fields[y * FIELDS + x] ?? 0;
  const bits: boolean[] = [];
  let telling = 0;
  const compare = (a: number, b: number) => {
    if (Math.abs(a - b) >= SAME_FIELD) telling++;
    bits.push(b - a >= SAME_FIELD);
  };
  for (let y = 0; y < BITS_A_SIDE; y++) for (let x = 0; x < BITS_A_SIDE; x++) compare(at(x, y), at(x + 1, y));
  for (let y = 0; y < BITS_A_SIDE; y++) for (let x = 0; x < BITS_A_SIDE; x++) compare(at(x, y), at(x, y + 1));
  return telling < LEAST_TELLING ? null : toHex(bits);
}

/** With fewer fields than this that differ at all from their neighbours, two pictures are alike by being empty. */
const LEAST_TELLING = LIKENESS_BITS / 4;

/** Bits in which two likenesses differ, 0..128. */
export function likenessDistance(a: string, b: string): number {
  let distance = 0;
  for (let at = 0; at < a.length; at += WORD_DIGITS) distance += ones(word(a, at) ^ word(b, at));
  return distance;
}

/** Hex digits of a 32-bit word. */
export const WORD_DIGITS = 8;
export const word = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + WORD_DIGITS), 16) | 0;

/** Bits that are set in a 32-bit word. */
export function ones(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Mean brightness (Rec. 601, 0..255) of each field; a picture narrower than the fields gives some of them the same pixels. */
function greyFields(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Float64Array {
  const fields = new Float64Array(FIELDS * FIELDS);
  for (let fy = 0; fy < FIELDS; fy++) {
    const top = Math.floor((fy * height) / FIELDS);
    const bottom = Math.max(top + 1, Math.floor(((fy + 1) * height) / FIELDS));
    for (let fx = 0; fx < FIELDS; fx++) {
      const left = Math.floor((fx * width) / FIELDS);
      const right = Math.max(left + 1, Math.floor(((fx + 1) * width) / FIELDS));
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
          const p = 4 * (y * width + x);
          sum += 0.299 * (rgba[p] ?? 0) + 0.587 * (rgba[p + 1] ?? 0) + 0.114 * (rgba[p + 2] ?? 0);
        }
      fields[fy * FIELDS + fx] = sum / ((bottom - top) * (right - left));
    }
  }
  return fields;
}

function toHex(bits: readonly boolean[]): string {
  let hex = '';
  for (let at = 0; at < bits.length; at += 4) {
    let digit = 0;
    for (let i = 0; i < 4; i++) digit = digit * 2 + (bits[at + i] ? 1 : 0);
    hex += digit.toString(16);
  }
  return hex;
}

/** One head of one view: softmax(Q K^T / 8) V, in float32. */
import { denseTile } from './dense';
import { quantiseBlock } from './eight-bits';
import { exp4, max4, sum4 } from './maths';
import { KEY_PANELS, SCORES, STRIP, VALUE_PANELS } from './memory';
import { BLOCK, HEAD, KEYS, PANEL, TILE_ROWS, TOKENS, WIDTH } from './shape';

/** Bytes between rows of q, k and v side by side. */
const ROW: usize = 3 * WIDTH * 4;
const SCALE: f32 = 0.125;
const STRIP_ROW: usize = HEAD * 4;

/** Keys to panels float32 [25, 64, 8]; keys beyond the last are zero. */
function turnKeys(keys: usize, to: usize): void {
  for (let key: usize = 0; key < KEYS; key++) {
    const out = to + (key / PANEL) * HEAD * PANEL * 4 + (key % PANEL) * 4;
    for (let c: usize = 0; c < HEAD; c++) {
      store<f32>(out + c * PANEL * 4, key < TOKENS ? load<f32>(keys + key * ROW + c * 4) : 0);
    }
  }
}

/**
 * Values to panels float32 [8, 197, 8]. Where they are, rows lie 9,216 bytes apart: a quarter of a page, so that a column of them would
 * find room for thirty lines in the first cache.
 */
function copyValues(values: usize, to: usize): void {
  for (let row: usize = 0; row < TOKENS; row++) {
    for (let panel: usize = 0; panel < HEAD / PANEL; panel++) {
      const from = values + row * ROW + panel * PANEL * 4;
      const out = to + (panel * TOKENS + row) * PANEL * 4;
      v128.store(out, v128.load(from));
      v128.store(out, v128.load(from, 16), 16);
    }
  }
}

/** Scores [200] -> weights that sum to one over 197 keys; the rest is zero. */
function softmax(row: usize): void {
  const end: usize = KEYS * 4;
  for (let key: usize = TOKENS; key < KEYS; key++) store<f32>(row + key * 4, -Infinity);
  let top = v128.load(row);
  for (let i: usize = 16; i < end; i += 16) top = f32x4.pmax(top, v128.load(row + i));
  const most = f32x4.splat(max4(top) * SCALE);
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < end; i += 16) {
    const e = exp4(f32x4.sub(f32x4.mul(v128.load(row + i), f32x4.splat(SCALE)), most));
    v128.store(row + i, e);
    sum = f32x4.add(sum, e);
  }
  // What stood beyond the last key is e^-87 each: 1e-38, nothing beside the largest, which is one.
  const by = f32x4.splat(<f32>1 / sum4(sum));
  for (let i: usize = 0; i < end; i += 16) v128.store(row + i, f32x4.mul(v128.load(row + i), by));
}

/**
 * qkv: first row of the view, at the head's first channel of q. Writes the head's 64 channels of every row in eight bits.
 * codes, scales, zeros: of the view's first row and the head's first channel.
 */
export function attend(qkv: usize, scratch: usize, codes: usize, scales: usize, zeros: usize): void {
  const keys = scratch + KEY_PANELS;
  const values = scratch + VALUE_PANELS;
  const scores = scratch + SCORES;
  const strip = scratch + STRIP;
  turnKeys(qkv + WIDTH * 4, keys);
  copyValues(qkv + 2 * WIDTH * 4, values);
  for (let row: usize = 0; row < TOKENS; row += TILE_ROWS) {
    // The last tile is moved up so that it ends with the view: its first rows are computed twice, and alike.
    const first = min(row, TOKENS - TILE_ROWS);
    for (let panel: usize = 0; panel < KEYS / PANEL; panel++) {
      denseTile(
        qkv + first * ROW,
        ROW,
        keys + panel * HEAD * PANEL * 4,
        HEAD,
        scores + panel * PANEL * 4,
        KEYS * 4,
      );
    }
    for (let r: usize = 0; r < TILE_ROWS; r++) softmax(scores + r * KEYS * 4);
    for (let panel: usize = 0; panel < HEAD / PANEL; panel++) {
      denseTile(
        scores,
        KEYS * 4,
        values + panel * TOKENS * PANEL * 4,
        TOKENS,
        strip + first * STRIP_ROW + panel * PANEL * 4,
        STRIP_ROW,
      );
    }
  }
  for (let row: usize = 0; row < TOKENS; row++) {
    for (let block: usize = 0; block < HEAD / BLOCK; block++) {
      quantiseBlock(
        strip + row * STRIP_ROW + block * BLOCK * 4,
        codes + row * WIDTH + block * BLOCK,
        scales + row * (WIDTH / BLOCK) * 4 + block * 4,
        zeros + row * (WIDTH / BLOCK) * 4 + block * 4,
      );
    }
  }
}

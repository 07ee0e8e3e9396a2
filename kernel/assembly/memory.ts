/**
 * Where everything lies in the shared memory. Every lane is an instance of its own over one memory, so nothing is kept in globals:
 * addresses are constants, and what the lanes tell each other lies in the first bytes.
 */
import {
  BLOCK,
  HEAD,
  KEYS,
  LAYERS,
  MOST_LANES,
  MOST_ROWS,
  MOST_VIEWS,
  OPEN_BLOCK,
  PANEL,
  PANEL_BLOCK,
  PATCH_INPUTS,
  SIDE,
  TILE_ROWS,
  TOKENS,
  WIDE,
  WIDTH,
} from './shape';

/** Words of the lanes' conversation (lanes.ts), 64 bytes apart so that they do not share a cache line. */
export const GENERATION: usize = 1024;
export const ARRIVED: usize = 1088;
export const NEXT: usize = 1152;
export const JOB: usize = 1216;
export const VIEWS: usize = 1280;
export const LANES: usize = 1344;
export const PATIENCE: usize = 1408;
/** Vector constants (constants.ts). */
export const CONSTANTS: usize = 2048;

const FLOAT: usize = 4;

/** Bytes of one packed product. */
export function packedBytes(rows: usize, columns: usize): usize {
  return (rows / PANEL) * (columns / BLOCK) * PANEL_BLOCK;
}

/** float32 vectors of one block: norm1 (weight, bias), biases of q, k, v, o, norm2 (weight, bias), biases of up, down. */
export const VECTORS: usize = (9 * WIDTH + WIDE) * FLOAT;
export const NORM1: usize = 0;
export const BIAS_QKV: usize = NORM1 + 2 * WIDTH * FLOAT;
export const BIAS_O: usize = BIAS_QKV + 3 * WIDTH * FLOAT;
export const NORM2: usize = BIAS_O + WIDTH * FLOAT;
export const BIAS_UP: usize = NORM2 + 2 * WIDTH * FLOAT;
export const BIAS_DOWN: usize = BIAS_UP + WIDE * FLOAT;

/** Packed products of one block: q, k, v one after the other (one product of 2,304 outputs), o, up, down. */
export const PACKED_SQUARE: usize = (WIDTH / PANEL) * (WIDTH / BLOCK) * PANEL_BLOCK;
export const PACKED_UP: usize = (WIDE / PANEL) * (WIDTH / BLOCK) * PANEL_BLOCK;
export const PACKED_DOWN: usize = (WIDTH / PANEL) * (WIDE / BLOCK) * PANEL_BLOCK;
export const O: usize = 3 * PACKED_SQUARE;
export const UP: usize = O + PACKED_SQUARE;
export const DOWN: usize = UP + PACKED_UP;
export const PACKED: usize = DOWN + PACKED_DOWN;

/** uint8 [views, 224, 224, 3]. */
export const PIXELS: usize = 4096;
/** float32 [196 or 197, 768]: positions, class token first; then the class token itself and the first norm (weight, bias). */
export const PLACES: usize = PIXELS + MOST_VIEWS * SIDE * SIDE * 3;
export const CLASS_TOKEN: usize = PLACES + TOKENS * WIDTH * FLOAT;
export const NORM0: usize = CLASS_TOKEN + WIDTH * FLOAT;
/** float32 [3] each: mean and deviation of a channel, grey levels. */
export const MEAN: usize = NORM0 + 2 * WIDTH * FLOAT;
export const DEVIATION: usize = MEAN + 16;
/** float32 panels [96, 768 inputs, 8]. */
export const PATCHES: usize = DEVIATION + 16;
export const BLOCK_VECTORS: usize = PATCHES + PATCH_INPUTS * WIDTH * FLOAT;
export const BLOCK_PRODUCTS: usize = BLOCK_VECTORS + LAYERS * VECTORS;

/** float32 [rows, 768]: the residual stream. */
export const STREAM: usize = BLOCK_PRODUCTS + LAYERS * PACKED;
/** float32 [rows, 2304]; before the blocks: rows of patches, float32 [views * 196, 768]. */
export const QKV: usize = STREAM + MOST_ROWS * WIDTH * FLOAT;
/** Activations in eight bits, of 768 and of 3,072 channels: int8 [rows, K], then float32 scales and zero words [rows, K / 32]. */
export const NARROW: usize = QKV + MOST_ROWS * 3 * WIDTH * FLOAT;
export const NARROW_BYTES: usize = MOST_ROWS * (WIDTH + (WIDTH / BLOCK) * 8);
export const BROAD: usize = NARROW + NARROW_BYTES;
export const BROAD_BYTES: usize = MOST_ROWS * (WIDE + (WIDE / BLOCK) * 8);
/** float32 [views, blocks, 2, 768]: class token and mean of the places after each block. */
export const STATES: usize = BROAD + BROAD_BYTES;

/** Of each lane: an unpacked panel with its scales; keys and values of a head; scores; a strip of outputs. */
export const SCRATCH: usize = STATES + MOST_VIEWS * LAYERS * 2 * WIDTH * FLOAT;
export const OPEN_SCALES: usize = (WIDE / BLOCK) * OPEN_BLOCK;
export const KEY_PANELS: usize = OPEN_SCALES + (WIDE / BLOCK) * PANEL * FLOAT;
export const VALUE_PANELS: usize = KEY_PANELS + HEAD * KEYS * FLOAT;
export const SCORES: usize = VALUE_PANELS + HEAD * TOKENS * FLOAT;
export const STRIP: usize = SCORES + TILE_ROWS * KEYS * FLOAT;
export const SCRATCH_BYTES: usize = STRIP + MOST_ROWS * HEAD * FLOAT;

/** What the host puts in, to be packed: one product at most as large as `up`. */
export const STAGING: usize = SCRATCH + MOST_LANES * SCRATCH_BYTES;
export const END: usize = STAGING + (WIDE * WIDTH) / 2 + ((WIDE * WIDTH) / BLOCK) * 2;

export function scratch(lane: usize): usize {
  return SCRATCH + lane * SCRATCH_BYTES;
}

/** The vectors of a block. */
export function vectors(block: usize): usize {
  return BLOCK_VECTORS + block * VECTORS;
}

/** The packed products of a block. */
export function products(block: usize): usize {
  return BLOCK_PRODUCTS + block * PACKED;
}

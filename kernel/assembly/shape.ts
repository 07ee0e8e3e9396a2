/** Sizes of the trunk (training/fakehr1/vision/clip.py) and of the blocks in which its numbers are kept. Counts unless a unit is named. */

export const WIDTH: usize = 768;
export const HEADS: usize = 12;
export const HEAD: usize = 64;
export const WIDE: usize = 3072;
export const LAYERS: usize = 6;
/** Side of a view and of a patch, px. */
export const SIDE: usize = 224;
export const PATCH: usize = 16;
export const MAP: usize = 14;
/** Inputs of one patch: 3 channels x 16 x 16. */
export const PATCH_INPUTS: usize = 768;
/** Rows of one view: class token and 14 x 14 places. */
export const TOKENS: usize = 197;
/** Views that one look may hold: the whole picture and its most textured crop. */
export const MOST_VIEWS: usize = 2;
/** Lanes (threads) at most; MAX_THREADS of src/lib/browser.ts. */
export const MOST_LANES: usize = 4;

/** Numbers that share a scale, of weights and of activations. */
export const BLOCK: usize = 32;
/** Rows and outputs of one tile of a product. */
export const TILE_ROWS: usize = 4;
export const PANEL: usize = 8;
/** Bytes of one block of a packed panel: 8 float32 scales, then 8 x 32 codes of four bits. */
export const PANEL_BLOCK: usize = 160;
/** Bytes of one block of an unpacked panel: a byte a code. */
export const OPEN_BLOCK: usize = 256;

/** Rows of a full look, padded to whole tiles. */
export const MOST_ROWS: usize = 396;
/** Keys of one view, padded to whole panels. */
export const KEYS: usize = 200;

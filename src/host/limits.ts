/** Every time and count of the host, with its unit and its reason. */

/**
 * After a cancel the worker may finish the run it is in: a prefill in WASM takes up to a second or two on a slow
 * machine and nothing can interrupt it. Longer than this, ending the worker is the quicker way.
 */
export const CANCEL_GRACE_MS = 4_000;

/** Longest wait for the next item of an analysis. A software GPU compiles and runs a graph for half a minute. */
export const ITEM_TIMEOUT_MS = 120_000;

/** Longest wait for the next item of a load: one session, or a whole warm-up, on a slow phone. */
export const LOAD_ITEM_TIMEOUT_MS = 240_000;

/** Back-off before a worker is started again: one step per loss in a row, at most the last. */
export const BACK_OFF_MS = [1_000, 2_000, 3_000] as const;

/** An image is tried once more on a fresh worker, then given up. */
export const IMAGE_TRIES = 2;

/** A load is tried this often in a row; the last tries are on WebAssembly. */
export const LOAD_TRIES = 3;

/** Workers lost before WebGPU is given up for WebAssembly. */
export const LOSSES_BEFORE_WASM = 2;

/** Longest wait for one file's report. The validator's 9 MB are compiled within it; the largest file is 200 MB. */
export const INSPECT_TIMEOUT_MS = 60_000;

/** A file whose report failed is read once more by a fresh worker: the one before may have suffered from another file. */
export const INSPECT_TRIES = 2;

/** The provenance worker is ended after this long without work; starting it again takes a tenth of a second. */
export const INSPECT_IDLE_MS = 15_000;

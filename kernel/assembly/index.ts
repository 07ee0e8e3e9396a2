/**
 * What the host calls (workers/engine/kernel.ts): it fills the memory, calls `look` on its own instance and keeps the other lanes in `serve`.
 */
import { layConstants } from './constants';
import { packPanels } from './eight-bits';
import { await_, call, forget } from './lanes';
import * as at from './memory';
import { tile } from './product';
import { BLOCK, PANEL, PATCH_INPUTS, TILE_ROWS, WIDE, WIDTH } from './shape';
import { stages } from './trunk';

/** Where the host puts what it fills in: see memory.ts. */
export function pixels(): usize {
  return at.PIXELS;
}
export function staging(): usize {
  return at.STAGING;
}
export function places(): usize {
  return at.PLACES;
}
export function classToken(): usize {
  return at.CLASS_TOKEN;
}
export function firstNorm(): usize {
  return at.NORM0;
}
export function mean(): usize {
  return at.MEAN;
}
export function deviation(): usize {
  return at.DEVIATION;
}
/** float32 [views, 6, 2, 768]: class token and mean of the places after each block. */
export function states(): usize {
  return at.STATES;
}
/** float32 [views * 197, 768]: rows after the last block. */
export function stream(): usize {
  return at.STREAM;
}
/** Of a block: norm1, biases of q, k, v, o, norm2, biases of up and down, in this order. */
export function vectors(block: usize): usize {
  return at.vectors(block);
}
export function end(): usize {
  return at.END;
}

/** Packs the product that lies in staging (codes, then scales). which: 0 q, 1 k, 2 v, 3 o, 4 up, 5 down. */
export function pack(block: usize, which: usize): void {
  const rows = which === 4 ? WIDE : WIDTH;
  const columns = which === 5 ? WIDE : WIDTH;
  const offset = which < 4 ? which * at.PACKED_SQUARE : which === 4 ? at.UP : at.DOWN;
  const scales = at.STAGING + (rows * columns) / 2;
  packPanels(at.STAGING, scales, rows, columns, at.products(block) + offset);
}

/** One output channel of the patches, float32 [768 inputs] in staging, to its place in the panels. */
export function packPatch(channel: usize): void {
  const to = at.PATCHES + ((channel / PANEL) * PATCH_INPUTS * PANEL + (channel % PANEL)) * 4;
  for (let k: usize = 0; k < PATCH_INPUTS; k++) store<f32>(to + k * PANEL * 4, load<f32>(at.STAGING + k * 4));
}

/** Tiles of a trial: 10 million multiplications, a quarter of a millisecond. */
const TRIAL_TILES: i32 = 400;

/** What a product costs on this machine, for the host's clock; before the memory is filled. */
export function trial(): void {
  for (let i = 0; i < TRIAL_TILES; i++) {
    const scales = at.NARROW + TILE_ROWS * WIDTH;
    const zeros = scales + TILE_ROWS * (WIDTH / BLOCK) * 4;
    tile(
      at.NARROW,
      scales,
      zeros,
      WIDTH,
      at.scratch(0),
      at.scratch(0) + at.OPEN_SCALES,
      at.scratch(0) + at.SCORES,
      PANEL * 4,
    );
  }
}

/** Before anything else: constants of the loops. */
export function begin(): void {
  layConstants();
}

/** How long a lane waits for the others in vain, three times, before it traps, ms. */
export function setPatience(ms: i32): void {
  store<i32>(at.PATIENCE, ms);
}

/** After a trap, when the other lanes are ended: the next look starts anew. */
export function reset(): void {
  forget();
}

/** Computes the views in the memory, on `lanes` lanes, of which this is the first; the others are in `serve`. Traps where one of them is lost. */
export function look(views: usize, lanes: usize): void {
  store<i32>(at.VIEWS, views as i32);
  store<i32>(at.LANES, lanes as i32);
  if (lanes > 1) call();
  stages(0);
}

/** A further lane: works at every look; never returns. Its thread ends with the worker that holds it. */
export function serve(lane: usize): void {
  let seen: i32 = 0;
  while (true) {
    seen = await_(seen);
    stages(lane);
  }
}

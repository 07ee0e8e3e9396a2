/** From pixels to the stream: patches, their product, positions. */
import { denseTile } from './dense';
import { barrier, next } from './lanes';
import * as at from './memory';
import { MAP, PANEL, PATCH, PATCH_INPUTS, SIDE, TILE_ROWS, TOKENS, WIDTH } from './shape';

const ROW: usize = WIDTH * 4;
const PLACES: usize = MAP * MAP;

/** Pixels to rows of patches, standardised by channel: one row of patches a task. */
export function cutPatches(views: usize): void {
  for (let task = next(); task < views * MAP; task = next()) {
    const view = task / MAP;
    const y = task % MAP;
    for (let x: usize = 0; x < MAP; x++) {
      const to = at.QKV + (view * PLACES + y * MAP + x) * PATCH_INPUTS * 4;
      for (let c: usize = 0; c < 3; c++) {
        const mean = load<f32>(at.MEAN + c * 4);
        const by = <f32>1 / load<f32>(at.DEVIATION + c * 4);
        for (let i: usize = 0; i < PATCH * PATCH; i++) {
          const pixel = (view * SIDE + y * PATCH + i / PATCH) * SIDE + x * PATCH + (i % PATCH);
          store<f32>(
            to + (c * PATCH * PATCH + i) * 4,
            ((load<u8>(at.PIXELS + pixel * 3 + c) as f32) - mean) * by,
          );
        }
      }
    }
  }
  barrier();
}

/** Rows of patches times their weights, and positions, into the stream: one panel of channels a task. */
export function embed(views: usize, lane: usize): void {
  const strip = at.scratch(lane) + at.STRIP;
  for (let panel = next(); panel < WIDTH / PANEL; panel = next()) {
    const weights = at.PATCHES + panel * PATCH_INPUTS * PANEL * 4;
    const channel = panel * PANEL * 4;
    for (let view: usize = 0; view < views; view++) {
      const first = at.STREAM + view * TOKENS * ROW + channel;
      const token = at.CLASS_TOKEN + channel;
      add8(token, at.PLACES + channel, first);
      for (let place: usize = 0; place < PLACES; place += TILE_ROWS) {
        const row = (view * PLACES + place) * PATCH_INPUTS * 4;
        denseTile(at.QKV + row, PATCH_INPUTS * 4, weights, PATCH_INPUTS, strip, PANEL * 4);
        for (let r: usize = 0; r < TILE_ROWS; r++) {
          const down: usize = (1 + place + r) * ROW;
          add8(strip + r * PANEL * 4, at.PLACES + down + channel, first + down);
        }
      }
    }
  }
  barrier();
}

/** a + b, eight float32. */
function add8(a: usize, b: usize, to: usize): void {
  v128.store(to, f32x4.add(v128.load(a), v128.load(b)));
  v128.store(to, f32x4.add(v128.load(a, 16), v128.load(b, 16)), 16);
}

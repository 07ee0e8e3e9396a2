/**
 * Six blocks of CLIP ViT-B/16 over one or two views, on as many lanes as the host starts. Twin of `Trunk` in
 * training/fakehr1/vision/clip.py; the arithmetic of its products is that of MatMulNBits with accuracy level 4.
 */
import { attend } from './attention';
import { openPanel, quantiseBlock } from './eight-bits';
import { cutPatches, embed } from './embed';
import { barrier, next } from './lanes';
import { quickGelu4 } from './maths';
import * as at from './memory';
import { norm, normInEightBits } from './norm';
import { tile } from './product';
import { BLOCK, HEAD, HEADS, LAYERS, MAP, PANEL, TILE_ROWS, TOKENS, WIDE, WIDTH } from './shape';

const ROW: usize = WIDTH * 4;
const PLACES: usize = MAP * MAP;
/** Rows that are one task of a stage. */
const CHUNK: usize = 16;
/** Panels of `up` that are one task: their outputs are one block of what `down` reads. */
const STRIP_PANELS: usize = BLOCK / PANEL;
/** Channels that are one task where places are averaged. */
const STRIPE: usize = 128;

function normStream(rows: usize): void {
  for (let task = next(); task * CHUNK < rows; task = next()) {
    for (let row: usize = task * CHUNK; row < min(rows, (task + 1) * CHUNK); row++) {
      const line = at.STREAM + row * ROW;
      norm(line, at.NORM0, line);
    }
  }
  barrier();
}

/** Norm of the stream, in eight bits. */
function normForProduct(rows: usize, lane: usize, weight: usize): void {
  const blocks: usize = WIDTH / BLOCK;
  const scales = at.NARROW + rows4(rows) * WIDTH;
  const zeros = scales + rows4(rows) * blocks * 4;
  for (let task = next(); task * CHUNK < rows; task = next()) {
    for (let row = task * CHUNK; row < min(rows, (task + 1) * CHUNK); row++) {
      normInEightBits(
        at.STREAM + row * ROW,
        weight,
        at.scratch(lane) + at.STRIP,
        at.NARROW + row * WIDTH,
        scales + row * blocks * 4,
        zeros + row * blocks * 4,
      );
    }
  }
  barrier();
}

/** Rows padded to whole tiles. What the padding holds reaches nobody. */
function rows4(rows: usize): usize {
  return ((rows + TILE_ROWS - 1) / TILE_ROWS) * TILE_ROWS;
}

/** What the outputs of a product become. */
const PLAIN: usize = 0;
const RESIDUAL: usize = 1;

/** One panel of outputs over all rows, with its bias -> float32 at `to`, rows `stride` bytes apart. */
function panelOver(
  rows: usize,
  lane: usize,
  a: usize,
  columns: usize,
  packed: usize,
  bias: usize,
  to: usize,
  stride: usize,
  kind: usize,
): void {
  const blocks: usize = columns / BLOCK;
  const scales = a + rows4(rows) * columns;
  const zeros = scales + rows4(rows) * blocks * 4;
  const codes = at.scratch(lane);
  const weights = codes + at.OPEN_SCALES;
  const out = codes + at.SCORES;
  openPanel(packed, blocks, codes, weights);
  const low = v128.load(bias);
  const high = v128.load(bias, 16);
  for (let row: usize = 0; row < rows; row += TILE_ROWS) {
    tile(
      a + row * columns,
      scales + row * blocks * 4,
      zeros + row * blocks * 4,
      columns,
      codes,
      weights,
      out,
      PANEL * 4,
    );
    for (let r: usize = 0; r < TILE_ROWS; r++) {
      const line = to + (row + r) * stride;
      let first = f32x4.add(v128.load(out + r * PANEL * 4), low);
      let second = f32x4.add(v128.load(out + r * PANEL * 4, 16), high);
      if (kind === RESIDUAL) {
        first = f32x4.add(first, v128.load(line));
        second = f32x4.add(second, v128.load(line, 16));
      }
      v128.store(line, first);
      v128.store(line, second, 16);
    }
  }
}

/** A product of the stream's width or three times it; one panel a task. */
function product(
  rows: usize,
  lane: usize,
  a: usize,
  columns: usize,
  outputs: usize,
  packed: usize,
  bias: usize,
  to: usize,
  kind: usize,
): void {
  const size = at.packedBytes(PANEL, columns);
  for (let task = next(); task < outputs / PANEL; task = next()) {
    const panel = task;
    panelOver(
      rows,
      lane,
      a,
      columns,
      packed + panel * size,
      bias + panel * PANEL * 4,
      to + panel * PANEL * 4,
      outputs * 4,
      kind,
    );
  }
  barrier();
}

function attention(views: usize, lane: usize): void {
  const rows = rows4(views * TOKENS);
  const blocks: usize = WIDTH / BLOCK;
  const scales = at.NARROW + rows * WIDTH;
  const zeros = scales + rows * blocks * 4;
  for (let task = next(); task < views * HEADS; task = next()) {
    const first = (task / HEADS) * TOKENS;
    const channel = (task % HEADS) * HEAD;
    const line = first * blocks * 4 + (channel / BLOCK) * 4;
    attend(
      at.QKV + first * ROW * 3 + channel * 4,
      at.scratch(lane),
      at.NARROW + first * WIDTH + channel,
      scales + line,
      zeros + line,
    );
  }
  barrier();
}

/** `up` with its activation, in eight bits at once: 32 outputs, one block of what `down` reads, a task. */
function widen(rows: usize, lane: usize, packed: usize, bias: usize): void {
  const size = at.packedBytes(PANEL, WIDTH);
  const blocks: usize = WIDE / BLOCK;
  const scales = at.BROAD + rows4(rows) * WIDE;
  const zeros = scales + rows4(rows) * blocks * 4;
  const strip = at.scratch(lane) + at.STRIP;
  for (let task = next(); task < WIDE / BLOCK; task = next()) {
    for (let p: usize = 0; p < STRIP_PANELS; p++) {
      const panel = task * STRIP_PANELS + p;
      panelOver(
        rows,
        lane,
        at.NARROW,
        WIDTH,
        packed + panel * size,
        bias + panel * PANEL * 4,
        strip + p * PANEL * 4,
        BLOCK * 4,
        PLAIN,
      );
    }
    for (let row: usize = 0; row < rows; row++) {
      const line = strip + row * BLOCK * 4;
      for (let i: usize = 0; i < BLOCK * 4; i += 16) v128.store(line + i, quickGelu4(v128.load(line + i)));
      quantiseBlock(
        line,
        at.BROAD + row * WIDE + task * BLOCK,
        scales + (row * blocks + task) * 4,
        zeros + (row * blocks + task) * 4,
      );
    }
  }
  barrier();
}

/** Class token and mean of the places after a block. */
function keepStates(views: usize, block: usize): void {
  const stripes = WIDTH / STRIPE;
  for (let task = next(); task < views * stripes; task = next()) {
    const view = task / stripes;
    const channels = (task % stripes) * STRIPE * 4;
    const from = at.STREAM + view * TOKENS * ROW + channels;
    const to = at.STATES + (view * LAYERS + block) * 2 * ROW + channels;
    for (let i: usize = 0; i < STRIPE * 4; i += 16) {
      v128.store(to + i, v128.load(from + i));
      let sum = f32x4.splat(0);
      for (let place: usize = 1; place < TOKENS; place++)
        sum = f32x4.add(sum, v128.load(from + place * ROW + i));
      v128.store(to + ROW + i, f32x4.mul(sum, f32x4.splat(<f32>1 / (PLACES as f32))));
    }
  }
  barrier();
}

/** All stages, on one lane of several. */
export function stages(lane: usize): void {
  const views = load<i32>(at.VIEWS) as usize;
  const rows = views * TOKENS;
  cutPatches(views);
  embed(views, lane);
  normStream(rows);
  for (let block: usize = 0; block < LAYERS; block++) {
    const v = at.vectors(block);
    const packed = at.products(block);
    normForProduct(rows, lane, v + at.NORM1);
    product(rows, lane, at.NARROW, WIDTH, 3 * WIDTH, packed, v + at.BIAS_QKV, at.QKV, PLAIN);
    attention(views, lane);
    product(rows, lane, at.NARROW, WIDTH, WIDTH, packed + at.O, v + at.BIAS_O, at.STREAM, RESIDUAL);
    normForProduct(rows, lane, v + at.NORM2);
    widen(rows, lane, packed + at.UP, v + at.BIAS_UP);
    product(rows, lane, at.BROAD, WIDE, WIDTH, packed + at.DOWN, v + at.BIAS_DOWN, at.STREAM, RESIDUAL);
    keepStates(views, block);
  }
}

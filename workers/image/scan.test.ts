import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Pixels } from './pixels';
import { scanWith } from './scan';
import { makeViews, SLOW_CROPS } from './views';

const scan = scanWith(new WebAssembly.Module(readFileSync('kernel/dist/image.wasm')));

/** Noise over a gradient, with rows and columns of 0 and of 255: sums and roundings reach their ends. */
function picture(width: number, height: number, seed: number): Pixels {
  const data = new Uint8Array(width * height * 4);
  let state = seed;
  for (let p = 0; p < data.length; p++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const x = (p >> 2) % width;
    const y = Math.floor((p >> 2) / width);
    data[p] = y % 97 < 40 ? ((x + y) % 2 ? 255 : 0) : ((state >>> 24) + x) & 255;
  }
  return { width, height, data };
}

// Sides at and beside multiples of blocks and vectors; wide, tall, hardly larger than a crop.
const SIZES = [
  [225, 224],
  [224, 300],
  [256, 256],
  [257, 255],
  [640, 448],
  [641, 449],
  [1023, 225],
  [1500, 1001],
  [480, 700],
  [300, 1500],
  [2047, 1366],
] as const;

describe('scan', () => {
  it.each(SIZES)('gives the views of the plain loops at %i x %i', (width, height) => {
    const image = picture(width, height, width * height);
    const plain = makeViews(image);
    const quick = makeViews(image, scan);
    expect(Buffer.compare(quick.whole, plain.whole)).toBe(0);
    expect(quick.places).toEqual(plain.places);
    expect(quick.textures).toEqual(plain.textures);
    for (let slot = 0; slot < SLOW_CROPS; slot++)
      expect(Buffer.compare(quick.crop(slot), plain.crop(slot))).toBe(0);
  });

  it('reaches the largest sum of a block', () => {
    const data = new Uint8Array(256 * 256 * 4);
    for (let p = 0; p < data.length; p++) data[p] = ((p >> 2) + (p >> 10)) % 2 ? 255 : 0;
    const { texture } = scan({ width: 256, height: 256, data }, 224);
    expect(texture[0]).toBe(2 * 32 * 32 * 255);
    // The last column and row of the picture have no neighbour there.
    expect(texture[63]).toBe(2 * 32 * 31 * 255);
  });

  it('lets go of a picture: the next one sees nothing of it', () => {
    const small = picture(300, 260, 5);
    const before = scan(small, 224);
    scan(picture(2000, 1400, 7), 224);
    const after = scan(small, 224);
    expect(Buffer.compare(after.rows, before.rows)).toBe(0);
    expect(after.texture).toEqual(before.texture);
  });
});

/** Twelve small files with everything that many pictures can have in common: for the tour and the tests of the table. */
import jpeg from 'jpeg-js';
import { corruptJpeg, encodePng, landscape } from './pictures.mjs';

/** Small, so that twelve of them take no longer than they must. */
const SIZE = /** @type {const} */ ([360, 240]);

/** Landscapes of these seeds differ enough for no two to be near-same; upside down or mirrored they are others again. */
const SEEDS = [1, 14, 50, 55];

/** Pixels of the n-th picture, n from 1 to 9. */
function pixels(n) {
  const [width, height] = SIZE;
  const rgb = landscape(width, height, SEEDS[(n - 1) % SEEDS.length]);
  const round = Math.floor((n - 1) / SEEDS.length);
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 3 * ((round === 1 ? height - 1 - y : y) * width + (round === 2 ? width - 1 - x : x));
      out.set(rgb.subarray(from, from + 3), 3 * (y * width + x));
    }
  return out;
}

/** The n-th picture as a PNG. @param {number} n from 1 to 9 */
export const nthPng = (n) => encodePng(...SIZE, pixels(n));

/** The n-th picture as a JPEG: nearly the same picture, another file. */
function asJpeg(n) {
  const rgb = pixels(n);
  const data = Buffer.alloc(SIZE[0] * SIZE[1] * 4, 255);
  for (let i = 0; i < SIZE[0] * SIZE[1]; i++) data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  return jpeg.encode({ data, width: SIZE[0], height: SIZE[1] }, 70).data;
}

/** The n-th picture as a file. @param {number} n from 1 to 9 */
export const hills = (n) => ({ name: `hills-${n}.png`, content: nthPng(n) });

/**
 * Nine pictures, a copy of the first, a near copy of the second, and one that is damaged.
 *
 * @type {readonly { name: string, content: Buffer }[]}
 */
export const TWELVE = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(hills),
  { name: 'copy-of-1.png', content: nthPng(1) },
  { name: 'near-2.jpg', content: asJpeg(2) },
  { name: 'broken.jpg', content: corruptJpeg() },
];

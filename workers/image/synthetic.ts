/**
 * Seeded test pictures from integer arithmetic alone. Twin of training/fakehr1/image/synthetic.py.
 *
 * Used by the golden tests and by the engine's self-test, so that no picture needs to be stored or decoded.
 */
import type { Pixels } from './pixels';

/** Gradients with a faint 8 px grid and noise, a disc, a checkerboard, a flat corner. `seed` must not be 0. */
export function synthetic(seed: number, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  const discX = Math.floor(width / 3);
  const discY = Math.floor(height / 2);
  const radius = Math.floor(Math.min(width, height) / 4);
  const checkerX = Math.floor((width * 2) / 3);
  const checkerY = Math.floor((height * 2) / 3);
  const flatX = Math.floor(width / 4);
  const flatY = Math.floor(height / 4);
  const disc = [200, 60, 40];
  let state = seed | 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const dx = x - discX;
      const dy = y - discY;
      const inDisc = dx * dx + dy * dy < radius * radius;
      const grid = ((x >> 3) + (y >> 3)) & 3;
      for (let c = 0; c < 3; c++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        let value: number;
        if (x < flatX && y < flatY) value = 128;
        else if (x > checkerX && y > checkerY) value = (((x >> 2) + (y >> 2)) & 1) * 255;
        else {
          const ramp =
            c === 0 ? (255 * x) / width : c === 1 ? (255 * y) / height : (255 * (x + y)) / (width + height);
          value = (inDisc ? (disc[c] as number) : Math.floor(ramp)) + grid + ((state >>> 8) & 15) - 8;
        }
        data[at + c] = value;
      }
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

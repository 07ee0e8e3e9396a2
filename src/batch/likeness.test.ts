import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { landscape } from '../../scripts/lib/pictures.mjs';
import {
  LIKENESS_BITS,
  LIKENESS_PATTERN,
  likenessDistance,
  likenessOf,
  NEAR_SAME_BITS,
  ones,
} from './likeness';

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function view(seed: number, width = 300, height = 200): Pixels {
  const rgb: Uint8Array = landscape(width, height, seed);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  return { data, width, height };
}

/** Every second pixel. */
function halved({ data, width, height }: Pixels): Pixels {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const p = 4 * (2 * y * width + 2 * x);
      out.set(data.subarray(p, p + 4), 4 * (y * w + x));
    }
  return { data: out, width: w, height: h };
}

const hash = ({ data, width, height }: Pixels): string => {
  const found = likenessOf(data, width, height);
  if (found === null) throw new Error('too even');
  return found;
};
const recoded = (pixels: Pixels, quality: number): Pixels =>
  jpeg.decode(jpeg.encode({ ...pixels, data: Buffer.from(pixels.data) }, quality).data, { useTArray: true });

describe('likeness', () => {
  const picture = view(7);

  it.each([
    ['itself', picture],
    ['saved as JPEG 50', recoded(picture, 50)],
    ['half as wide and high', halved(picture)],
    ['half as wide and high, saved as JPEG 60', recoded(halved(picture), 60)],
    [
      'lighter',
      { ...picture, data: picture.data.map((v, i) => (i % 4 === 3 ? v : Math.min(255, v * 1.1 + 6))) },
    ],
  ])('calls a picture near to %s', (_what, other) => {
    expect(likenessDistance(hash(picture), hash(other))).toBeLessThanOrEqual(NEAR_SAME_BITS);
  });

  it('tells other pictures apart, mirrored ones included', () => {
    const mirrored = { ...picture, data: new Uint8Array(picture.data.length) };
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) {
        const from = 4 * (y * picture.width + x);
        mirrored.data.set(
          picture.data.subarray(from, from + 4),
          4 * (y * picture.width + picture.width - 1 - x),
        );
      }
    expect(likenessDistance(hash(picture), hash(mirrored))).toBeGreaterThan(NEAR_SAME_BITS);
  });

  it('has the same form whatever the size, down to one smaller than its fields', () => {
    for (const [w, h] of [
      [300, 200],
      [40, 320],
      [5, 7],
    ] as const)
      expect(likenessOf(view(3, w, h).data, w, h) ?? '0'.repeat(32)).toMatch(LIKENESS_PATTERN);
  });

  it('is none for a picture that is even all over', () => {
    const grey = new Uint8Array(64 * 64 * 4).fill(128);
    expect(likenessOf(grey, 64, 64)).toBeNull();
  });
});

describe('distance', () => {
  it('counts bits that differ', () => {
    expect(likenessDistance('0'.repeat(32), 'f'.repeat(32))).toBe(LIKENESS_BITS);
    expect(likenessDistance(`${'0'.repeat(31)}1`, `8${'0'.repeat(31)}`)).toBe(2);
    expect(ones(-1)).toBe(32);
    expect(ones(0x80000001 | 0)).toBe(2);
  });
});

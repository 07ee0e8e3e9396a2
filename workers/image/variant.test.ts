import { describe, expect, it } from 'vitest';
import { synthetic } from './synthetic';
import { halved, mirrored, toOriginal, varied } from './variant';
import { FAST_CROPS, makeViews, otherCrops, SLOW_CROPS } from './views';

const pixel = (image: { data: ArrayLike<number>; width: number }, x: number, y: number) =>
  Array.from({ length: 3 }, (_, c) => image.data[(y * image.width + x) * 4 + c]);

describe('half the size', () => {
  it.each([
    [640, 480, 320, 240],
    [641, 479, 321, 240],
    [17, 1, 9, 1],
  ])('%d x %d becomes %d x %d', (width, height, w, h) => {
    const half = halved(synthetic(5, width, height));
    expect([half.width, half.height, half.data.length]).toEqual([w, h, w * h * 4]);
  });

  it('keeps a plain colour, opaque', () => {
    const data = new Uint8ClampedArray(40 * 20 * 4).fill(90);
    const half = halved({ width: 40, height: 20, data });
    expect(pixel(half, 7, 7)).toEqual([90, 90, 90]);
    expect(half.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });
});

describe('mirrored', () => {
  const image = synthetic(5, 31, 7);
  it('exchanges left and right, row by row', () => {
    const other = mirrored(image);
    for (const [x, y] of [
      [0, 0],
      [30, 6],
      [4, 3],
    ] as const)
      expect(pixel(other, x, y)).toEqual(pixel(image, 30 - x, y));
  });
  it('twice is the picture itself, also from the middle of a buffer', () => {
    const shifted = new Uint8Array(image.data.length + 3);
    shifted.set(image.data, 3);
    const unaligned = { ...image, data: shifted.subarray(3) };
    expect(mirrored(mirrored(unaligned)).data).toEqual(image.data);
  });
});

describe('other crops', () => {
  const views = makeViews(synthetic(3, 900, 700));
  const other = otherCrops(views);
  it('looks first at places the fast set lacks, and at all of them in the end', () => {
    const key = ({ x, y }: { x: number; y: number }) => `${x},${y}`;
    const fast = views.places.slice(0, FAST_CROPS).map(key);
    for (const place of other.places.slice(0, FAST_CROPS)) expect(fast).not.toContain(key(place));
    expect(other.places).toHaveLength(SLOW_CROPS);
    expect(other.places.map(key).sort()).toEqual(views.places.map(key).sort());
  });
  it('cuts what lies at its places', () => {
    for (const slot of [0, 1, 2, 3]) {
      const at = views.places.indexOf(other.places[slot] as (typeof other.places)[number]);
      expect(other.crop(slot)).toBe(views.crop(at));
    }
    expect(() => other.crop(SLOW_CROPS)).toThrow(RangeError);
  });
  it('leave the pixels alone', async () => {
    const image = synthetic(3, 40, 30);
    expect(await varied(image, 'other-crops')).toEqual({ ok: true, value: image });
    expect(await varied(image, undefined)).toEqual({ ok: true, value: image });
  });
});

describe('a place, back in the original', () => {
  const size = { width: 1000, height: 601 };
  const region = { x: 100, y: 50, width: 224, height: 224 };
  it('is the same where pixels keep their places', () => {
    for (const variant of [undefined, 'jpeg-70', 'other-crops'] as const)
      expect(toOriginal(region, variant, size)).toEqual(region);
  });
  it('lies on the other side of a mirrored picture', () => {
    const back = toOriginal(region, 'mirrored', size);
    expect(back).toEqual({ ...region, x: 676 });
    expect(toOriginal(back, 'mirrored', size)).toEqual(region);
  });
  it('is twice as large in a halved one, and ends where the picture ends', () => {
    const corner = { x: 500 - 224, y: 301 - 224, width: 224, height: 224 };
    const back = toOriginal(corner, 'half-size', size);
    expect(back.width).toBe(448);
    expect(back.x + back.width).toBe(1000);
    expect(back.y + back.height).toBeCloseTo(601);
  });
});

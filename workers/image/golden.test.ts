/** The worker's image maths against the numbers Python wrote (training/make_golden.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MEASUREMENT_IDS, measure } from './measure';
import { synthetic } from './synthetic';
import { makeViews, SLOW_CROPS } from './views';

const FOLDER = new URL('../../training/golden/', import.meta.url);
const goldenSchema = z.object({
  seed: z.number(),
  width: z.number(),
  height: z.number(),
  input: z.number(),
  whole: z.number(),
  wholeSamples: z.array(z.number()).min(1),
  positions: z.array(z.tuple([z.number(), z.number()])).length(SLOW_CROPS),
  textures: z.array(z.number()).length(2),
  crops: z.array(z.number()).length(SLOW_CROPS),
  measurements: z.record(z.string(), z.number()),
});

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const files = readdirSync(FOLDER).filter((name) => /^\d+x\d+\.json$/.test(name));

it('finds the golden files', () => {
  expect(files).toContain('100x150.json');
});

describe.each(files)('%s', (name) => {
  const golden = goldenSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
  const image = synthetic(golden.seed, golden.width, golden.height);
  const views = makeViews(image);

  it('makes the same picture', () => {
    expect(fnv1a(Uint8Array.from(image.data.filter((_, i) => i % 4 !== 3)))).toBe(golden.input);
  });

  it('resizes it bit for bit', () => {
    const samples = golden.wholeSamples.map((_, i) => views.whole[(i * 2351) % views.whole.length]);
    expect(samples).toEqual(golden.wholeSamples);
    expect(fnv1a(views.whole)).toBe(golden.whole);
  });

  it('chooses the same places and cuts the same pixels', () => {
    expect(views.places.map((p) => [p.x, p.y])).toEqual(golden.positions);
    expect(views.textures).toEqual(golden.textures);
    expect(views.places.map((_, slot) => fnv1a(views.crop(slot)))).toEqual(golden.crops);
  });

  it('measures the same', () => {
    const measured = measure(views);
    expect(Object.keys(golden.measurements)).toEqual([...MEASUREMENT_IDS]);
    MEASUREMENT_IDS.forEach((id, i) => {
      const expected = golden.measurements[id] as number;
      const difference = Math.abs((measured[i] as number) - expected);
      expect(difference, id).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
    });
  });
});

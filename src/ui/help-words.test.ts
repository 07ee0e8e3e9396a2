import { describe, expect, it } from 'vitest';
import { ABSTAIN_REASONS, BANDS } from '../contract';
import { makeManifest } from '../weights/fixture';
import { helpNumbers, helpSteps, NEXT_STEP, whatNow } from './help-words';

const card = { version: '0.3', images: 500, realLikely: 0.031, aiLikely: 0.502, aiNoTraces: 0.118 };
const all = (numbers: Parameters<typeof helpSteps>[0]) => JSON.stringify(helpSteps(numbers));

describe('the guide', () => {
  it('quotes the card of the very model in use', () => {
    const text = all(helpNumbers(makeManifest([], '0.3.1'), card));
    expect(text).toContain('Tried on 500 pictures');
    expect(text).toContain('about 50 of 100 AI pictures');
    expect(text).toContain('about 3 of 100 real');
    expect(text).toContain('about 12 of 100 AI pictures got this answer');
  });

  it('quotes the manifest, and nothing about misses, with another model', () => {
    const manifest = makeManifest([], '0.31.0');
    const text = all(helpNumbers(manifest, card));
    expect(manifest.verdict.evaluation.realImages).toBe(1000);
    expect(text).toContain('Of 1,000 real pictures');
    expect(text).not.toContain('50 of 100');
    expect(text).not.toMatch(/of 100 AI pictures/);
  });

  it('quotes nothing without a model', () => {
    expect(all(helpNumbers(null, card))).not.toMatch(/of 100 (AI|real) pictures/);
  });

  it('says fewer than 1 rather than 0', () => {
    expect(all({ ...card, realLikely: 0.002 })).toContain('fewer than 1 of 100 real pictures');
  });

  it('has what to do next where the cards send people', () => {
    expect(helpSteps(helpNumbers(null, null))[NEXT_STEP]).toMatchObject({ id: 'todo', ordered: true });
  });

  it('names other services and links to none', () => {
    const text = all(helpNumbers(null, null));
    expect(text).toContain('TinEye');
    expect(text).not.toMatch(/https?:|www\.|\.com\b/);
  });
});

describe('what now', () => {
  it.each(BANDS)('has two or three lines for %s, whatever it was abstained for', (band) => {
    for (const reason of [null, ...ABSTAIN_REASONS]) {
      const lines = whatNow(band, reason);
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThanOrEqual(3);
    }
  });
  it('sends nobody to try what is blank', () => {
    expect(whatNow('cant-tell', 'blank').join()).not.toMatch(/four ways/);
    expect(whatNow('cant-tell', 'unstable')).toEqual(whatNow('cant-tell', null));
  });
});

import { describe, expect, it } from 'vitest';
import { bandOf, calibrate, makeVerdict, probability, realShare } from './verdict';

const rules = {
  beta: 2,
  likelyAi: 1.5,
  likelyAiOutside: 3,
  noTraces: -1,
  realSurvival: [
    { logit: -2, share: 1 },
    { logit: 0, share: 0.4 },
    { logit: 2, share: 0.02 },
  ],
  evaluation: { set: 's', realImages: 1, fakeImages: 1, command: 'c' },
};
const facts = { languageLogit: 1, detectorLogit: 0.5, crops: [], kind: null, output: '', abstained: null };

describe('verdict', () => {
  it('scales and squashes', () => {
    expect(calibrate(3, { a: 0.5, b: -1 })).toBe(0.5);
    expect(probability(0)).toBe(0.5);
    expect(probability(-800)).toBe(0);
    expect(probability(800)).toBe(1);
  });

  it('cuts bands at the thresholds: the upper one belongs to AI, the lower one to neither', () => {
    expect(bandOf(1.5, rules)).toBe('likely-ai');
    expect(bandOf(1.49, rules)).toBe('cant-tell');
    expect(bandOf(-1, rules)).toBe('cant-tell');
    expect(bandOf(-1.01, rules)).toBe('no-traces');
  });

  it('asks for more before it calls a drawing, a rendering or a page AI', () => {
    expect(bandOf(2, rules, 'photo')).toBe('likely-ai');
    for (const kind of ['art', 'render', 'page'] as const) {
      expect(bandOf(2, rules, kind)).toBe('cant-tell');
      expect(bandOf(3, rules, kind)).toBe('likely-ai');
    }
  });

  it('reads the survival curve between, on and beyond its points, in any order', () => {
    for (const curve of [rules.realSurvival, [...rules.realSurvival].reverse()]) {
      expect(realShare(-1, curve)).toBeCloseTo(0.7);
      expect(realShare(0, curve)).toBeCloseTo(0.4);
      expect(realShare(-9, curve)).toBe(1);
      expect(realShare(9, curve)).toBe(0.02);
    }
  });

  it('adds the detector with its weight, then scales', () => {
    const verdict = makeVerdict(facts, rules, { a: 1, b: 0.25 });
    expect(verdict).toMatchObject({ logit: 2.25, band: 'likely-ai', abstained: null, realShare: 0.02 });
    expect(verdict.pFake).toBeCloseTo(0.9047, 3);
  });

  it('keeps the numbers of an abstention but not the band', () => {
    const verdict = makeVerdict({ ...facts, abstained: 'blank' }, rules, { a: 1, b: 0 });
    expect(verdict).toMatchObject({ band: 'cant-tell', abstained: 'blank', logit: 2 });
  });
});

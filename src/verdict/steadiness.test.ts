import { describe, expect, it } from 'vitest';
import type { AbstainReason, Band, VerdictData } from '../contract';
import { setAside, steadinessOf } from './steadiness';

const answer = (band: Band, abstained: AbstainReason | null = null) => ({ band, abstained });

describe('steadinessOf', () => {
  it.each([
    ['steady', ['likely-ai', 'likely-ai', 'likely-ai']],
    ['steady', ['no-traces']],
    ['steady', []],
    ['moves', ['no-traces', 'cant-tell', 'no-traces']],
    ['flips', ['likely-ai', 'no-traces']],
    ['flips', ['cant-tell', 'cant-tell', 'likely-ai']],
    ['flips', ['likely-ai', 'likely-ai', 'likely-ai', 'likely-ai', 'cant-tell']],
  ] as const)('%s: %j', (expected, bands) => {
    expect(steadinessOf(bands.map((band) => answer(band)))).toBe(expected);
  });

  it('does not count what was abstained from', () => {
    expect(steadinessOf([answer('likely-ai'), answer('cant-tell', 'too-small')])).toBe('steady');
    expect(steadinessOf([answer('likely-ai'), answer('cant-tell', 'too-small'), answer('cant-tell')])).toBe(
      'flips',
    );
  });
});

describe('setAside', () => {
  const verdict: VerdictData = {
    band: 'likely-ai',
    abstained: null,
    kind: null,
    pFake: 0.97,
    logit: 3.5,
    languageLogit: 2,
    detectorLogit: 1,
    realShare: 0.01,
    crops: [],
    output: '',
  };
  it('keeps every number', () => {
    expect(setAside(verdict)).toEqual({ ...verdict, band: 'cant-tell', abstained: 'unstable' });
  });
  it('keeps an earlier reason', () => {
    const blank: VerdictData = { ...verdict, band: 'cant-tell', abstained: 'blank' };
    expect(setAside(blank)).toBe(blank);
  });
});

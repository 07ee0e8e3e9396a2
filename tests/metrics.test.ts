import { describe, expect, it } from 'vitest';
import {
  auc,
  bandTable,
  labelOf,
  pairedAuc,
  tableOne,
  tokenStats,
  wellFormed,
} from '../scripts/lib/metrics.mjs';

const row = (label: string, p_fake: number, more: object = {}) => ({ label, p_fake, ...more });

describe('metrics', () => {
  it('reads labels as data sets write them', () => {
    expect(['fake', 'FAKE', 1, 'real', 0].map(labelOf)).toEqual(['fake', 'fake', 'fake', 'real', 'real']);
    expect(() => labelOf('edited')).toThrow('neither');
  });

  it('computes Table 1', () => {
    // real: 2 of 3 right; fake: 1 of 2 right.
    const rows = [row('real', 0.1), row('real', 0.2), row('real', 0.9), row('fake', 0.5), row('fake', 0.4)];
    const table = tableOne(rows);
    expect(table.realAcc).toBeCloseTo(2 / 3);
    expect(table.fakeAcc).toBeCloseTo(1 / 2);
    expect(table.acc).toBeCloseTo(3 / 5);
    expect(table.realF1).toBeCloseTo(4 / 6);
    expect(table.fakeF1).toBeCloseTo(2 / 4);
    expect(table.f1).toBeCloseTo((3 * (4 / 6) + 2 * (2 / 4)) / 5);
  });

  it('counts ties of the AUC half', () => {
    expect(auc([row('real', 0.1), row('fake', 0.9)])).toBe(1);
    expect(auc([row('real', 0.9), row('fake', 0.1)])).toBe(0);
    expect(auc([row('real', 0.5), row('fake', 0.5), row('fake', 0.5)])).toBe(0.5);
    expect(auc([row('real', 0.2), row('real', 0.6), row('fake', 0.6), row('fake', 0.7)])).toBe(0.875);
    expect(auc([row('real', 0.2)])).toBeNaN();
  });

  it('takes only repositories with five of each label into the paired AUC', () => {
    const repo = (name: string, reals: number, fakes: number, right: boolean) => [
      ...Array.from({ length: reals }, () => row('real', right ? 0.1 : 0.9, { repo: name })),
      ...Array.from({ length: fakes }, () => row('fake', right ? 0.9 : 0.1, { repo: name })),
    ];
    const { mean, each } = pairedAuc([
      ...repo('a', 5, 5, true),
      ...repo('b', 6, 5, false),
      ...repo('c', 4, 9, true),
    ]);
    expect(each).toEqual({ a: 1, b: 0 });
    expect(mean).toBe(0.5);
    expect(pairedAuc([row('real', 0.1), row('fake', 0.2)]).mean).toBeNaN();
  });

  it('sets bands against labels', () => {
    const { counts, accused, found, open } = bandTable([
      row('real', 0, { band: 'likely-ai' }),
      row('real', 0, { band: 'no-traces' }),
      row('fake', 0, { band: 'likely-ai' }),
      row('fake', 0, { band: 'cant-tell' }),
    ]);
    expect(counts.fake).toEqual({ 'likely-ai': 1, 'cant-tell': 1, 'no-traces': 0 });
    expect([accused, found, open]).toEqual([0.5, 0.5, 0.25]);
  });

  it('describes token lengths', () => {
    const rows = [7, 7, 7, 90].map((tokens) => ({ tokens, thought: tokens > 7 }));
    expect(tokenStats(rows)).toEqual({ mean: 27.75, median: 7, p95: 90, max: 90, thought: 0.25 });
  });

  it('knows the two forms of an output', () => {
    expect(wellFormed('<think>\n\n</think>\n\nfake')).toBe(true);
    expect(wellFormed('<think>\nThe sky is blue.\n</think>\n\nreal')).toBe(true);
    for (const bad of [
      '<think>\n\n</think>\n\nmaybe',
      '<think>\na\nb\n</think>\n\nreal',
      '<think></think>fake',
    ]) {
      expect(wellFormed(bad)).toBe(false);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { answer, engine, fullCard, hash } from '../../tests/report/fixture';
import type { HostEvent } from '../host/host';
import { en } from '../words/en';
import { buildPicture } from './build';
import { compareAnalyses, compareInputs, type Difference, TOLERANCES, toleranceOf } from './compare';
import { reportOfRerun, requestOf } from './rerun';
import type { PictureReport } from './schema';

const wasm = toleranceOf(['fp32']);
const reported = buildPicture(fullCard('x'), { sha256: hash, weightsSha256: hash, thumbnail: null });
const off = (rows: readonly Difference[]) => rows.filter(({ same }) => !same).map(({ what }) => what);
const changed = (change: (copy: PictureReport) => void) => {
  const copy = structuredClone(reported);
  change(copy);
  return copy;
};
const final = (copy: PictureReport) => copy.final ?? expect.fail('no final answer');

describe('tolerances', () => {
  it('are named per device, and the wider of two holds', () => {
    expect(wasm.name).toBe('wasm-fp32');
    expect(toleranceOf(['fp32', 'fp16-webgpu']).name).toBe('webgpu-fp16');
    expect(toleranceOf(['unheard-of'])).toBe(TOLERANCES.fp32);
  });
});

describe('comparing', () => {
  it('finds no difference to itself', () => {
    expect(off(compareInputs(reported, reported))).toEqual([]);
    const rows = compareAnalyses(reported, reported, wasm);
    expect(off(rows)).toEqual([]);
    // Both answers with two crops each: every number of them is looked at.
    expect(rows.filter((row) => row.tolerance !== null)).toHaveLength(2 * (3 + 2 + 2) + 2);
  });

  it.each<[string, string[], (copy: PictureReport) => void]>([
    [
      'a logit beyond',
      ['final logit'],
      (c) => {
        final(c).logit += 0.021;
      },
    ],
    [
      'a logit within',
      [],
      (c) => {
        final(c).logit += 0.019;
      },
    ],
    [
      'a probability beyond',
      ['final pFake'],
      (c) => {
        final(c).pFake += 0.011;
      },
    ],
    [
      'a crop that is missing',
      ['final crops', 'final crop 2 place', 'final crop 2 logit'],
      (c) => {
        final(c).crops.pop();
      },
    ],
    [
      'a crop elsewhere',
      ['final crop 1 place'],
      (c) => {
        for (const crop of final(c).crops.slice(0, 1)) crop.region.x++;
      },
    ],
    [
      'another output',
      ['final output'],
      (c) => {
        final(c).output = 'y';
      },
    ],
    [
      'a measurement',
      ['measurement noise'],
      (c) => {
        for (const one of c.evidence) one.value += 1e-5;
      },
    ],
    [
      'no final answer',
      ['final band'],
      (c) => {
        c.final = null;
      },
    ],
  ])('tells of %s', (_what, expected, change) => {
    const found = off(compareAnalyses(reported, changed(change), wasm));
    expect(found).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(found).toEqual([]);
  });

  it.each<[string, (copy: PictureReport) => void]>([
    [
      'picture SHA-256',
      (c) => {
        c.file.sha256 = 'cd'.repeat(32);
      },
    ],
    [
      'weights SHA-256',
      (c) => {
        if (c.madeWith) c.madeWith.model.weightsSha256 = 'cd'.repeat(32);
      },
    ],
    [
      'preprocessing version',
      (c) => {
        if (c.madeWith) c.madeWith.model.preprocessingVersion = 2;
      },
    ],
    [
      'thresholds',
      (c) => {
        if (c.madeWith) c.madeWith.thresholds.likelyAi = 9;
      },
    ],
  ])('will not take another %s', (what, change) => {
    expect(off(compareInputs(reported, changed(change)))).toEqual([what]);
  });
});

it('a rerun asks what was asked and comes out as a report', async () => {
  expect(requestOf(reported)).toEqual({ question: 'x', mode: 'explain', maxNewTokens: 40 });
  const events: HostEvent[] = [{ kind: 'verdict', verdict: answer(), ms: 5 }];
  const here = await reportOfRerun({
    language: 'en',
    catalogue: en,
    file: { name: 'x', bytes: 1234, sha256: hash },
    request: requestOf(reported),
    events,
    result: {
      ok: true,
      value: { kind: 'final', verdict: answer(), thought: false, tokens: 7, stance: null, ms: 9 },
    },
    info: engine.info,
    manifest: engine.manifest,
    at: engine.at,
  });
  expect(here).toMatchObject({ status: 'done', instant: answer(), final: answer(), file: reported.file });
  expect(off(compareInputs(reported, here))).toEqual(['weights SHA-256']);
});

import { describe, expect, it } from 'vitest';
import { appError, type Band, VARIANTS, type VerdictData } from '../contract';
import { UNDECIDED } from '../contract/fixture-kit';
import { asked, type Card, failed, finished, learned, newCard, started, stopped, tried } from '../state/card';
import type { ModelPhase, ModelSnapshot } from '../state/model';
import { linedUp, trialSettled, trialStarted } from '../state/trials';
import { cardsSaid, modelSaid, TOLD_SINGLY } from './spoken';

const verdict = (band: Band, realShare = 0.3): VerdictData => ({ ...UNDECIDED, band, realShare });
const request = { question: 'Is it real?', mode: 'auto' } as const;
const card = (name = 'hills.png') => newCard({ id: name, name, bytes: 1, url: 'blob:1', request });
const final = (one: VerdictData, thought = false) => ({
  kind: 'final' as const,
  verdict: one,
  thought,
  tokens: 9,
  ms: 10,
  stance: null,
});
const piece = (text: string) => ({ kind: 'reasoning' as const, text, references: [] });

/** Everything that is said while one card lives through these steps. */
function heard(...steps: ((card: Card) => Card)[]) {
  let now = [card()];
  const first = cardsSaid([], now);
  const results = [...first.results];
  const reasoning = first.reasoning.map(({ text }) => text);
  for (const step of steps) {
    const next = now.map(step);
    const said = cardsSaid(now, next);
    results.push(...said.results);
    reasoning.push(...said.reasoning.map(({ text }) => text));
    now = next;
  }
  return { results, reasoning, last: now };
}
const sees = (one: VerdictData) => (c: Card) => learned(c, { kind: 'verdict', verdict: one, ms: 5 }, null);
const thinks = (c: Card) =>
  learned(c, { kind: 'gate', thinks: true, pThink: 1, decidedBy: 'model' } as never, null);
const writes = (text: string) => (c: Card) => learned(c, piece(text), null);
const ends =
  (one: VerdictData, thought = false) =>
  (c: Card) =>
    finished(c, final(one, thought) as never, null);

describe('results', () => {
  it('tells the answer once, also when it is confirmed', () => {
    const said = heard(started, sees(verdict('no-traces')), ends(verdict('no-traces')));
    expect(said.results).toEqual([
      'hills.png: No AI traces found. Of 100 real photos, 30 score this high or higher.',
    ]);
  });

  it('tells what the reasoning changed, or that it changed nothing', () => {
    const start = [started, sees(verdict('no-traces')), thinks] as const;
    expect(heard(...start, ends(verdict('cant-tell', 0.1), true)).results.at(-1)).toMatch(
      /^hills\.png: Can’t tell/,
    );
    expect(heard(...start, ends(verdict('no-traces'), true)).results).toEqual([
      expect.stringContaining('No AI traces found'),
      'hills.png: The reasoning is done; the answer stays as it was.',
    ]);
  });

  it('tells failures with what to do, and a stop', () => {
    const broken = heard(started, (c) => failed(c, appError('CORRUPT_IMAGE', 'x')));
    expect(broken.results).toHaveLength(1);
    expect(broken.results[0]).toMatch(/^hills\.png: This picture is damaged\. .+again\.$/);
    expect(heard(started, stopped).results).toEqual(['hills.png: Stopped.']);
  });

  it('tells what the tries come to, not each of them', () => {
    const steps = VARIANTS.flatMap((variant) => [
      (c: Card) => tried(c, trialStarted(c.trials ?? [], variant)),
      (c: Card) =>
        tried(
          c,
          trialSettled(c.trials ?? [], variant, { ok: true, value: final(verdict('no-traces')) as never }),
        ),
    ]);
    const said = heard(
      started,
      sees(verdict('no-traces')),
      ends(verdict('no-traces')),
      (c) => tried(c, linedUp(null)),
      ...steps,
    );
    expect(said.results.slice(1).filter((line) => line.includes('was the same in every form'))).toHaveLength(
      1,
    );
    expect(said.results.join()).not.toContain('Trying');
  });

  it('answers again when asked again', () => {
    const said = heard(
      started,
      sees(verdict('no-traces')),
      ends(verdict('no-traces')),
      (c) => asked(c, request),
      started,
      sees(verdict('no-traces')),
    );
    expect(said.results).toHaveLength(2);
  });

  it('tells of a crowd only how many came and how they ended', () => {
    const many = Array.from({ length: TOLD_SINGLY + 2 }, (_, i) => card(`${i}.png`));
    let now: readonly Card[] = many;
    const results = [...cardsSaid([], many).results];
    for (const one of many) {
      const next = now.map((c) =>
        c.id === one.id ? ends(verdict(c.id === '0.png' ? 'likely-ai' : 'no-traces'))(started(c)) : c,
      );
      results.push(...cardsSaid(now, next).results);
      now = next;
    }
    expect(results[0]).toBe('6 pictures added.');
    expect(results.at(-1)).toBe(
      'All 6 pictures are examined: 1 Likely AI-generated and 5 No AI traces found.',
    );
    // The last few are few enough to be told by themselves.
    expect(results).toHaveLength(2 + TOLD_SINGLY);
  });
});

describe('reasoning', () => {
  it('is heard in whole sentences, each once, though it came in pieces', () => {
    const words = ['The ', 'sky is ', 'smooth. ', 'Noise ', 'is 0.5 ', 'here. ', 'So ', 'be it.'].map(writes);
    const said = heard(
      started,
      sees(verdict('no-traces')),
      thinks,
      ...words,
      ends(verdict('no-traces'), true),
    );
    expect(said.reasoning).toEqual([
      'Reasoning about hills.png:',
      'The sky is smooth.',
      'Noise is 0.5 here.',
      'So be it.',
    ]);
  });

  it('marks the model’s own English', () => {
    const before = [thinks(started(card()))];
    const after = before.map(writes('A. B'));
    expect(cardsSaid(before, after).reasoning).toEqual([
      { text: 'Reasoning about hills.png:', english: false },
      { text: 'A.', english: true },
    ]);
  });
});

describe('the model', () => {
  const at = (now: ModelPhase): ModelSnapshot => ({
    now,
    manifest: null,
    stored: true,
    bytes: null,
    offered: null,
    updating: null,
    updateError: null,
  });
  const download = (loaded: number, total = 20e6): ModelPhase => ({
    phase: 'downloading',
    download: { loaded, total, secondsLeft: null },
  });
  const path: ModelPhase[] = [
    { phase: 'checking' },
    ...Array.from({ length: 41 }, (_, i) => download(i * 0.5e6)),
    { phase: 'starting', progress: null },
    { phase: 'starting', progress: { phase: 'warm-up', done: 0, total: 1 } as never },
    { phase: 'ready', info: {} as never, fallback: null },
    { phase: 'ready', info: {} as never, fallback: 'x' },
  ];

  it('tells of its download in three sentences, not in percents', () => {
    const said = path.slice(1).map((now, i) => modelSaid(at(path[i] as ModelPhase), at(now)));
    expect(said.filter((line) => line !== null)).toEqual([
      'Downloading the model, 20.0 MB.',
      'Half of the model is downloaded.',
      'The model is ready.',
    ]);
  });
});

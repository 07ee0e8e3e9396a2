import { describe, expect, it } from 'vitest';
import type { FileReport } from '../contract';
import { SILENT_FILE } from '../contract/fixture-kit';
import { type Card, newCard } from '../state/card';
import { verdict } from '../state/queue-kit';
import { kinships } from './groups';
import { type Filter, listed, NO_FILTER, type SortKey, tally } from './listing';

const report = (parts: Partial<FileReport>): Card['file'] => ({
  phase: 'done',
  report: { ...SILENT_FILE, ...parts },
});

const card = (name: string, parts: Partial<Card> = {}): Card => ({
  ...newCard({ id: name, name, bytes: 1, url: null, request: { question: '', mode: 'auto' } }),
  phase: 'done',
  verdict,
  ...parts,
});
const says = (band: typeof verdict.band, pFake: number): Partial<Card> => ({
  verdict: { ...verdict, band, pFake },
});

const cards: readonly Card[] = [
  card('IMG_10.jpg', { ...says('likely-ai', 0.9), sha256: 'x' }),
  card('IMG_2.jpg', { ...says('cant-tell', 0.5), file: report({ origin: 'ai-generated' }), note: 'ask Ana' }),
  card('b.jpg', { ...says('no-traces', 0.1), checked: true, folder: 'trip' }),
  card('broken.jpg', {
    phase: 'failed',
    verdict: null,
    error: { code: 'CORRUPT_IMAGE', recoverable: false, detail: '' },
  }),
  card('copy.jpg', { ...says('likely-ai', 0.95), sha256: 'x' }),
  card('waiting.jpg', { phase: 'queued', verdict: null }),
  card('later.jpg', {
    verdict: { ...verdict, band: 'cant-tell', pFake: 0.99, abstained: 'unstable' },
    originalGone: true,
    file: report({
      findings: [
        { kind: 'no-metadata', detail: null },
        { kind: 'strong-compression', detail: null },
        { kind: 'compressed-twice', detail: null },
        { kind: 'screenshot', detail: null },
      ],
    }),
  }),
];
const kin = kinships(cards.map(({ id, sha256 }) => ({ id, sha256, likeness: null })));
const names = (filter: Partial<Filter>, key: SortKey = 'arrival', descending = false) =>
  listed(cards, kin, { ...NO_FILTER, ...filter }, { key, descending }).map((row) => row.card.name);

describe('flags', () => {
  const flags = (name: string) =>
    listed(cards, kin, NO_FILTER, { key: 'arrival', descending: false }).find((row) => row.card.name === name)
      ?.flags;
  it('come in one order, each once, from kin, verdict, file and note', () => {
    expect(flags('later.jpg')).toEqual(['unstable', 'screenshot', 'recompressed', 'no-original']);
    expect(flags('copy.jpg')).toEqual(['same-file']);
    expect(flags('IMG_2.jpg')).toEqual(['note']);
    expect(flags('broken.jpg')).toEqual(['damaged']);
  });
  it('say of credentials that do not hold', () => {
    const broken = card('c', {
      file: report({
        credentials: {
          intact: false,
          listed: false,
          signer: null,
          signedAt: null,
          maker: null,
          title: null,
          actions: [],
          ingredients: [],
          failures: [],
          listDate: '2026-01-01',
        },
      }),
    });
    expect(listed([broken], new Map(), NO_FILTER, { key: 'arrival', descending: false })[0]?.flags).toEqual([
      'credentials-broken',
    ]);
  });
});

describe('filters', () => {
  it.each<[string, Partial<Filter>, string[]]>([
    ['band', { band: 'likely-ai' }, ['IMG_10.jpg', 'copy.jpg']],
    ['failed', { band: 'failed' }, ['broken.jpg']],
    ['not examined', { band: 'open' }, ['waiting.jpg']],
    ['declared', { origin: 'declared' }, ['IMG_2.jpg']],
    ['duplicates', { flag: 'duplicates' }, ['IMG_10.jpg', 'copy.jpg']],
    ['one flag', { flag: 'screenshot' }, ['later.jpg']],
    ['checked', { check: 'checked' }, ['b.jpg']],
    ['words of a note', { text: ' ANA ' }, ['IMG_2.jpg']],
    ['folder', { text: 'trip/' }, ['b.jpg']],
    ['two at once', { flag: 'duplicates', text: 'copy' }, ['copy.jpg']],
  ])('by %s', (_what, filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it('show declared and undeclared pictures without overlap', () => {
    expect(names({ origin: 'declared' }).length + names({ origin: 'none' }).length).toBe(cards.length);
  });
});

describe('sorting', () => {
  it('by name reads numbers as numbers', () => {
    expect(names({}, 'name').slice(-4)).toEqual(['IMG_2.jpg', 'IMG_10.jpg', 'later.jpg', 'waiting.jpg']);
  });

  it('by verdict puts bands first and scores inside them; what was set aside has no score', () => {
    expect(names({}, 'verdict', true)).toEqual([
      'copy.jpg',
      'IMG_10.jpg',
      'IMG_2.jpg',
      'later.jpg',
      'b.jpg',
      'waiting.jpg',
      'broken.jpg',
    ]);
  });

  it('by group puts kin together and the rest behind, both ways', () => {
    for (const descending of [false, true])
      expect(names({}, 'group', descending).slice(0, 2).sort()).toEqual(['IMG_10.jpg', 'copy.jpg']);
  });

  it('leaves equal ones in their order, and the list itself untouched', () => {
    const before = [...cards];
    expect(names({}, 'checked')).toEqual(
      [...before.filter((c) => !c.checked), ...before.filter((c) => c.checked)].map((c) => c.name),
    );
    expect(names({}, 'arrival', true)).toEqual(before.map((c) => c.name).reverse());
    expect(cards).toEqual(before);
  });
});

it('tallies what is there', () => {
  expect(tally(cards)).toEqual({
    'likely-ai': 2,
    'cant-tell': 2,
    'no-traces': 1,
    failed: 1,
    declared: 1,
    checked: 1,
  });
});

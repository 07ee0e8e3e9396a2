/**
 * The table of many pictures: what stands in a row, which rows are shown, and in which order. Pure; words are in src/ui.
 */
import type { Band, FindingKind, Origin } from '../contract';
import { type Card, isOpen } from '../state/card';
import type { Kinship, Kinships } from './groups';

/** What is worth a mark in a table of hundreds; closed, and in the order in which marks stand. */
export const FLAGS = [
  'same-file',
  'near-same',
  'unstable',
  'contradiction',
  'damaged',
  'wrong-extension',
  'credentials-broken',
  'screenshot',
  'recompressed',
  'platform',
  'note',
  'no-original',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Findings about a file that are flags, too. That metadata are missing is the rule on the web, and no flag. */
const FINDING_FLAGS: Partial<Readonly<Record<FindingKind, Flag>>> = {
  damaged: 'damaged',
  'wrong-extension': 'wrong-extension',
  screenshot: 'screenshot',
  'strong-compression': 'recompressed',
  'compressed-twice': 'recompressed',
  'platform-trace': 'platform',
  'platform-name': 'platform',
};

/** Where a picture stands, for the column of verdicts. */
export type Standing =
  | { readonly kind: 'verdict'; readonly band: Band; readonly score: number; readonly setAside: boolean }
  | { readonly kind: 'failed' | 'stopped' | 'queued' | 'running' };

export interface Row {
  readonly card: Card;
  readonly standing: Standing;
  readonly origin: Origin | null;
  readonly flags: readonly Flag[];
  readonly kin: Kinship | null;
}

export function rowOf(card: Card, kin: Kinship | null): Row {
  return {
    card,
    standing: standingOf(card),
    origin: card.file?.phase === 'done' ? card.file.report.origin : null,
    flags: flagsOf(card, kin),
    kin,
  };
}

function standingOf({ phase, verdict }: Card): Standing {
  if (verdict && phase !== 'failed')
    return {
      kind: 'verdict',
      band: verdict.band,
      score: verdict.pFake,
      setAside: verdict.abstained !== null,
    };
  switch (phase) {
    case 'looking':
    case 'thinking':
      return { kind: 'running' };
    case 'done':
    case 'failed':
      return { kind: 'failed' };
    default:
      return { kind: phase };
  }
}

function flagsOf(card: Card, kin: Kinship | null): readonly Flag[] {
  const flags = new Set<Flag>();
  if (kin) flags.add(kin.sameFile.length > 0 ? 'same-file' : 'near-same');
  // A group may hold both: the same file, and pictures that are only near.
  if (kin && kin.sameFile.length > 0 && kin.members.length > kin.sameFile.length + 1) flags.add('near-same');
  if (card.verdict?.abstained === 'unstable') flags.add('unstable');
  if (card.verdict?.abstained === 'contradiction') flags.add('contradiction');
  if (card.file?.phase === 'done') {
    const { findings, credentials } = card.file.report;
    for (const { kind } of findings) {
      const flag = FINDING_FLAGS[kind];
      if (flag) flags.add(flag);
    }
    if (credentials && credentials.intact !== true) flags.add('credentials-broken');
  }
  if (card.error?.code === 'CORRUPT_IMAGE') flags.add('damaged');
  if (card.note.trim() !== '') flags.add('note');
  if (card.originalGone) flags.add('no-original');
  return FLAGS.filter((flag) => flags.has(flag));
}

export const BAND_FILTERS = ['all', 'likely-ai', 'cant-tell', 'no-traces', 'failed', 'open'] as const;
export const ORIGIN_FILTERS = ['all', 'declared', 'none'] as const;
export const CHECK_FILTERS = ['all', 'unchecked', 'checked'] as const;
export const FLAG_FILTERS = ['all', 'duplicates', ...FLAGS] as const;

/** Which rows are shown: those that pass every one. */
export interface Filter {
  readonly band: (typeof BAND_FILTERS)[number];
  readonly origin: (typeof ORIGIN_FILTERS)[number];
  readonly flag: (typeof FLAG_FILTERS)[number];
  readonly check: (typeof CHECK_FILTERS)[number];
  /** Looked for in name, folder and note, whatever its case. */
  readonly text: string;
}

export const NO_FILTER: Filter = { band: 'all', origin: 'all', flag: 'all', check: 'all', text: '' };

export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  [filter.band, filter.origin, filter.flag, filter.check].some((one) => one !== 'all');

const passesBand = ({ standing, card }: Row, band: Filter['band']): boolean => {
  switch (band) {
    case 'all':
      return true;
    case 'failed':
      return standing.kind === 'failed';
    case 'open':
      return isOpen(card) || standing.kind === 'stopped';
    default:
      return standing.kind === 'verdict' && standing.band === band;
  }
};

function passes(row: Row, { band, origin, flag, check, text }: Filter): boolean {
  const { card } = row;
  const wanted = text.trim().toLowerCase();
  return (
    passesBand(row, band) &&
    (origin === 'all' || (origin === 'declared') === (row.origin !== null)) &&
    (flag === 'all' || (flag === 'duplicates' ? row.kin !== null : row.flags.includes(flag))) &&
    (check === 'all' || (check === 'checked') === card.checked) &&
    (wanted === '' || `${card.folder}/${card.name}\n${card.note}`.toLowerCase().includes(wanted))
  );
}

export const SORT_KEYS = ['arrival', 'name', 'verdict', 'origin', 'flags', 'checked', 'group'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

const VERDICT_ORDER: readonly Band[] = ['no-traces', 'cant-tell', 'likely-ai'];
const ORIGIN_ORDER: readonly (Origin | null)[] = [
  null,
  'contradictory',
  'ai-possible',
  'ai-edited',
  'ai-generated',
];

/** Bands first, the score only inside of one: a picture that was abstained from never outranks a verdict. */
const verdictRank = ({ standing }: Row): number =>
  standing.kind === 'verdict'
    ? 1 + VERDICT_ORDER.indexOf(standing.band) + (standing.setAside ? 0 : standing.score * 0.99)
    : ['failed', 'stopped', 'queued', 'running'].indexOf(standing.kind) - 10;

/** Numbers in names by their value: IMG_2 before IMG_10. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const COMPARE: Readonly<Record<SortKey, (a: Row, b: Row) => number>> = {
  arrival: () => 0,
  name: (a, b) =>
    collator.compare(a.card.name, b.card.name) || collator.compare(a.card.folder, b.card.folder),
  verdict: (a, b) => verdictRank(a) - verdictRank(b),
  origin: (a, b) => ORIGIN_ORDER.indexOf(a.origin) - ORIGIN_ORDER.indexOf(b.origin),
  flags: (a, b) => a.flags.length - b.flags.length,
  checked: (a, b) => Number(a.card.checked) - Number(b.card.checked),
  // Pictures without kin behind all groups, whichever way the groups run.
  group: (a, b) => (a.kin?.group ?? 0) - (b.kin?.group ?? 0),
};

/** Rows of `cards`, filtered and sorted; equal ones stay in the order of arrival. */
export function listed(
  cards: readonly Card[],
  kin: Kinships,
  filter: Filter,
  { key, descending }: Sort,
): readonly Row[] {
  const rows = cards
    .map((card) => rowOf(card, kin.get(card.id) ?? null))
    .filter((row) => passes(row, filter));
  if (key === 'arrival') return descending ? rows.reverse() : rows;
  const compare = COMPARE[key];
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    if (key === 'group' && (a.kin === null) !== (b.kin === null)) return a.kin === null ? 1 : -1;
    return sign * compare(a, b);
  });
}

/** How many settled pictures have which verdict, for the line above the table. */
export function tally(
  cards: readonly Card[],
): Readonly<Record<Band | 'failed' | 'declared' | 'checked', number>> {
  const count = { 'likely-ai': 0, 'cant-tell': 0, 'no-traces': 0, failed: 0, declared: 0, checked: 0 };
  for (const card of cards) {
    const { standing, origin } = rowOf(card, null);
    if (standing.kind === 'verdict') count[standing.band]++;
    else if (standing.kind === 'failed') count.failed++;
    if (origin !== null) count.declared++;
    if (card.checked) count.checked++;
  }
  return count;
}

/** The words of many pictures that depend on something, and closed lists of words. No word says "real" or "fake". */
import type {
  BAND_FILTERS,
  CHECK_FILTERS,
  FLAG_FILTERS,
  Flag,
  ORIGIN_FILTERS,
  SortKey,
  Standing,
} from '../batch/listing';
import type { RunProgress } from '../batch/progress';
import { BANDS, type Band, type Origin } from '../contract';
import type { Keeping } from '../shelf/keeper';
import { type FolderPictures, MAX_FOLDER_PICTURES } from '../state/folders';
import { percent, secondsLeft, t, whole, wordsOf } from '../words';
import { BAND_WORDS } from './words';

/** What became of a drop of folders; empty where there is nothing to say. */
export function folderWords({ incoming, others, cut }: FolderPictures): string {
  return [
    ...(incoming.length === 0 ? [t('folder.none')] : []),
    ...(others > 0 ? [t('folder.others', { count: others })] : []),
    ...(cut ? [t('folder.cut', { count: MAX_FOLDER_PICTURES })] : []),
  ].join(' ');
}

/** Cards whose file came again. */
export const backWords = (count: number): string => (count === 0 ? '' : t('folder.back', { count }));

/** "37 of 500 examined, about 4 minutes left". */
export function runWords(
  { done, total, secondsLeft: left }: RunProgress,
  paused: boolean,
  running: boolean,
): string {
  const place = { position: done, count: total };
  if (paused) return t('run.progressTime', { ...place, time: running ? t('run.pausing') : t('run.paused') });
  return left === null
    ? t('run.progress', place)
    : t('run.progressTime', { ...place, time: secondsLeft(left) });
}

/** Announced seldom: at every tenth and when it pauses. */
export const announceWords = (tenths: number, paused: boolean): string =>
  paused ? t('run.paused') : tenths === 0 ? '' : t('run.announce', { n: percent(tenths / 10, 0) });

/** "Likely AI-generated: 12", "Can’t tell: 30" and so on, and what is done. */
export function tallyWords(
  count: Readonly<Record<Band | 'failed' | 'declared' | 'checked', number>>,
): readonly string[] {
  const part = (label: string, n: number) => t('tally.part', { label, value: whole(n) });
  return [
    ...BANDS.map((band) => part(BAND_WORDS[band], count[band])),
    ...(count.failed > 0 ? [part(t('tally.failed'), count.failed)] : []),
    ...(count.declared > 0 ? [part(t('tally.declared'), count.declared)] : []),
    part(t('tally.checked'), count.checked),
  ];
}

const FLAG_KEYS = {
  'same-file': 'flag.sameFile',
  'near-same': 'flag.nearSame',
  unstable: 'flag.unstable',
  contradiction: 'flag.contradiction',
  damaged: 'flag.damaged',
  'wrong-extension': 'flag.wrongExtension',
  'credentials-broken': 'flag.credentialsBroken',
  screenshot: 'flag.screenshot',
  recompressed: 'flag.recompressed',
  platform: 'flag.platform',
  note: 'flag.note',
  'no-original': 'flag.noOriginal',
} as const;
export const FLAG_WORDS = wordsOf<Flag>(FLAG_KEYS);

export const ORIGIN_SHORT = wordsOf<Origin>({
  'ai-generated': 'originShort.aiGenerated',
  'ai-edited': 'originShort.aiEdited',
  'ai-possible': 'originShort.aiPossible',
  contradictory: 'originShort.contradictory',
});

export const STANDING_WORDS = wordsOf<Exclude<Standing['kind'], 'verdict'>>({
  failed: 'standing.failed',
  stopped: 'standing.stopped',
  queued: 'standing.queued',
  running: 'standing.running',
});

export const COLUMN_WORDS = wordsOf({
  picture: 'table.picture',
  name: 'table.name',
  verdict: 'table.verdict',
  origin: 'table.origin',
  flags: 'table.flags',
  checked: 'table.checked',
});
export type Column = keyof typeof COLUMN_WORDS;

export const BAND_FILTER_WORDS = wordsOf<(typeof BAND_FILTERS)[number]>({
  all: 'filter.any',
  'likely-ai': 'band.likelyAi',
  'cant-tell': 'band.cantTell',
  'no-traces': 'band.noTraces',
  failed: 'standing.failed',
  open: 'filter.open',
});

export const ORIGIN_FILTER_WORDS = wordsOf<(typeof ORIGIN_FILTERS)[number]>({
  all: 'filter.any',
  declared: 'filter.declared',
  none: 'filter.undeclared',
});

export const CHECK_FILTER_WORDS = wordsOf<(typeof CHECK_FILTERS)[number]>({
  all: 'filter.any',
  unchecked: 'filter.unchecked',
  checked: 'table.checked',
});

export const FLAG_FILTER_WORDS = wordsOf<(typeof FLAG_FILTERS)[number]>({
  all: 'filter.any',
  duplicates: 'filter.duplicates',
  ...FLAG_KEYS,
});

export const SORT_WORDS = wordsOf<SortKey>({
  arrival: 'sort.arrival',
  name: 'table.name',
  verdict: 'table.verdict',
  origin: 'sort.origin',
  flags: 'sort.flags',
  checked: 'table.checked',
  group: 'sort.group',
});

export const LAYOUT_WORDS = wordsOf({ cards: 'layout.cards', table: 'layout.table' });

/** What must be known at once: that results will be lost, or that some were. */
export function keepingWords({ mode, restored, unreadable }: Keeping): readonly string[] {
  return [
    ...(mode === 'refused' ? [t('kept.refused')] : []),
    ...(mode === 'full' ? [t('kept.full')] : []),
    ...(mode === 'private' ? [t('kept.isPrivate')] : []),
    ...(restored > 0 && mode !== 'private' ? [t('kept.restored', { count: restored })] : []),
    ...(unreadable > 0 ? [t('kept.unreadable', { count: unreadable })] : []),
  ];
}

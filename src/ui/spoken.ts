/**
 * What a screen reader hears over time: two snapshots in, whole sentences out. Pure.
 *
 * One voice per purpose: results, reasoning, the model. Nothing is said twice, nothing is said in halves; what is merely
 * seen (a token, a percent, seconds) is not said at all.
 */
import { BANDS, type Band } from '../contract';
import { type Card, isOpen, steadiness } from '../state/card';
import type { ModelSnapshot } from '../state/model';
import { isTrying } from '../state/trials';
import { bytes, listed, t, whole } from '../words';
import { declaredWords } from './file-words';
import { toSentences } from './sentences';
import { steadinessWords } from './trial-words';
import { ABSTAIN_WORDS, BAND_WORDS, errorWords, realShareLine } from './words';

/** With more pictures than this on their way each is no longer told by itself, only the whole. */
export const TOLD_SINGLY = 4;

/** The band, and what it is worth, in one breath. */
function verdictSaid({ verdict }: Card): string | null {
  if (!verdict) return null;
  const { band, abstained, realShare } = verdict;
  const why = abstained ? ABSTAIN_WORDS[abstained] : realShareLine(realShare);
  return t('said.verdict', { band: BAND_WORDS[band], why });
}

function declaredSaid({ file }: Card): string | null {
  const words = file?.phase === 'done' ? declaredWords(file.report) : null;
  return words && t('said.declared', { title: words.title, what: words.what });
}

/** Sentences that stand complete. */
const sentencesOf = ({ reasoning, phase }: Card) =>
  toSentences(reasoning, phase !== 'thinking').filter(({ complete }) => complete);

/** What is new about one picture, each a whole sentence. */
function resultSaid(before: Card | undefined, after: Card): string[] {
  const said: string[] = [];
  const declared = declaredSaid(after);
  if (declared && (!before || declaredSaid(before) === null)) said.push(declared);
  const verdict = verdictSaid(after);
  const earlier = before ? verdictSaid(before) : null;
  if (verdict && verdict !== earlier) said.push(verdict);
  else if (verdict && after.phase === 'done' && before?.phase === 'thinking') said.push(t('said.stays'));
  if (after.phase !== before?.phase) {
    if (after.phase === 'failed' && after.error) {
      const { title, advice } = errorWords(after.error);
      said.push(t('said.failed', { title, what: advice }));
    }
    if (after.phase === 'stopped') said.push(t('said.stopped'));
  }
  // Each try would be too much; what they come to is said once.
  if (isTrying(before?.trials ?? null) && !isTrying(after.trials) && steadiness(after))
    said.push(...steadinessWords(after));
  return said;
}

/** "12 Likely AI-generated and 3 Can’t tell". */
function sumSaid(cards: readonly Card[]): string {
  const count = (band: Band) => cards.filter(({ verdict }) => verdict?.band === band).length;
  const parts = BANDS.filter((band) => count(band) > 0).map((band) =>
    t('said.band', { n: whole(count(band)), band: BAND_WORDS[band] }),
  );
  const failed = cards.filter(({ phase }) => phase === 'failed').length;
  if (failed > 0) parts.push(t('said.without', { n: whole(failed) }));
  return listed(parts);
}

/** A line of the reasoning: the model's own English, or a word of the page about it. */
export interface SaidLine {
  readonly text: string;
  readonly english: boolean;
}

export interface Said {
  readonly results: readonly string[];
  readonly reasoning: readonly SaidLine[];
}

/** What became known between two snapshots of the queue. */
export function cardsSaid(before: readonly Card[], after: readonly Card[]): Said {
  if (before === after) return { results: [], reasoning: [] };
  const known = new Map(before.map((card) => [card.id, card]));
  const open = after.filter(isOpen).length;
  const wasOpen = before.filter(isOpen).length;
  const results: string[] = [];
  const reasoning: SaidLine[] = [];
  const added = after.filter(({ id }) => !known.has(id)).length;
  if (added > 1) results.push(t('said.added', { count: added }));
  const many = Math.max(open, wasOpen) > TOLD_SINGLY;
  for (const card of after) {
    const old = known.get(card.id);
    if (old === card) continue;
    if (many) continue;
    results.push(...resultSaid(old, card).map((what) => t('said.of', { name: card.name, what })));
    reasoning.push(...newSentences(old, card));
  }
  if (before.length > after.length && after.length === 0) results.push(t('said.cleared'));
  if (wasOpen > 0 && open === 0 && after.length > TOLD_SINGLY)
    results.push(t('said.all', { count: after.length, what: sumSaid(after) }));
  return { results, reasoning };
}

function newSentences(before: Card | undefined, after: Card): SaidLine[] {
  const heard = before && after.reasoning.length > 0 ? sentencesOf(before).length : 0;
  const fresh = sentencesOf(after).slice(heard);
  const lines = fresh.map(({ text }) => ({ text, english: true }));
  // Before the first one: whose reasoning this is.
  if (heard > 0 || lines.length === 0) return lines;
  return [{ text: t('said.reasoning', { name: after.name }), english: false }, ...lines];
}

/** What the model's state has to say; its failure is told by an alert. */
export function modelSaid(before: ModelSnapshot, after: ModelSnapshot): string | null {
  const [was, is] = [before.now, after.now];
  switch (is.phase) {
    case 'downloading': {
      const { loaded, total } = is.download;
      if (was.phase !== 'downloading')
        return total > 0 ? t('said.model.downloading', { size: bytes(total) }) : null;
      if (was.download.total === 0 && total > 0) return t('said.model.downloading', { size: bytes(total) });
      const half = (part: { loaded: number; total: number }) => part.loaded * 2 >= part.total;
      return half(is.download) && !half(was.download) && loaded < total ? t('said.model.half') : null;
    }
    case 'ready':
      return was.phase === 'ready' ? null : t('said.model.ready');
    case 'waiting':
    case 'lost':
      return was.phase === is.phase ? null : t('said.model.stopped');
    case 'checking':
    case 'starting':
    case 'failed':
    case 'removed':
      return null;
  }
}

/**
 * The guide in the page, and the two or three lines "What now?" under a verdict. Pure.
 *
 * Written for a newsroom. Tools of others are named in words and never linked: this page goes nowhere by itself. Every
 * number comes from the manifest in use or from the model card it was built with (scripts/lib/model-card.mjs).
 */
import type { AbstainReason, Band, Manifest } from '../contract';
import { realShare } from '../verdict/verdict';
import { type PlainKey, plain, t, whole, wordsOf } from '../words';
import { BAND_WORDS } from './words';

/** What the model card reports of the shared test, as shares 0..1. */
export interface CardNumbers {
  /** Version the card is of, "0.2"; its numbers hold for no other. */
  readonly version: string;
  readonly images: number;
  readonly realLikely: number;
  readonly aiLikely: number;
  readonly aiNoTraces: number;
}

/** Numbers the guide may quote; null where there are none for the model in use. */
export interface HelpNumbers {
  /** Share (0..1) of held-out real pictures called "Likely AI-generated". */
  readonly realLikely: number | null;
  /** Share (0..1) of AI pictures called "Likely AI-generated". */
  readonly aiLikely: number | null;
  /** Share (0..1) of AI pictures called "No AI traces found". */
  readonly aiNoTraces: number | null;
  /** Pictures of the test these shares come from. */
  readonly images: number | null;
}

const NONE: HelpNumbers = { realLikely: null, aiLikely: null, aiNoTraces: null, images: null };

/** The card's numbers if they are of this very model, else what its manifest knows of real pictures. */
export function helpNumbers(
  manifest: Pick<Manifest, 'version' | 'verdict'> | null,
  card: CardNumbers | null,
): HelpNumbers {
  if (!manifest) return NONE;
  if (card && (manifest.version === card.version || manifest.version.startsWith(`${card.version}.`)))
    return card;
  const { likelyAi, realSurvival, evaluation } = manifest.verdict;
  return { ...NONE, realLikely: realShare(likelyAi, realSurvival), images: evaluation.realImages };
}

/** Of 100, as the messages want it: 0 stands for fewer than 1. */
const of100 = (share: number) => Math.round(share * 100);

/** Words of the guide's frame. */
export const HELP_WORDS = wordsOf({
  open: 'guide.open',
  title: 'guide.title',
  close: 'guide.close',
  back: 'guide.back',
  next: 'guide.next',
  done: 'guide.done',
  steps: 'guide.steps',
  invitation: 'guide.invitation',
  start: 'guide.start',
  later: 'guide.later',
  more: 'now.more',
  whatNow: 'now.title',
});

export const stepAt = (at: number, of: number): string => t('guide.at', { position: at + 1, count: of });
export const stepNamed = (at: number, title: string): string =>
  t('guide.stepNamed', { n: whole(at + 1), title });

export interface HelpItem {
  readonly term: string;
  readonly text: string;
}

export interface HelpStep {
  readonly id: 'lead' | 'answers' | 'wrong' | 'todo' | 'page';
  readonly title: string;
  readonly text: readonly string[];
  /** Listed below the text: terms with what is to be said of them. */
  readonly items: readonly HelpItem[];
  /** The items are to be done in their order. */
  readonly ordered?: true;
}

/** Where the guide says what to do next, counted from 0. */
export const NEXT_STEP = 3;

const items = (...pairs: [PlainKey, PlainKey][]): HelpItem[] =>
  pairs.map(([term, text]) => ({ term: plain(term), text: plain(text) }));

function answers({ realLikely, aiNoTraces }: HelpNumbers): HelpStep {
  const likely = [t('guide.answers.likely')];
  if (realLikely !== null) likely.push(t('guide.answers.likelyTest', { real: of100(realLikely) }));
  const none = [t('guide.answers.none')];
  if (aiNoTraces !== null) none.push(t('guide.answers.noneTest', { generated: of100(aiNoTraces) }));
  return {
    id: 'answers',
    title: t('guide.answers.title'),
    text: [t('guide.answers.share')],
    items: [
      { term: BAND_WORDS['likely-ai'], text: likely.join(' ') },
      { term: BAND_WORDS['cant-tell'], text: t('guide.answers.cant') },
      { term: BAND_WORDS['no-traces'], text: none.join(' ') },
    ],
  };
}

function testWords({ realLikely, aiLikely, images }: HelpNumbers): string[] {
  if (realLikely === null || images === null) return [];
  const facts = { count: images, real: of100(realLikely), likely: BAND_WORDS['likely-ai'] };
  return aiLikely === null
    ? [t('guide.wrong.heldOut', facts)]
    : [t('guide.wrong.test', { ...facts, generated: of100(aiLikely) })];
}

/** The guide, with the numbers of the model in use. */
export function helpSteps(numbers: HelpNumbers): readonly HelpStep[] {
  return [
    {
      id: 'lead',
      title: t('guide.lead.title'),
      text: [t('guide.lead.what'), t('guide.lead.pixels'), t('guide.lead.declared')],
      items: [],
    },
    answers(numbers),
    {
      id: 'wrong',
      title: t('guide.wrong.title'),
      text: testWords(numbers),
      items: items(
        ['guide.wrong.copies', 'guide.wrong.copiesText'],
        ['guide.wrong.editing', 'guide.wrong.editingText'],
        ['guide.wrong.newer', 'guide.wrong.newerText'],
        ['guide.wrong.kinds', 'guide.wrong.kindsText'],
        ['guide.wrong.parts', 'guide.wrong.partsText'],
      ),
    },
    {
      id: 'todo',
      title: t('guide.todo.title'),
      text: [t('guide.todo.text')],
      ordered: true,
      items: items(
        ['guide.todo.original', 'guide.todo.originalText'],
        ['guide.todo.search', 'guide.todo.searchText'],
        ['guide.todo.source', 'guide.todo.sourceText'],
        ['guide.todo.place', 'guide.todo.placeText'],
        ['guide.todo.look', 'guide.todo.lookText'],
        ['guide.todo.second', 'guide.todo.secondText'],
      ),
    },
    {
      id: 'page',
      title: t('guide.page.title'),
      text: [],
      items: items(
        ['guide.page.key', 'guide.page.keyText'],
        ['guide.page.paste', 'guide.page.pasteText'],
        ['guide.page.explain', 'guide.page.explainText'],
        ['guide.page.tries', 'guide.page.triesText'],
        ['guide.page.print', 'guide.page.printText'],
        ['guide.page.offline', 'guide.page.offlineText'],
      ),
    },
  ];
}

const WHAT_NOW: Readonly<Record<Band, readonly PlainKey[]>> = {
  'likely-ai': ['now.likely.ask', 'now.search', 'now.likely.try'],
  'cant-tell': ['now.cant.none', 'now.cant.goOn'],
  'no-traces': ['now.none.bill', 'now.none.ask', 'now.search'],
};

const TOO_LITTLE: readonly PlainKey[] = ['now.little.none', 'now.little.larger'];

/** Two or three lines of what to do, for a band and the reason why there is no better one. */
export function whatNow(band: Band, abstained: AbstainReason | null): readonly string[] {
  const little = abstained === 'blank' || abstained === 'noise' || abstained === 'too-small';
  return (little ? TOO_LITTLE : WHAT_NOW[band]).map(plain);
}

/** Words about a picture tried several ways: what each way is, and what their answers come to. Pure. */
import { unreachable, type Variant, type VerdictData } from '../contract';
import { type Card, steadiness } from '../state/card';
import { answersOf, isTrying, type Trial } from '../state/trials';
import { t, wordsOf } from '../words';
import { ABSTAIN_WORDS, BAND_WORDS } from './words';

export const VARIANT_WORDS = wordsOf<Variant>({
  'half-size': 'variant.halfSize',
  'jpeg-70': 'variant.jpeg70',
  'other-crops': 'variant.otherCrops',
  mirrored: 'variant.mirrored',
});

/** The same inside a sentence. */
const WAY_WORDS = wordsOf<Variant>({
  'half-size': 'trials.way.halfSize',
  'jpeg-70': 'trials.way.jpeg70',
  'other-crops': 'trials.way.otherCrops',
  mirrored: 'trials.way.mirrored',
});

/** One line of the comparison. Without a verdict, `state` says why. */
export interface TrialRow {
  readonly key: string;
  readonly name: string;
  readonly verdict: VerdictData | null;
  readonly state: string;
}

function stateWords(trial: Trial): string {
  switch (trial.phase) {
    case 'waiting':
      return t('trials.waiting');
    case 'running':
      return t('trials.looking');
    case 'stopped':
      return t('trials.stopped');
    case 'failed':
      return t('trials.failed');
    case 'done':
      return '';
    default:
      return unreachable(trial);
  }
}

/** The picture as it is, with reasoning where there was some, then every variant; each with an answer of its own. */
export function trialRows({ instant, final, trials }: Card): readonly TrialRow[] {
  return [
    { key: 'as-it-is', name: t('variant.asItIs'), verdict: instant, state: t('trials.looking') },
    ...(final?.thought
      ? [{ key: 'reasoned', name: t('variant.reasoned'), verdict: final.verdict, state: '' }]
      : []),
    ...(trials ?? []).map((trial) => ({
      key: trial.variant,
      name: VARIANT_WORDS[trial.variant],
      verdict: trial.phase === 'done' ? trial.verdict : null,
      state: stateWords(trial),
    })),
  ];
}

/** The answer of one line: its band, and why it is none where it was abstained from. */
export function answerWords({ band, abstained }: VerdictData): string {
  if (!abstained) return BAND_WORDS[band];
  const word = { band: BAND_WORDS[band] };
  return abstained === 'too-small' ? t('trials.tooSmall', word) : t('trials.setAside', word);
}

/** Places that could not be exchanged, because there is room for no others. */
function sameCrops({ instant, trials }: Card): boolean {
  const other = trials?.find((trial) => trial.variant === 'other-crops');
  if (!instant || other?.phase !== 'done') return false;
  const key = ({ region }: VerdictData['crops'][number]) => `${region.x},${region.y}`;
  const fast = new Set(instant.crops.map(key));
  return other.verdict.crops.every((crop) => fast.has(key(crop)));
}

/** What the answers come to, in whole sentences; they are compared, never blended. */
export function steadinessWords(card: Card): readonly string[] {
  const trials = card.trials ?? [];
  const lines: string[] = [];
  const how = steadiness(card);
  const judged = answersOf(trials).filter((verdict) => verdict.abstained === null).length;
  if (how === 'flips') lines.push(t('trials.flips', { likely: BAND_WORDS['likely-ai'] }));
  if (isTrying(trials)) {
    const running = trials.findIndex((trial) => trial.phase === 'running');
    const trial = trials[running];
    lines.push(
      trial
        ? t('trials.progress', {
            position: running + 1,
            count: trials.length,
            way: WAY_WORDS[trial.variant],
          })
        : t('trials.turn'),
    );
    return lines;
  }
  const open = trials.filter((trial) => trial.phase !== 'done').length;
  if (open > 0) lines.push(t('trials.open', { left: open, count: trials.length }));
  if (judged === 0) lines.push(t('trials.unjudged'));
  else if (how === 'steady') lines.push(t('trials.steady'));
  else if (how === 'moves')
    lines.push(
      t('trials.moves', {
        cant: BAND_WORDS['cant-tell'],
        none: BAND_WORDS['no-traces'],
        likely: BAND_WORDS['likely-ai'],
      }),
    );
  if (answersOf(trials).some((verdict) => verdict.abstained === 'too-small'))
    lines.push(t('trials.halfTooSmall', { why: ABSTAIN_WORDS['too-small'] }));
  if (sameCrops(card)) lines.push(t('trials.samePlaces'));
  return lines;
}

/** Whether there is an answer whose steadiness could be tried. */
export function canTry({ instant, phase, url }: Card): boolean {
  return url !== null && (phase === 'done' || phase === 'stopped') && instant?.abstained === null;
}

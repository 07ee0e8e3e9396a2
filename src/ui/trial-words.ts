/** Words about a picture tried several ways: what each way is, and what their answers come to. Pure. */
import { unreachable, type Variant, type VerdictData } from '../contract';
import { type Card, steadiness } from '../state/card';
import { answersOf, isTrying, type Trial } from '../state/trials';
import { ABSTAIN_WORDS, BAND_WORDS } from './words';

export const VARIANT_WORDS: Readonly<Record<Variant, string>> = {
  'half-size': 'At half the size',
  'jpeg-70': 'Saved as JPEG 70',
  'other-crops': 'Looked at elsewhere',
  mirrored: 'Mirrored',
};

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
      return 'Waiting';
    case 'running':
      return 'Looking';
    case 'stopped':
      return 'Not tried';
    case 'failed':
      return 'Could not be tried';
    case 'done':
      return '';
    default:
      return unreachable(trial);
  }
}

/** The picture as it is, with reasoning where there was some, then every variant; each with an answer of its own. */
export function trialRows({ instant, final, trials }: Card): readonly TrialRow[] {
  return [
    { key: 'as-it-is', name: 'As it is', verdict: instant, state: 'Looking' },
    ...(final?.thought
      ? [{ key: 'reasoned', name: 'As it is, with reasoning', verdict: final.verdict, state: '' }]
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
  return abstained === 'too-small' ? `${BAND_WORDS[band]}: too small` : `${BAND_WORDS[band]}: set aside`;
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
  if (how === 'flips')
    lines.push(
      `The answer flips: “${BAND_WORDS['likely-ai']}” in some forms of the picture and not in others. An answer that hangs on so little is set aside.`,
    );
  if (isTrying(trials)) {
    const running = trials.findIndex((trial) => trial.phase === 'running');
    const trial = trials[running];
    lines.push(
      trial
        ? `Trying ${running + 1} of ${trials.length}: ${VARIANT_WORDS[trial.variant].toLowerCase().replace('jpeg', 'JPEG')}.`
        : 'Waiting for its turn.',
    );
    return lines;
  }
  const open = trials.filter((trial) => trial.phase !== 'done').length;
  if (open > 0) lines.push(`${open} of ${trials.length} tries have no answer.`);
  if (judged === 0) lines.push('None of the changed pictures could be judged.');
  else if (how === 'steady') lines.push('The answer was the same in every form that could be judged.');
  else if (how === 'moves')
    lines.push(
      `The answer moves between “${BAND_WORDS['cant-tell']}” and “${BAND_WORDS['no-traces']}”, and reaches “${BAND_WORDS['likely-ai']}” in no form.`,
    );
  if (answersOf(trials).some((verdict) => verdict.abstained === 'too-small'))
    lines.push(`At half the size: ${ABSTAIN_WORDS['too-small']}`);
  if (sameCrops(card))
    lines.push('The picture has no room for other places, so the same ones were looked at.');
  return lines;
}

/** Whether there is an answer whose steadiness could be tried. */
export function canTry({ instant, phase, url }: Card): boolean {
  return url !== null && (phase === 'done' || phase === 'stopped') && instant?.abstained === null;
}

/** The words of `<fake-hr1-check>`: those of our page where it has them, and a few of its own. Pure. */
import type { AppError } from '../contract';
import {
  ABSTAIN_WORDS,
  BAND_CAVEATS,
  BAND_WORDS,
  bytes,
  type ErrorWords,
  errorWords,
  KIND_WORDS,
  realShareLine,
} from '../ui/words';
import type { CheckError, CheckState } from './check';
import type { Runtime, Verdict } from './types';

export interface VerdictWords {
  readonly band: string;
  /** How often real photos score so, or why the model abstains; then why it may be wrong. */
  readonly lines: readonly string[];
}

export function verdictWords({ band, abstained, realShare, kind }: Verdict): VerdictWords {
  const lines = abstained ? [ABSTAIN_WORDS[abstained]] : [realShareLine(realShare), BAND_CAVEATS[band]];
  if (kind && kind !== 'photo') lines.push(KIND_WORDS[kind]);
  return { band: BAND_WORDS[band], lines };
}

export function failureWords({ code, recoverable, detail, facts }: CheckError): ErrorWords {
  if (code === 'IMAGE_UNREACHABLE')
    return {
      title: 'The picture could not be fetched',
      advice: 'Its address may be wrong, or the site it lies on does not let this page read it.',
    };
  const error: AppError = { code, recoverable, detail, ...(facts ? { facts: { ...facts } } : {}) };
  return errorWords(error);
}

/** What goes on now; empty when nothing does. */
export function statusWords({ phase, progress, final }: CheckState): string {
  switch (phase) {
    case 'fetching':
      return 'Fetching the picture …';
    case 'preparing':
      if (progress?.phase === 'downloading')
        return `Downloading the model, once: ${bytes(progress.loaded)} of ${bytes(progress.total)}`;
      return progress?.phase === 'starting' ? 'Starting the model …' : 'Looking for the model …';
    case 'looking':
      return 'Examining the picture …';
    case 'thinking':
      return 'Reasoning …';
    case 'done':
      return final?.thought ? 'Reasoned about.' : 'Answered at once.';
    case 'empty':
    case 'failed':
      return '';
  }
}

export function runtimeWords({ oneThreadBecause }: Runtime): string | null {
  return oneThreadBecause === 'not-isolated'
    ? 'Slower than it could be: this page is not isolated from other origins, so the model has one thread only.'
    : null;
}

export const CHECK_WORDS = {
  region: 'AI traces in this picture',
  drop: 'Drop a picture here',
  choose: 'Choose a picture',
  another: 'Check another picture',
  explain: 'Explain',
  retry: 'Try again',
  picture: 'The picture that is checked',
  reasoning: 'Reasoning',
  reasoningNote: 'Written by the model; it can be wrong about what it names.',
  download: 'Download of the model',
  privacy: 'Examined on this device. The picture is sent nowhere.',
} as const;

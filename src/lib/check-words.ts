/** The words of `<fake-hr1-check>`: those of our page where it has them, and a few of its own. Pure. */
import type { AppError } from '../contract';
import {
  ABSTAIN_WORDS,
  BAND_WORDS,
  bytes,
  caveatOf,
  type ErrorWords,
  errorWords,
  KIND_WORDS,
  realShareLine,
} from '../ui/words';
import { t } from '../words';
import type { CheckError, CheckState } from './check';
import type { Runtime, Verdict } from './types';

export interface VerdictWords {
  readonly band: string;
  /** How often real photos score so, or why the model abstains; then why it may be wrong. */
  readonly lines: readonly string[];
}

export function verdictWords({ band, abstained, realShare, kind }: Verdict): VerdictWords {
  const lines = abstained
    ? [ABSTAIN_WORDS[abstained]]
    : [realShareLine(realShare), caveatOf(band, realShare)];
  if (kind && kind !== 'photo') lines.push(KIND_WORDS[kind]);
  return { band: BAND_WORDS[band], lines };
}

export function failureWords({ code, recoverable, detail, facts }: CheckError): ErrorWords {
  if (code === 'IMAGE_UNREACHABLE')
    return { title: t('embed.unreachable.title'), advice: t('embed.unreachable.advice') };
  const error: AppError = { code, recoverable, detail, ...(facts ? { facts: { ...facts } } : {}) };
  return errorWords(error);
}

/** What goes on now; empty when nothing does. */
export function statusWords({ phase, progress, final }: CheckState): string {
  switch (phase) {
    case 'fetching':
      return t('embed.fetching');
    case 'preparing':
      if (progress?.phase === 'downloading')
        return t('embed.downloading', { loaded: bytes(progress.loaded), total: bytes(progress.total) });
      return progress?.phase === 'starting' ? t('embed.startingModel') : t('embed.checkingModel');
    case 'looking':
      return t('embed.looking');
    case 'thinking':
      return t('embed.thinking');
    case 'done':
      return final?.thought ? t('embed.thought') : t('embed.atOnce');
    case 'empty':
    case 'failed':
      return '';
  }
}

export function runtimeWords({ oneThreadBecause }: Runtime): string | null {
  return oneThreadBecause === 'not-isolated' ? t('embed.oneThread') : null;
}

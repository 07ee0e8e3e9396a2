/** The one error class of the library. */
import { ERROR_CODES as CODES } from '../contract';
import type { DetectorError, ErrorCode } from './types';

/** All codes, for tables of words. */
export const ERROR_CODES: readonly ErrorCode[] = CODES;

/** Why there is no detector; `createDetector` rejects with it. Analyses never throw it, theirs come as events. */
export class FakeHr1Error extends Error implements DetectorError {
  readonly code: ErrorCode;
  readonly recoverable: boolean;
  readonly detail: string;
  readonly facts: Readonly<Record<string, string | number>> | undefined;

  constructor({ code, recoverable, detail, facts }: DetectorError) {
    super(`${code}: ${detail}`);
    this.name = 'FakeHr1Error';
    this.code = code;
    this.recoverable = recoverable;
    this.detail = detail;
    this.facts = facts;
  }
}

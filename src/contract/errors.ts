/**
 * Errors that cross the boundary between page and worker.
 *
 * The list is closed: every failure a user can meet is one of these codes, and the page has words for each
 * (src/ui/words.ts). comlink keeps only message, name and stack of thrown errors, so nothing is thrown across the
 * boundary: failures travel as {@link Result} values or as a `failed` stream item.
 */
import { z } from 'zod';

export const ERROR_CODES = [
  'UNSUPPORTED_FORMAT',
  'CORRUPT_IMAGE',
  'IMAGE_TOO_LARGE',
  'IMAGE_TOO_SMALL',
  'NO_CONTENT',
  'MODEL_MISSING',
  'MODEL_TAMPERED',
  'QUOTA',
  'NO_DEVICE',
  'DEVICE_LOST',
  'OUT_OF_MEMORY',
  'TIMEOUT',
  'SELF_TEST_FAILED',
  'CANCELLED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes after which the same request may be tried again on a fresh worker. */
const RECOVERABLE: ReadonlySet<ErrorCode> = new Set(['DEVICE_LOST', 'OUT_OF_MEMORY', 'TIMEOUT', 'INTERNAL']);

export const appErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** True where a retry on a fresh worker may help; false where only the user can change something. */
  recoverable: z.boolean(),
  /** What went wrong, for the details fold-out and the report; never the only thing a user sees. */
  detail: z.string(),
  /** Facts the page may put into its message, e.g. the format that was recognised. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type AppError = z.infer<typeof appErrorSchema>;

/** Builds an {@link AppError}; `recoverable` follows from the code. */
export function appError(code: ErrorCode, detail: string, facts?: Record<string, string | number>): AppError {
  return { code, recoverable: RECOVERABLE.has(code), detail, ...(facts ? { facts } : {}) };
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const err = (error: AppError): Result<never> => ({ ok: false, error });

/** Marks a `switch` as exhaustive: a new member of the union stops the compiler here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

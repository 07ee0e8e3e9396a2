/** Pulls one stream of the worker to its closing item, checking every item on arrival. */
import type { Remote } from 'comlink';
import type { z } from 'zod';
import { type AppError, appError, type DetectorApi, err, ok, type Result, type Step } from '../contract';
import type { WorkerLink } from './link';

export interface Stream<T, C> {
  readonly open: (api: Remote<DetectorApi>) => PromiseLike<void>;
  readonly next: (api: Remote<DetectorApi>) => PromiseLike<Step<T>>;
  readonly schema: z.ZodType<T>;
  /** Longest wait for an item, ms. */
  readonly timeoutMs: number;
  /** The item as the closing one, or null if more must follow. */
  readonly closing: (item: T) => C | null;
  readonly onItem: (item: T) => void;
}

/**
 * Resolves with the closing item, with the error of a `failed` item, or with INTERNAL where the worker broke the
 * contract (an item of another shape, a stream without its closing item). Never rejects.
 */
export async function pull<T extends { kind: string } | { kind: 'failed'; error: AppError }, C>(
  link: WorkerLink,
  stream: Stream<T, C>,
): Promise<Result<C>> {
  const opened = await link.call(stream.open, stream.timeoutMs);
  if (!opened.ok) return opened;
  for (;;) {
    const answer = await link.call(stream.next, stream.timeoutMs);
    if (!answer.ok) return answer;
    const step = answer.value;
    if (step.done) return err(appError('INTERNAL', 'the stream ended without its closing item'));
    const checked = stream.schema.safeParse(step.value);
    if (!checked.success) return err(appError('INTERNAL', `unexpected item: ${checked.error.message}`));
    const item = checked.data;
    const closing = 'error' in item ? err(item.error) : closed(stream.closing(item));
    if (closing) {
      // The worker finishes its side behind the closing item; what becomes of that no longer changes the result.
      await link.call(stream.next, stream.timeoutMs);
      return closing;
    }
    stream.onItem(item);
  }
}

function closed<C>(value: C | null): Result<C> | null {
  return value === null ? null : ok(value);
}

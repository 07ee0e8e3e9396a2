/**
 * The same picture tried several ways (variants of the contract), to see whether its answer holds. Pure: results in, new
 * lists out; every result stays beside the others, none is blended.
 *
 * | phase   | meaning                    | leaves it                          |
 * |---------|----------------------------|------------------------------------|
 * | waiting | its turn will come         | start → running; stop → stopped    |
 * | running | the worker has it          | result → done, failed; stop → stopped |
 * | done    | answered                   | none                               |
 * | failed  | could not be answered      | tried again → waiting              |
 * | stopped | the user stopped it        | tried again → waiting              |
 */
import { type AppError, type Result, VARIANTS, type Variant, type VerdictData } from '../contract';
import type { FinalItem } from '../host/host';

export type Trial = { readonly variant: Variant } & (
  | { readonly phase: 'waiting' | 'running' | 'stopped' }
  | { readonly phase: 'done'; readonly verdict: VerdictData }
  | { readonly phase: 'failed'; readonly error: AppError }
);

/** One of each variant, in the order of their turns. */
export type Trials = readonly Trial[];

const isSettled = ({ phase }: Trial) => phase === 'done' || phase === 'failed' || phase === 'stopped';

/** Lines up every variant that has no answer yet; answers of an earlier round stay. */
export function linedUp(earlier: Trials | null): Trials {
  return VARIANTS.map(
    (variant) =>
      earlier?.find((trial) => trial.variant === variant && trial.phase === 'done') ?? {
        variant,
        phase: 'waiting',
      },
  );
}

const withOne = (trials: Trials, variant: Variant, change: Trial): Trials =>
  trials.map((trial) => (trial.variant === variant && !isSettled(trial) ? change : trial));

export function trialStarted(trials: Trials, variant: Variant): Trials {
  return withOne(trials, variant, { variant, phase: 'running' });
}

export function trialSettled(trials: Trials, variant: Variant, result: Result<FinalItem>): Trials {
  if (result.ok) return withOne(trials, variant, { variant, phase: 'done', verdict: result.value.verdict });
  const { error } = result;
  return withOne(
    trials,
    variant,
    error.code === 'CANCELLED' ? { variant, phase: 'stopped' } : { variant, phase: 'failed', error },
  );
}

/** Stops whatever is not settled. */
export function trialsStopped(trials: Trials): Trials {
  return trials.map((trial) => (isSettled(trial) ? trial : { variant: trial.variant, phase: 'stopped' }));
}

/** Answers so far, in the order of the variants. */
export function answersOf(trials: Trials): readonly VerdictData[] {
  return trials.flatMap((trial) => (trial.phase === 'done' ? [trial.verdict] : []));
}

export const isTrying = (trials: Trials | null): boolean =>
  trials?.some((trial) => !isSettled(trial)) ?? false;

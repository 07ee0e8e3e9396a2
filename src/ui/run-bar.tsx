/** How far the run of pictures is, and what can be done with it. */
import { useMemo, useRef } from 'preact/hooks';
import { Run } from '../batch/progress';
import { type Card, isRunning } from '../state/card';
import type { Queue } from '../state/queue';
import { t } from '../words';
import { announceWords, runWords } from './batch-words';
import { useReadable } from './use-readable';

interface RunBarProps {
  readonly cards: readonly Card[];
  readonly queue: Queue;
}

export function RunBar({ cards, queue }: RunBarProps) {
  const paused = useReadable(queue.paused);
  const run = useRef(new Run());
  const now = useMemo(() => run.current.follow(cards, paused, performance.now()), [cards, paused]);
  const left = cards.filter((card) => card.phase === 'stopped' && queue.file(card.id) !== null).length;
  if (!now)
    return left > 1 ? (
      <div class="run" data-testid="run">
        <button type="button" onClick={() => queue.examineStopped()}>
          {t('run.again', { count: left })}
        </button>
      </div>
    ) : null;
  // One picture says all this on its own card.
  if (now.total < 2) return null;
  const { done, total } = now;
  return (
    <div class="run" data-testid="run">
      <p class="run-line">
        <label for="run-progress">{runWords(now, paused, cards.some(isRunning))}</label>
        <progress id="run-progress" value={done} max={total} />
      </p>
      <div class="actions">
        <button type="button" onClick={() => (paused ? queue.resume() : queue.pause())}>
          {paused ? t('run.resume') : t('run.pause')}
        </button>
        <button type="button" onClick={() => queue.cancel()}>
          {t('run.cancel')}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {announceWords(Math.floor((10 * done) / total), paused)}
      </p>
    </div>
  );
}

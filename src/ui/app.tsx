/** The whole page. Renders snapshots and passes wishes on; knows neither the worker nor the storage. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AnalyseRequest } from '../contract';
import type { Reporter } from '../report/reporter';
import type { Card } from '../state/card';
import { isOpen } from '../state/card';
import { fromTransfer, type Incoming } from '../state/intake';
import type { Model } from '../state/model';
import { DEFAULT_QUESTION } from '../state/questions';
import type { Queue } from '../state/queue';
import type { Shell } from '../state/shell';
import { t } from '../words';
import { CardSlot } from './card-view';
import { Footer } from './footer';
import { Header } from './header';
import { Intake } from './intake-view';
import { ModelPanel, ModelTrouble } from './model-panel';
import { AllReports } from './report-view';
import { useReadable } from './use-readable';

export interface AppProps {
  readonly model: Model;
  readonly queue: Queue;
  readonly shell: Shell;
  readonly reporter: Reporter;
  /** Limits that every request carries. */
  readonly limits: Pick<AnalyseRequest, 'maxNewTokens'>;
}

export function App({ model, queue, shell, reporter, limits }: AppProps) {
  const modelNow = useReadable(model);
  const cards = useReadable(queue);
  const newerPage = useReadable(shell);
  const [request, setRequest] = useState<AnalyseRequest>({
    question: DEFAULT_QUESTION,
    mode: 'auto',
    ...limits,
  });
  const add = useCallback(
    (incoming: readonly Incoming[]) => void queue.add(incoming, request),
    [queue, request],
  );
  const dragging = useWindowIntake(add);
  const waiting = cards.filter(isOpen).length;

  return (
    <>
      <a class="skip" href="#results">
        {t('page.skip')}
      </a>
      <Header model={modelNow} />
      <main class={cards.length === 0 ? 'page page-empty' : 'page'}>
        <ModelTrouble model={modelNow} onRetry={() => void model.retry()} />
        {newerPage && (
          <div class="offer" role="status">
            <p>{t('page.newer')}</p>
            <button type="button" onClick={() => shell.apply()}>
              {t('page.changeOver')}
            </button>
          </div>
        )}
        <Intake compact={cards.length > 0} request={request} onRequest={setRequest} onAdd={add} />
        <section id="results" class="results" aria-label={t('page.results')} tabIndex={-1}>
          {cards.length > 1 && (
            <div class="results-bar">
              <p>
                {waiting > 0
                  ? t('page.picturesLeft', { count: cards.length, left: waiting })
                  : t('page.pictures', { count: cards.length })}
              </p>
              <button type="button" class="quiet" onClick={() => queue.clear()}>
                {t('page.removeAll')}
              </button>
            </div>
          )}
          {cards.length > 1 && <AllReports cards={cards} reporter={reporter} />}
          {cards.map((card) => (
            <CardSlot
              key={card.id}
              card={card}
              waitsForModel={waitsForModel(card, modelNow.now.phase)}
              queue={queue}
              reporter={reporter}
            />
          ))}
        </section>
        <ModelPanel
          model={modelNow}
          onUpdate={() => void model.update()}
          onRemove={() => void model.remove()}
        />
      </main>
      <Footer />
      {dragging && (
        <div class="drop-veil" aria-hidden="true">
          <p>{t('page.drop')}</p>
        </div>
      )}
    </>
  );
}

function waitsForModel(card: Card, phase: string): boolean {
  return card.phase === 'queued' && phase !== 'ready';
}

/** Drop and paste anywhere on the page. Returns whether something is being dragged over it. */
function useWindowIntake(add: (incoming: readonly Incoming[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onLeave = (event: DragEvent) => {
      // Fires at every border inside the page, too; only leaving the window has no new target.
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      setDragging(false);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      add(fromTransfer(event.dataTransfer));
    };
    const onPaste = (event: ClipboardEvent) => {
      const incoming = event.clipboardData ? fromTransfer(event.clipboardData) : [];
      const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      // A link pasted into the question box or the note is text like any other.
      if (incoming.length === 0 || writing) return;
      event.preventDefault();
      add(incoming);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [add]);
  return dragging;
}

/** The whole page. Renders snapshots and passes wishes on; knows neither the worker nor the storage. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Arrivals } from '../batch/arrivals';
import type { AnalyseRequest } from '../contract';
import type { Reporter } from '../report/reporter';
import type { Keeper } from '../shelf/keeper';
import { type FolderPictures, readFolders } from '../state/folders';
import { type Dropped, fromTransfer, type Incoming } from '../state/intake';
import type { Model } from '../state/model';
import { DEFAULT_QUESTION } from '../state/questions';
import type { Queue } from '../state/queue';
import type { Shell } from '../state/shell';
import { t } from '../words';
import { backWords, folderWords } from './batch-words';
import { Footer } from './footer';
import { Header } from './header';
import { Intake } from './intake-view';
import { KeepingNotice, Kept } from './kept-view';
import { ModelPanel, ModelTrouble } from './model-panel';
import { Results } from './results-view';
import { useReadable } from './use-readable';

export interface AppProps {
  readonly model: Model;
  readonly queue: Queue;
  readonly shell: Shell;
  readonly reporter: Reporter;
  readonly arrivals: Arrivals;
  readonly keeper: Keeper;
  /** Limits that every request carries. */
  readonly limits: Pick<AnalyseRequest, 'maxNewTokens'>;
}

export function App({ model, queue, shell, reporter, arrivals, keeper, limits }: AppProps) {
  const modelNow = useReadable(model);
  const cards = useReadable(queue);
  const newerPage = useReadable(shell);
  const [request, setRequest] = useState<AnalyseRequest>({
    question: DEFAULT_QUESTION,
    mode: 'auto',
    ...limits,
  });
  const [told, setTold] = useState('');
  const add = useCallback(
    async (incoming: readonly Incoming[]) => setTold(backWords(await arrivals.arrive(incoming, request))),
    [arrivals, request],
  );
  const addFolder = useCallback(
    async (found: FolderPictures) => {
      const back = await arrivals.arrive(found.incoming, request);
      setTold([folderWords(found), backWords(back)].filter((text) => text !== '').join(' '));
    },
    [arrivals, request],
  );
  const take = useCallback(
    async ({ incoming, folders }: Dropped) => {
      if (incoming.length > 0) await add(incoming);
      if (folders.length === 0) return;
      setTold(t('folder.reading'));
      await addFolder(await readFolders(folders));
    },
    [add, addFolder],
  );
  const dragging = useWindowIntake(take);

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
        <Intake
          compact={cards.length > 0}
          request={request}
          onRequest={setRequest}
          onAdd={add}
          onFolder={addFolder}
        />
        <p class="note told" role="status" data-testid="told">
          {told}
        </p>
        <KeepingNotice keeper={keeper} />
        <Results
          cards={cards}
          modelReady={modelNow.now.phase === 'ready'}
          queue={queue}
          reporter={reporter}
          onClear={() => void keeper.clearAll()}
        />
        <Kept keeper={keeper} />
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

/** Drop and paste anywhere on the page. Returns whether something is being dragged over it. */
function useWindowIntake(take: (dropped: Dropped) => Promise<void>): boolean {
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
      void take(fromTransfer(event.dataTransfer));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!event.clipboardData) return;
      const dropped = fromTransfer(event.clipboardData);
      const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      // A link pasted into the question box or the note is text like any other.
      if (dropped.incoming.length + dropped.folders.length === 0 || writing) return;
      event.preventDefault();
      void take(dropped);
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
  }, [take]);
  return dragging;
}

/** The whole page. Renders snapshots and passes wishes on; knows neither the worker nor the storage. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Arrivals } from '../batch/arrivals';
import type { AnalyseRequest } from '../contract';
import type { Reporter } from '../report/reporter';
import type { Keeper } from '../shelf/keeper';
import { type FolderPictures, readFolders } from '../state/folders';
import type { Guide as GuideStore } from '../state/guide';
import { type Dropped, fromTransfer, type Incoming } from '../state/intake';
import type { Model } from '../state/model';
import { DEFAULT_QUESTION } from '../state/questions';
import type { Queue } from '../state/queue';
import type { Shell } from '../state/shell';
import { t } from '../words';
import { Announcer } from './announcer';
import { backWords, folderWords } from './batch-words';
import { Footer } from './footer';
import { Header } from './header';
import { HelpContext } from './help-context';
import { Guide, Invitation } from './help-view';
import { type CardNumbers, helpNumbers, NEXT_STEP } from './help-words';
import { Intake } from './intake-view';
import { KeepingNotice, Kept } from './kept-view';
import { ModelPanel, ModelTrouble } from './model-panel';
import { Results } from './results-view';
import { useGuideKey } from './use-guide-key';
import { useReadable } from './use-readable';

export interface AppProps {
  readonly model: Model;
  readonly queue: Queue;
  readonly shell: Shell;
  readonly reporter: Reporter;
  readonly arrivals: Arrivals;
  readonly keeper: Keeper;
  readonly guide: GuideStore;
  /** What the model card says, for the guide; null where it could not be read. */
  readonly cardNumbers: CardNumbers | null;
  /** Limits that every request carries. */
  readonly limits: Pick<AnalyseRequest, 'maxNewTokens'>;
}

export function App(props: AppProps) {
  const { model, queue, shell, reporter, arrivals, keeper, guide, cardNumbers, limits } = props;
  const modelNow = useReadable(model);
  const cards = useReadable(queue);
  const newerPage = useReadable(shell);
  const { at: guideStep, invites } = useReadable(guide);
  const [request, setRequest] = useState<AnalyseRequest>({
    question: DEFAULT_QUESTION,
    mode: 'auto',
    ...limits,
  });
  /** Worded when it is shown: the language may have changed since. */
  const [told, setTold] = useState<() => string>(() => () => '');
  const add = useCallback(
    async (incoming: readonly Incoming[]) => {
      const back = await arrivals.arrive(incoming, request);
      setTold(() => () => backWords(back));
    },
    [arrivals, request],
  );
  const addFolder = useCallback(
    async (found: FolderPictures) => {
      const back = await arrivals.arrive(found.incoming, request);
      setTold(() => () => [folderWords(found), backWords(back)].filter((text) => text !== '').join(' '));
    },
    [arrivals, request],
  );
  const take = useCallback(
    async ({ incoming, folders }: Dropped) => {
      if (incoming.length > 0) await add(incoming);
      if (folders.length === 0) return;
      setTold(() => () => t('folder.reading'));
      await addFolder(await readFolders(folders));
    },
    [add, addFolder],
  );
  const dragging = useWindowIntake(take);
  useGuideKey(guide);
  const onHelp = useCallback(() => guide.open(NEXT_STEP), [guide]);

  return (
    <>
      <a class="skip" href="#results">
        {t('page.skip')}
      </a>
      <Header model={modelNow} onHelp={() => guide.open()} />
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
        {invites && cards.length === 0 && (
          <Invitation
            onStart={() => guide.open()}
            onLater={() => {
              guide.decline();
              // The button that had the focus is gone.
              document.getElementById('choose')?.focus();
            }}
          />
        )}
        <p class="note told" role="status" data-testid="told">
          {told()}
        </p>
        <KeepingNotice keeper={keeper} />
        <HelpContext.Provider value={onHelp}>
          <Results
            cards={cards}
            modelReady={modelNow.now.phase === 'ready'}
            queue={queue}
            reporter={reporter}
            onClear={() => {
              void keeper.clearAll();
              // The button that had the focus goes with them.
              document.getElementById('choose')?.focus();
            }}
          />
        </HelpContext.Provider>
        <Kept keeper={keeper} />
        <ModelPanel
          model={modelNow}
          onUpdate={() => void model.update()}
          onRemove={() => void model.remove()}
        />
      </main>
      <Footer />
      <Guide
        at={guideStep}
        numbers={helpNumbers(modelNow.manifest, cardNumbers)}
        onStep={(at) => guide.open(at)}
        onClose={() => guide.close()}
      />
      <Announcer cards={cards} model={modelNow} />
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
      const { target } = event;
      const writing =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && target.type === 'text');
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

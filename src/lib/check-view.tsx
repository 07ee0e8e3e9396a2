/** What `<fake-hr1-check>` shows. Says everything by words and parts; looks are in element.css. */
// Redraws what is on the page when the language changes.
import '@preact/signals';
import { useRef } from 'preact/hooks';
import { toSentences } from '../ui/sentences';
import { LANGUAGE_FACTS, language, t } from '../words';
import type { CheckState } from './check';
import { failureWords, runtimeWords, statusWords, verdictWords } from './check-words';

export interface CheckViewProps {
  readonly state: CheckState;
  /** Object URL of the picture. */
  readonly preview: string | null;
  /** Pictures may be dropped and chosen; not where the embedding page names the one. */
  readonly open: boolean;
  readonly onFile: (file: File) => void;
  readonly onExplain: () => void;
  readonly onRetry: () => void;
}

export function CheckView(props: CheckViewProps) {
  const { state, preview, open } = props;
  const status = statusWords(state);
  const note = state.runtime && runtimeWords(state.runtime);
  return (
    <section
      class="card"
      part="card"
      lang={language()}
      dir={LANGUAGE_FACTS[language()].dir}
      aria-label={t('embed.region')}
      aria-busy={status !== '' && state.phase !== 'done'}
      data-phase={state.phase}
    >
      {preview && <img class="picture" part="picture" src={preview} alt={t('embed.picture')} />}
      <div class="facts">
        {open && <Intake state={state} onFile={props.onFile} />}
        {state.verdict && <Result state={state} onExplain={props.onExplain} />}
        <p class="status" part="status" role="status">
          {status}
        </p>
        <Download state={state} />
        {state.error && <Failure state={state} onRetry={props.onRetry} />}
        <Reasoning state={state} />
        {note && (
          <p class="note" part="note">
            {note}
          </p>
        )}
        <p class="note" part="note">
          {t('embed.privacy')}
        </p>
      </div>
    </section>
  );
}

function Intake({ state, onFile }: Pick<CheckViewProps, 'state' | 'onFile'>) {
  const input = useRef<HTMLInputElement>(null);
  const empty = state.phase === 'empty';
  const take = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    // The same file may be chosen again; the browser reports a change only from another value.
    field.value = '';
    if (file) onFile(file);
  };
  return (
    <div class={empty ? 'drop drop-empty' : 'drop'} part="drop">
      {empty && <p>{t('embed.drop')}</p>}
      <button type="button" part="button" onClick={() => input.current?.click()}>
        {empty ? t('embed.choose') : t('embed.another')}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}

function Result({ state, onExplain }: Pick<CheckViewProps, 'state' | 'onExplain'>) {
  if (!state.verdict) return null;
  const { band, lines } = verdictWords(state.verdict);
  return (
    <div class="verdict" part="verdict" aria-live="polite" data-band={state.verdict.band}>
      <h3 class="band" part="band">
        {band}
      </h3>
      {lines.map((line) => (
        <p key={line} class="line" part="line">
          {line}
        </p>
      ))}
      {state.phase === 'done' && !state.final?.thought && (
        <button type="button" part="button" onClick={onExplain}>
          {t('card.explain')}
        </button>
      )}
    </div>
  );
}

function Download({ state: { phase, progress } }: Pick<CheckViewProps, 'state'>) {
  if (phase !== 'preparing' || progress?.phase !== 'downloading') return null;
  return (
    <progress
      part="progress"
      aria-label={t('embed.download')}
      value={progress.loaded}
      max={progress.total || 1}
    />
  );
}

/** Not the picture's fault, and perhaps mended by now: network, room on the disk. */
const AGAIN: ReadonlySet<string> = new Set(['MODEL_MISSING', 'MODEL_TAMPERED', 'QUOTA', 'CANCELLED']);

function Failure({ state: { error }, onRetry }: Pick<CheckViewProps, 'state' | 'onRetry'>) {
  if (!error) return null;
  const { title, advice } = failureWords(error);
  return (
    <div class="error" part="error" role="alert">
      <p class="error-title">{title}</p>
      <p>{advice}</p>
      <p class="detail">
        <code>{error.code}</code>
      </p>
      {(error.recoverable || AGAIN.has(error.code)) && (
        <button type="button" part="button" onClick={onRetry}>
          {t('card.tryAgain')}
        </button>
      )}
    </div>
  );
}

function Reasoning({ state: { phase, reasoning } }: Pick<CheckViewProps, 'state'>) {
  const sentences = toSentences(reasoning, phase !== 'thinking');
  if (sentences.length === 0) return null;
  const last = sentences.at(-1);
  return (
    <details class="reasoning" part="reasoning" open>
      <summary>{t('reasoning.title')}</summary>
      <div aria-live="polite" aria-relevant="additions">
        {sentences
          .filter((sentence) => sentence.complete)
          .map((sentence, index) => (
            <p key={index} class="sentence">
              {sentence.text}
            </p>
          ))}
      </div>
      {/* Heard once it is whole; until then it is only seen. */}
      {last && !last.complete && (
        <p class="sentence sentence-open" aria-hidden="true">
          {last.text}
        </p>
      )}
      <p class="note">{t('embed.reasoningNote')}</p>
    </details>
  );
}

/** Where pictures come in: a drop area with buttons, and how they shall be asked about. */

import { useRef } from 'preact/hooks';
import type { AnalyseRequest } from '../contract';
import { type FolderPictures, fromFolderFiles } from '../state/folders';
import { fromFiles, type Incoming } from '../state/intake';
import { t } from '../words';
import { QuestionFields } from './question-fields';
import { MODE_NAMES } from './words';

interface IntakeProps {
  /** Less talk, once there are results to look at. */
  readonly compact: boolean;
  readonly request: AnalyseRequest;
  readonly onRequest: (request: AnalyseRequest) => void;
  readonly onAdd: (incoming: readonly Incoming[]) => void;
  readonly onFolder: (found: FolderPictures) => void;
}

/** Phones offer no folders to choose. */
const PICKS_FOLDERS = 'webkitdirectory' in HTMLInputElement.prototype;

export function Intake({ compact, request, onRequest, onAdd, onFolder }: IntakeProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const incoming = fromFiles(input.files ?? []);
    // The same file may be chosen again; the browser reports a change only from another value.
    input.value = '';
    onAdd(incoming);
  };
  const fields = <QuestionFields name="next" legend={t('ask.how')} request={request} onRequest={onRequest} />;
  return (
    <section class={compact ? 'intake intake-compact' : 'intake'} aria-labelledby="intake-title">
      <h1 id="intake-title">{compact ? t('intake.titleNext') : t('intake.title')}</h1>
      {!compact && <p class="lead">{t('intake.lead')}</p>}
      <div class="drop">
        <p class="drop-hint">{t('intake.hint')}</p>
        <div class="drop-buttons">
          <button type="button" id="choose" class="primary" onClick={() => files.current?.click()}>
            {t('intake.choose')}
          </button>
          {PICKS_FOLDERS && (
            <button type="button" class="choose-folder" onClick={() => folder.current?.click()}>
              {t('intake.chooseFolder')}
            </button>
          )}
        </div>
        {/* Without `capture`, phones offer the camera and the camera roll both. */}
        <input
          ref={files}
          type="file"
          accept="image/*"
          multiple
          hidden
          data-testid="files"
          onChange={(event) => take(event.currentTarget)}
        />
        {PICKS_FOLDERS && (
          <input
            ref={(input) => {
              folder.current = input;
              if (input) input.webkitdirectory = true;
            }}
            type="file"
            multiple
            hidden
            data-testid="folder"
            onChange={(event) => {
              const found = fromFolderFiles(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
              onFolder(found);
            }}
          />
        )}
      </div>
      {compact ? (
        <details class="fold">
          <summary>
            <span>
              {t('ask.how')} <span class="summary-now">{MODE_NAMES[request.mode]}</span>
            </span>
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </section>
  );
}

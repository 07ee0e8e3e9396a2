/** Where pictures come in: a drop area with buttons, and how they shall be asked about. */
import { useRef } from 'preact/hooks';
import type { AnalyseRequest } from '../contract';
import { fromFiles, type Incoming } from '../state/intake';
import { QuestionFields } from './question-fields';
import { MODE_WORDS } from './words';

interface IntakeProps {
  /** Less talk, once there are results to look at. */
  readonly compact: boolean;
  readonly request: AnalyseRequest;
  readonly onRequest: (request: AnalyseRequest) => void;
  readonly onAdd: (incoming: readonly Incoming[]) => void;
}

export function Intake({ compact, request, onRequest, onAdd }: IntakeProps) {
  const files = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const incoming = fromFiles(input.files ?? []);
    // The same file may be chosen again; the browser reports a change only from another value.
    input.value = '';
    onAdd(incoming);
  };
  const fields = (
    <QuestionFields name="next" legend="How should it answer?" request={request} onRequest={onRequest} />
  );
  return (
    <section class={compact ? 'intake intake-compact' : 'intake'} aria-labelledby="intake-title">
      <h1 id="intake-title">{compact ? 'Examine another picture' : 'Was this picture made by AI?'}</h1>
      {!compact && (
        <p class="lead">
          Give it a picture. It is examined on this device, for the traces that image generators leave behind,
          and it never leaves it.
        </p>
      )}
      <div class="drop">
        <p class="drop-hint">Drop pictures anywhere on this page, or paste one.</p>
        <div class="drop-buttons">
          <button type="button" id="choose" class="primary" onClick={() => files.current?.click()}>
            Choose pictures
          </button>
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
      </div>
      {compact ? (
        <details class="fold">
          <summary>
            How should it answer? <span class="summary-now">{MODE_WORDS[request.mode].name}</span>
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </section>
  );
}

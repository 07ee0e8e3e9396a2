/** Trouble with the model, said at the top; its data sheet, storage and update, at the bottom. */
import type { ComponentChildren } from 'preact';
import type { ModelSnapshot } from '../state/model';
import { Progress } from './header';
import { bytes, deviceWords, duration, errorWords } from './words';

/** A failure that keeps every picture waiting. */
export function ModelTrouble({
  model,
  onRetry,
}: {
  readonly model: ModelSnapshot;
  readonly onRetry: () => void;
}) {
  const { now } = model;
  if (now.phase !== 'failed' && now.phase !== 'removed') return null;
  const words =
    now.phase === 'failed'
      ? errorWords(now.error)
      : {
          title: 'The model was deleted from this device',
          advice: 'It is downloaded again when you wish so.',
        };
  return (
    <section class="trouble" role="alert">
      <h2>{words.title}</h2>
      <p>{words.advice}</p>
      {now.phase === 'failed' && (
        <p class="detail">
          {now.error.code}: {now.error.detail}
        </p>
      )}
      <button type="button" onClick={onRetry}>
        {now.phase === 'failed' ? 'Try again' : 'Download the model'}
      </button>
    </section>
  );
}

interface PanelProps {
  readonly model: ModelSnapshot;
  readonly onUpdate: () => void;
  readonly onRemove: () => void;
}

export function ModelPanel({ model, onUpdate, onRemove }: PanelProps) {
  const { manifest, now } = model;
  if (!manifest) return null;
  const info = now.phase === 'ready' ? now.info : null;
  const fallback = now.phase === 'ready' ? now.fallback : null;
  return (
    <section class="model" aria-labelledby="model-title">
      {model.offered && (
        <div class="offer" role="status">
          <p>
            Version {model.offered.version} of the model is there; this is {manifest.version}.
          </p>
          {model.updating ? (
            <Progress label="Update" download={model.updating} />
          ) : (
            <button type="button" onClick={onUpdate}>
              Update
            </button>
          )}
          {model.updateError && (
            <p>{errorWords(model.updateError).title}. The version in use goes on working.</p>
          )}
        </div>
      )}
      <details class="fold">
        <summary id="model-title">Model and storage</summary>
        <dl>
          <Fact term="Model">
            {manifest.id} {manifest.version}, {manifest.licence}
          </Fact>
          <Fact term="Checkpoint">{manifest.checkpoint}</Fact>
          {info && (
            <>
              <Fact term="Runs on">
                {deviceWords(info.device, info.threads)} ({info.dtype})
              </Fact>
              {fallback && <Fact term="Not on WebGPU because">{fallback}</Fact>}
              <Fact term="Self-test">
                {info.selfTest.passed ? 'passed' : 'failed'}, off by{' '}
                {info.selfTest.maxDifference.toPrecision(2)} (limit {info.selfTest.tolerance})
              </Fact>
              <Fact term="Started in">{duration(info.loadMs)}</Fact>
            </>
          )}
          <Fact term="Bands from">
            {manifest.verdict.evaluation.set}: {manifest.verdict.evaluation.realImages} real and{' '}
            {manifest.verdict.evaluation.fakeImages} generated pictures
          </Fact>
          {Object.entries(manifest.metrics).map(([name, value]) => (
            <Fact key={name} term={name}>
              {value}
            </Fact>
          ))}
          <Fact term="Stored here">
            {model.stored
              ? model.bytes === null
                ? 'yes'
                : bytes(model.bytes)
              : 'no: this browser keeps nothing, the model is downloaded at each visit'}
          </Fact>
        </dl>
        <button type="button" class="quiet" onClick={onRemove}>
          Delete the model from this device
        </button>
      </details>
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

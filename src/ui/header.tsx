import { unreachable } from '../contract';
import type { Download, ModelSnapshot } from '../state/model';
import { bytes, deviceWords, errorWords, secondsLeft } from './words';

const STEP_WORDS = {
  sessions: 'Opening the model',
  'warm-up': 'Warming up',
  'self-test': 'Self-test',
} as const;

/** Name of the page and, at its other end, what the model is doing. */
export function Header({ model }: { readonly model: ModelSnapshot }) {
  return (
    <header class="masthead">
      <p class="wordmark">
        Fake-HR1 <span>nano</span>
      </p>
      <div class="status">
        <Status model={model} />
      </div>
    </header>
  );
}

function Status({ model }: { readonly model: ModelSnapshot }) {
  const { now } = model;
  switch (now.phase) {
    case 'checking':
      return <p>Looking for the model on this device</p>;
    case 'downloading':
      return <Progress label="Model" download={now.download} />;
    case 'starting': {
      const { progress } = now;
      return (
        <p class="progress-line">
          <label for="model-progress">{progress ? STEP_WORDS[progress.phase] : 'Starting the model'}</label>
          <progress
            id="model-progress"
            {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
        </p>
      );
    }
    case 'waiting':
      return <p>The model stopped; it starts again in {Math.ceil(now.delayMs / 1000)} s</p>;
    case 'ready':
      return (
        <p data-testid="ready" data-device={now.info.device} title={now.fallback ?? undefined}>
          <span class="dot" aria-hidden="true" />
          Ready on {deviceWords(now.info.device, now.info.threads)}
          <span class="version">version {now.info.version}</span>
        </p>
      );
    case 'lost':
      return <p>The model stopped; it starts again with the next picture</p>;
    case 'failed':
      return <p>{errorWords(now.error).title}</p>;
    case 'removed':
      return <p>The model was deleted</p>;
    default:
      return unreachable(now);
  }
}

export function Progress({ label, download }: { readonly label: string; readonly download: Download }) {
  const { loaded, total, secondsLeft: left } = download;
  return (
    <p class="progress-line">
      <label for="download-progress">
        {label}: {bytes(loaded)} of {bytes(total)}
        {left !== null && loaded < total ? `, ${secondsLeft(left)}` : ''}
      </label>
      <progress id="download-progress" value={loaded} max={Math.max(total, 1)} />
    </p>
  );
}

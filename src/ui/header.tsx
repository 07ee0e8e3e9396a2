import { unreachable } from '../contract';
import type { Download, ModelSnapshot } from '../state/model';
import { bytes, secondsLeft, t, wordsOf } from '../words';
import { LanguageChooser } from './language-view';
import { deviceWords, errorWords } from './words';

const STEP_WORDS = wordsOf({
  sessions: 'model.opening',
  'warm-up': 'model.warming',
  'self-test': 'model.selfTest',
});

/** Name of the page and, at its other end, what the model is doing. */
export function Header({ model, onHelp }: { readonly model: ModelSnapshot; readonly onHelp: () => void }) {
  return (
    <header class="masthead">
      <p class="wordmark" translate={false}>
        Fake-HR1 <span>nano</span>
      </p>
      <LanguageChooser />
      <div class="status">
        <Status model={model} />
      </div>
      <button type="button" class="guide-open" aria-keyshortcuts="F1" onClick={onHelp}>
        {t('guide.open')}
      </button>
    </header>
  );
}

function Status({ model }: { readonly model: ModelSnapshot }) {
  const { now } = model;
  switch (now.phase) {
    case 'checking':
      return <p>{t('model.checking')}</p>;
    case 'downloading':
      return <Progress label={t('model.label')} download={now.download} />;
    case 'starting': {
      const { progress } = now;
      return (
        <p class="progress-line">
          <label for="model-progress">{progress ? STEP_WORDS[progress.phase] : t('model.starting')}</label>
          <progress
            id="model-progress"
            {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
        </p>
      );
    }
    case 'waiting':
      return <p>{t('model.again', { count: Math.ceil(now.delayMs / 1000) })}</p>;
    case 'ready':
      return (
        <p data-testid="ready" data-device={now.info.device}>
          <span class="dot" aria-hidden="true" />
          {t('model.ready', { device: deviceWords(now.info.device, now.info.threads) })}
          {/* The space: words of two elements would join in Arabic, and be read out as one. */}{' '}
          <span class="version">{t('model.version', { version: now.info.version })}</span>
        </p>
      );
    case 'lost':
      return <p>{t('model.lost')}</p>;
    case 'failed':
      return <p>{errorWords(now.error).title}</p>;
    case 'removed':
      return <p>{t('model.deleted')}</p>;
    default:
      return unreachable(now);
  }
}

export function Progress({ label, download }: { readonly label: string; readonly download: Download }) {
  const { loaded, total, secondsLeft: left } = download;
  const so = { label, loaded: bytes(loaded), total: bytes(total) };
  return (
    <p class="progress-line">
      <label for="download-progress">
        {left !== null && loaded < total
          ? t('model.progressLeft', { ...so, time: secondsLeft(left) })
          : t('model.progress', so)}
      </label>
      <progress id="download-progress" value={loaded} max={Math.max(total, 1)} />
    </p>
  );
}

/** Trouble with the model, said at the top; its data sheet, storage and update, at the bottom. */

import type { ComponentChildren } from 'preact';
import type { ModelSnapshot } from '../state/model';
import { bytes, duration, exact, t } from '../words';
import { Progress } from './header';
import { Verbatim } from './verbatim';
import { deviceWords, errorWords, evaluationWords, selfTestWords } from './words';

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
          title: t('model.deletedHere'),
          advice: t('model.deletedAdvice'),
        };
  return (
    <section class="trouble" role="alert">
      <h2>{words.title}</h2>
      <p>{words.advice}</p>
      {now.phase === 'failed' && (
        <p class="detail" translate={false} lang="en" dir="ltr">
          {now.error.code}: {now.error.detail}
        </p>
      )}
      <button type="button" onClick={onRetry}>
        {now.phase === 'failed' ? t('card.tryAgain') : t('model.download')}
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
          <p>{t('model.offered', { version: model.offered.version, present: manifest.version })}</p>
          {model.updating ? (
            <Progress label={t('model.update')} download={model.updating} />
          ) : (
            <button type="button" onClick={onUpdate}>
              {t('model.update')}
            </button>
          )}
          {model.updateError && (
            <p>{t('model.updateFailed', { title: errorWords(model.updateError).title })}</p>
          )}
        </div>
      )}
      <details class="fold">
        <summary id="model-title">{t('model.title')}</summary>
        <dl>
          <Fact term={t('model.label')} verbatim>
            {manifest.id} {manifest.version}, {manifest.licence}
          </Fact>
          <Fact term={t('model.checkpoint')} verbatim>
            {manifest.checkpoint}
          </Fact>
          {info && (
            <>
              <Fact term={t('model.runsOn')}>
                {deviceWords(info.device, info.threads)} <Verbatim>({info.dtype})</Verbatim>
              </Fact>
              {fallback && (
                <Fact term={t('model.notOnWebgpu')} verbatim>
                  {fallback}
                </Fact>
              )}
              <Fact term={t('model.selfTest')}>{selfTestWords(info.selfTest)}</Fact>
              <Fact term={t('model.startedIn')}>{duration(info.loadMs)}</Fact>
            </>
          )}
          <Fact term={t('model.bandsFrom')}>{evaluationWords(manifest.verdict.evaluation)}</Fact>
          {Object.entries(manifest.metrics).map(([name, value]) => (
            <Fact key={name} term={name} verbatim>
              {exact(value)}
            </Fact>
          ))}
          <Fact term={t('model.stored')}>
            {model.stored
              ? model.bytes === null
                ? t('model.storedYes')
                : bytes(model.bytes)
              : t('model.storedNo')}
          </Fact>
        </dl>
        <button type="button" class="quiet" onClick={onRemove}>
          {t('model.delete')}
        </button>
      </details>
    </section>
  );
}

interface FactProps {
  readonly term: string;
  /** Written by whoever made the model, and not in the language of the page. */
  readonly verbatim?: boolean;
  readonly children: ComponentChildren;
}

function Fact({ term, verbatim = false, children }: FactProps) {
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{verbatim ? <Verbatim>{children}</Verbatim> : <bdi>{children}</bdi>}</dd>
    </div>
  );
}

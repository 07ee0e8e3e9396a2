/** What is kept of pictures on this device, and how to have nothing kept. */
import { useState } from 'preact/hooks';
import type { Keeper } from '../shelf/keeper';
import { t } from '../words';
import { keepingWords } from './batch-words';
import { useReadable } from './use-readable';

interface KeptProps {
  readonly keeper: Keeper;
}

/** Above the results; the slot is always there, so that changes are heard. */
export function KeepingNotice({ keeper }: KeptProps) {
  const words = keepingWords(useReadable(keeper));
  return (
    <div class="keeping" role="status" data-testid="keeping">
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Fold at the bottom. */
export function Kept({ keeper }: KeptProps) {
  const { mode } = useReadable(keeper);
  const [cleared, setCleared] = useState(false);
  const clear = async () => {
    await keeper.clearAll();
    setCleared(true);
  };
  return (
    <section class="kept">
      <details class="fold" data-testid="kept">
        <summary>{t('kept.title')}</summary>
        <div class="report-parts">
          <p>{mode === 'refused' ? t('kept.refused') : t('kept.what')}</p>
          {mode !== 'refused' && (
            <label class="kept-private">
              <input
                type="checkbox"
                checked={mode === 'private'}
                onChange={(event) => void keeper.setPrivate(event.currentTarget.checked)}
              />
              <span>
                {t('kept.private')} <span class="soft">{t('kept.privateWhat')}</span>
              </span>
            </label>
          )}
          <div class="actions">
            <button type="button" onClick={() => void clear()}>
              {t('kept.clear')}
            </button>
          </div>
          <p class="note">{t('kept.clearWhat')}</p>
          <p class="note" role="status">
            {cleared && t('kept.cleared')}
          </p>
        </div>
      </details>
    </section>
  );
}

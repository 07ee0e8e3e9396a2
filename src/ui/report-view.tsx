/** Reports to keep or hand on: of one picture with the reviewer's note, or of all. */

import { useState } from 'preact/hooks';
import type { Reporter, ReportForm } from '../report/reporter';
import type { Card } from '../state/card';
import type { Queue } from '../state/queue';
import { t, wordsOf } from '../words';

const FORM_WORDS = wordsOf<ReportForm>({ html: 'report.html', json: 'report.json', csv: 'report.csv' });

/** Longest note, characters: a page of text. */
export const MAX_NOTE_LENGTH = 4000;

interface SaveProps {
  readonly cards: readonly Card[];
  readonly reporter: Reporter;
  readonly forms: readonly ReportForm[];
}

/** Fold on a card. */
export function CardReport({
  card,
  queue,
  reporter,
}: {
  readonly card: Card;
  readonly queue: Queue;
  readonly reporter: Reporter;
}) {
  const id = `${card.id}-note`;
  return (
    <details class="fold report" data-testid="report">
      <summary>{t('report.fold')}</summary>
      <div class="report-parts">
        <label class="report-label" for={id}>
          {t('report.note')}
        </label>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          maxLength={MAX_NOTE_LENGTH}
          value={card.note}
          onInput={(event) => queue.note(card.id, event.currentTarget.value)}
        />
        <Save cards={[card]} reporter={reporter} forms={['html', 'json']} />
      </div>
    </details>
  );
}

/** Fold above all cards. */
export function AllReports({ cards, reporter }: Pick<SaveProps, 'cards' | 'reporter'>) {
  const settled = reporter.reportable(cards).length;
  const left = cards.length - settled;
  return (
    <details class="fold report" data-testid="report-all">
      <summary>{t('report.all')}</summary>
      <div class="report-parts">
        {left > 0 && <p class="note">{t('report.settled', { left: settled, count: cards.length })}</p>}
        <Save cards={cards} reporter={reporter} forms={['html', 'json', 'csv']} />
      </div>
    </details>
  );
}

function Save({ cards, reporter, forms }: SaveProps) {
  const [withoutPixels, setWithoutPixels] = useState(false);
  const [busy, setBusy] = useState(false);
  /** Worded when it is shown: the language may have changed since. */
  const [told, setTold] = useState<() => string>(() => () => '');
  const ready = reporter.reportable(cards).length > 0;
  const save = async (form: ReportForm) => {
    if (busy || !ready) return;
    setBusy(true);
    setTold(() => () => t('report.making'));
    const result = await reporter.save(cards, form, !withoutPixels);
    setBusy(false);
    setTold(
      () => () =>
        result.ok
          ? t('report.saved', { name: result.value })
          : t('report.failed', { detail: result.error.detail }),
    );
  };
  return (
    <>
      <label class="report-check">
        <input
          type="checkbox"
          checked={withoutPixels}
          onChange={(event) => setWithoutPixels(event.currentTarget.checked)}
        />
        <span>
          {t('report.withoutPixels')}{' '}
          <span class="soft">{t('report.withoutPixelsWhat', { count: cards.length })}</span>
        </span>
      </label>
      <div class="actions">
        {forms.map((form) => (
          // Not disabled while it works: the focus would be lost.
          <button key={form} type="button" aria-disabled={busy || !ready} onClick={() => void save(form)}>
            {FORM_WORDS[form]}
          </button>
        ))}
      </div>
      <p class="note" role="status">
        {told()}
      </p>
    </>
  );
}

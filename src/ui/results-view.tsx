/** All pictures, as cards or as a table, and what can be done with all of them. */
import { useRef, useState } from 'preact/hooks';
import type { Reporter } from '../report/reporter';
import { type Card, isOpen } from '../state/card';
import type { Queue } from '../state/queue';
import { t } from '../words';
import { BatchView } from './batch-view';
import { LAYOUT_WORDS } from './batch-words';
import { CardSlot } from './card-view';
import { AllReports } from './report-view';
import { RunBar } from './run-bar';

/** From so many pictures on the table is the better view: cards would fill ten screens. */
export const TABLE_FROM = 8;
/** More cards than this at once make the page slow. */
const MOST_CARDS = 24;

const LAYOUTS = ['cards', 'table'] as const;
type Layout = (typeof LAYOUTS)[number];

interface ResultsProps {
  readonly cards: readonly Card[];
  readonly modelReady: boolean;
  readonly queue: Queue;
  readonly reporter: Reporter;
  /** Takes all pictures off the page, and from the device what is kept of them. */
  readonly onClear: () => void;
}

export function Results({ cards, modelReady, queue, reporter, onClear }: ResultsProps) {
  const [wish, setWish] = useState<Layout | null>(null);
  const waiting = cards.filter(isOpen).length;
  const waitsForModel = (card: Card) => card.phase === 'queued' && !modelReady;
  // A table stays one when pictures are removed from it, until there is nothing to tabulate.
  const wasMany = useRef(false);
  wasMany.current = cards.length >= TABLE_FROM || (wasMany.current && cards.length > 1);
  const layout: Layout =
    cards.length > MOST_CARDS ? 'table' : (wish ?? (wasMany.current ? 'table' : 'cards'));
  const tabled = layout === 'table' && cards.length > 1;
  const report = cards.length > 1 && <AllReports cards={cards} reporter={reporter} />;
  return (
    <section id="results" class="results" aria-label={t('page.results')} tabIndex={-1}>
      {cards.length > 1 && (
        <div class="results-bar">
          {/* The table has its own line of counts. */}
          {!tabled && (
            <p>
              {waiting > 0
                ? t('page.picturesLeft', { count: cards.length, left: waiting })
                : t('page.pictures', { count: cards.length })}
            </p>
          )}
          {cards.length <= MOST_CARDS && <LayoutChoice layout={layout} onLayout={setWish} />}
          <button type="button" class="quiet" onClick={onClear}>
            {t('page.removeAll')}
          </button>
        </div>
      )}
      <RunBar cards={cards} queue={queue} />
      {!tabled && report}
      {tabled ? (
        <BatchView
          cards={cards}
          waitsForModel={waitsForModel}
          queue={queue}
          reporter={reporter}
          report={report}
        />
      ) : (
        cards.map((card) => (
          <CardSlot
            key={card.id}
            card={card}
            waitsForModel={waitsForModel(card)}
            queue={queue}
            reporter={reporter}
          />
        ))
      )}
    </section>
  );
}

function LayoutChoice({
  layout,
  onLayout,
}: {
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}) {
  return (
    <fieldset class="layouts">
      <legend class="visually-hidden">{t('layout.legend')}</legend>
      {LAYOUTS.map((one) => (
        <label key={one}>
          <input type="radio" name="layout" checked={one === layout} onChange={() => onLayout(one)} />
          <span>{LAYOUT_WORDS[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Many pictures: counts, filters and table, or one of them under review. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { type Kinships, kinships } from '../batch/groups';
import { type Filter, isFiltering, listed, NO_FILTER, type Sort, tally } from '../batch/listing';
import type { Reporter } from '../report/reporter';
import type { Card } from '../state/card';
import type { Queue } from '../state/queue';
import { t } from '../words';
import { tallyWords } from './batch-words';
import { CardSlot } from './card-view';
import { FilterBar } from './filter-bar';
import { PictureTable } from './picture-table';
import { Review } from './review';

interface BatchViewProps {
  readonly cards: readonly Card[];
  readonly waitsForModel: (card: Card) => boolean;
  readonly queue: Queue;
  readonly reporter: Reporter;
  /** Fold about all pictures; not shown beside a single one. */
  readonly report: ComponentChildren;
}

/** What is under review: the order is that of the table when it was left, whatever is checked or settled meanwhile. */
interface Opened {
  readonly id: string;
  readonly order: readonly string[];
  readonly note: boolean;
}

export function BatchView({ cards, waitsForModel, queue, reporter, report }: BatchViewProps) {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [sort, setSort] = useState<Sort>({ key: 'arrival', descending: false });
  const [cursor, setCursor] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [returned, setReturned] = useState(false);
  const kin = useKinships(cards);
  const rows = useMemo(() => listed(cards, kin, filter, sort), [cards, kin, filter, sort]);
  const check = useCallback((id: string, checked: boolean) => queue.check(id, checked), [queue]);
  const order = useMemo(() => rows.map(({ card }) => card.id), [rows]);
  const open = (id: string, note: boolean) => {
    setOpened({ id, order, note });
    setCursor(id);
  };
  const at = opened ? opened.order.indexOf(opened.id) : -1;
  const shown = opened && cards.find(({ id }) => id === opened.id);
  if (opened && shown) {
    const here = new Set(cards.map(({ id }) => id));
    const left = opened.order.filter((id) => here.has(id));
    const go = (id: string) => {
      setOpened({ ...opened, id, order: opened.order.includes(id) ? opened.order : [...opened.order, id] });
      setCursor(id);
    };
    return (
      <Review
        card={shown}
        at={left.indexOf(shown.id)}
        of={left.length}
        kin={kin.get(shown.id) ?? null}
        nameOf={(id) => cards.find((card) => card.id === id)?.name ?? ''}
        queue={queue}
        note={opened.note}
        onStep={(by) => {
          const next = left[left.indexOf(shown.id) + by];
          if (next) go(next);
        }}
        onJump={go}
        onBack={() => {
          setOpened(null);
          setReturned(true);
        }}
      >
        <CardSlot
          key={shown.id}
          card={shown}
          waitsForModel={waitsForModel(shown)}
          queue={queue}
          reporter={reporter}
        />
      </Review>
    );
  }
  if (opened) {
    // Removed under review: the next one comes up, or the table.
    const here = new Set(cards.map(({ id }) => id));
    const next =
      opened.order.slice(at).find((id) => here.has(id)) ?? opened.order.findLast((id) => here.has(id));
    setOpened(next ? { ...opened, id: next, note: false } : null);
    setReturned(true);
    return null;
  }
  return (
    <>
      <ul class="tally" data-testid="tally">
        {[t('page.pictures', { count: cards.length }), ...tallyWords(tally(cards))].map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <div class="folds">
        {report}
        <FilterBar filter={filter} onFilter={setFilter} sort={sort} onSort={setSort} />
      </div>
      <div class="shown-line">
        <p role="status">
          {rows.length < cards.length && t('filter.shown', { left: rows.length, count: cards.length })}
        </p>
        {isFiltering(filter) && (
          <button type="button" class="quiet" onClick={() => setFilter(NO_FILTER)}>
            {t('table.showAll')}
          </button>
        )}
        <p class="keys">{t('table.keys')}</p>
      </div>
      {rows.length === 0 ? (
        <p class="pending">{t('table.nothing')}</p>
      ) : (
        <PictureTable
          rows={rows}
          cursor={cursor}
          onCursor={setCursor}
          onOpen={open}
          onCheck={check}
          sort={sort}
          onSort={setSort}
          takesFocus={returned}
        />
      )}
    </>
  );
}

/** Compared anew only when a picture came, went or was hashed, not at every token of one of them. */
function useKinships(cards: readonly Card[]): Kinships {
  const key = cards.map(({ id, sha256, small }) => `${id} ${sha256} ${small?.likeness}`).join('\n');
  return useMemo(
    () => kinships(cards.map(({ id, sha256, small }) => ({ id, sha256, likeness: small?.likeness ?? null }))),
    [key],
  );
}

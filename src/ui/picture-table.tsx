/**
 * Many pictures, one a row. Only rows in view and some around stand in the document (src/batch/window.ts). One row at a
 * time is reached by Tab; within the table arrows move.
 */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Row, Sort, SortKey } from '../batch/listing';
import { scrollToRow } from '../batch/window';
import { t } from '../words';
import { COLUMN_WORDS, type Column } from './batch-words';
import { TableRow } from './table-row';
import { useSpan } from './use-span';

interface PictureTableProps {
  readonly rows: readonly Row[];
  /** Id of the picture that keys act on. */
  readonly cursor: string | null;
  readonly onCursor: (id: string) => void;
  /** `note`: to write about it. */
  readonly onOpen: (id: string, note: boolean) => void;
  readonly onCheck: (id: string, checked: boolean) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** The row under the cursor takes the focus when the table appears. */
  readonly takesFocus: boolean;
}

/** Room that the sticky head takes, and a little, px. */
const HEAD_ROOM = 64;

/** Rows are grids, for the phone's sake; older browsers forget by that what they are. */
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
} as const;

const COLUMNS: readonly { readonly key: Column; readonly sort: SortKey | null }[] = [
  { key: 'picture', sort: null },
  { key: 'name', sort: 'name' },
  { key: 'verdict', sort: 'verdict' },
  { key: 'origin', sort: 'origin' },
  { key: 'flags', sort: 'flags' },
  { key: 'checked', sort: 'checked' },
];

export function PictureTable(props: PictureTableProps) {
  const { rows, cursor, onCursor, onOpen, onCheck, sort, onSort, takesFocus } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useRef<HTMLTableElement>(null);
  /** Row that shall have the focus once it stands in the document. */
  const wanted = useRef<string | null>(takesFocus ? cursor : null);
  const hadFocus = useRef(false);
  const { span, rowHeight } = useSpan(body, rows.length);
  const at = Math.max(
    0,
    rows.findIndex(({ card }) => card.id === cursor),
  );
  const inSpan = at >= span.from && at < span.to;
  const reached = rows[inSpan ? at : Math.floor((span.from + span.to) / 2)]?.card.id;

  const bringIntoView = (index: number) => {
    const above = -(body.current?.getBoundingClientRect().top ?? 0);
    const by = scrollToRow(index, rowHeight, above, innerHeight, HEAD_ROOM);
    if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
  };
  useLayoutEffect(() => {
    if (wanted.current !== null && at < rows.length) bringIntoView(at);
  }, []);
  useLayoutEffect(() => {
    const target = wanted.current && findRow(body.current, wanted.current);
    if (target) {
      target.focus({ preventScroll: true });
      wanted.current = null;
    } else if (hadFocus.current && document.activeElement === document.body) {
      // Its row was scrolled out of the document; keys go on from the cursor.
      table.current?.focus({ preventScroll: true });
    }
  });

  const move = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!next) return;
    wanted.current = next.card.id;
    bringIntoView(Math.min(Math.max(index, 0), rows.length - 1));
    onCursor(next.card.id);
    findRow(body.current, next.card.id)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = rows[at];
    if (!here || !act(event.key, here)) return;
    event.preventDefault();
  };
  const act = (key: string, { card }: Row): boolean => {
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'ArrowDown':
      case 'j':
        move(document.activeElement === table.current && !inSpan ? at : at + 1);
        return true;
      case 'ArrowUp':
      case 'k':
        move(at - 1);
        return true;
      case 'Home':
        move(0);
        return true;
      case 'End':
        move(rows.length - 1);
        return true;
      case 'c':
        onCheck(card.id, !card.checked);
        return true;
      case 'n':
        onOpen(card.id, true);
        return true;
      default:
        return false;
    }
  };

  return (
    <table
      ref={table}
      class="pictures"
      {...ROLES.table}
      aria-rowcount={rows.length + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={(event) => {
        // Without a new target the row went away under the focus.
        if (event.relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <caption class="visually-hidden">
        {t('table.caption')}. {t('table.keys')}
      </caption>
      <thead {...ROLES.group}>
        <tr {...ROLES.row} aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <Head key={column.key} column={column} now={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody
        {...ROLES.group}
        ref={body}
        // Stands for the rows that are not in the document.
        style={{
          paddingTop: `${span.from * rowHeight}px`,
          paddingBottom: `${(rows.length - span.to) * rowHeight}px`,
        }}
      >
        {rows.slice(span.from, span.to).map((row, index) => (
          <Slot
            key={row.card.id}
            row={row}
            index={span.from + index}
            here={row.card.id === cursor}
            reached={row.card.id === reached}
            onCursor={onCursor}
            onOpen={onOpen}
            onCheck={onCheck}
          />
        ))}
      </tbody>
    </table>
  );
}

const findRow = (body: HTMLElement | null, id: string) =>
  body?.querySelector<HTMLElement>(`[data-row="${id}"] .row-open`) ?? null;

type SlotProps = Parameters<typeof TableRow>[0];

/** Keeps a row while nothing about its picture changed. */
function Slot(props: SlotProps) {
  const { row, index, here, reached, onCursor, onOpen, onCheck } = props;
  return useMemo(
    () => <TableRow {...props} />,
    [row.card, row.kin, index, here, reached, onCursor, onOpen, onCheck],
  );
}

interface HeadProps {
  readonly column: (typeof COLUMNS)[number];
  readonly now: Sort;
  readonly onSort: (sort: Sort) => void;
}

function Head({ column, now, onSort }: HeadProps) {
  const { key, sort } = column;
  const words = COLUMN_WORDS[key];
  const sorted = sort !== null && now.key === sort;
  return (
    <th
      scope="col"
      {...ROLES.head}
      class={`col-${key}`}
      {...(sorted ? { 'aria-sort': now.descending ? ('descending' as const) : ('ascending' as const) } : {})}
    >
      {sort === null ? (
        <span class="visually-hidden">{words}</span>
      ) : (
        <button
          type="button"
          class="head-sort"
          onClick={() => onSort({ key: sort, descending: sorted && !now.descending })}
        >
          {words}
          <span class="head-arrow" aria-hidden="true">
            {sorted ? (now.descending ? '▼' : '▲') : ''}
          </span>
        </button>
      )}
    </th>
  );
}

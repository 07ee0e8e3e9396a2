/** One picture in the table. */
import type { Row, Standing } from '../batch/listing';
import { fixed, t } from '../words';
import { FLAG_WORDS, ORIGIN_SHORT, STANDING_WORDS } from './batch-words';
import { Unbroken } from './unbroken';
import { BAND_WORDS, errorWords } from './words';

interface TableRowProps {
  readonly row: Row;
  /** From 0, in the whole table. */
  readonly index: number;
  /** The cursor is here. */
  readonly here: boolean;
  /** Tab leads here. */
  readonly reached: boolean;
  readonly onCursor: (id: string) => void;
  readonly onOpen: (id: string, note: boolean) => void;
  readonly onCheck: (id: string, checked: boolean) => void;
}

/** See picture-table.tsx. */
const ROLES = { row: { role: 'row' }, head: { role: 'rowheader' }, cell: { role: 'cell' } } as const;

export function TableRow({ row, index, here, reached, onCursor, onOpen, onCheck }: TableRowProps) {
  const { card, standing, origin, flags, kin } = row;
  const tabIndex = reached ? 0 : -1;
  return (
    <tr
      {...ROLES.row}
      class={here ? 'row row-here' : 'row'}
      data-row={card.id}
      data-phase={card.phase}
      aria-rowindex={index + 2}
      onFocusIn={() => onCursor(card.id)}
    >
      <td {...ROLES.cell} class="col-picture">
        {card.small ? (
          <img
            src={card.small.url}
            alt=""
            decoding="async"
            width={card.small.width}
            height={card.small.height}
          />
        ) : (
          <span class="row-blank" />
        )}
      </td>
      <th {...ROLES.head} scope="row" class="col-name">
        <button
          type="button"
          class="row-open"
          tabIndex={tabIndex}
          aria-label={t('table.open', { name: card.name })}
          title={card.name}
          onClick={() => onOpen(card.id, false)}
        >
          <bdi>{card.name}</bdi>
        </button>
        {card.folder && (
          <span class="row-folder" title={card.folder}>
            <bdi>{card.folder}</bdi>
          </span>
        )}
      </th>
      <td {...ROLES.cell} class="col-verdict">
        <StandingView standing={standing} row={row} />
      </td>
      <td {...ROLES.cell} class="col-origin">
        {origin && <span class="row-origin">{ORIGIN_SHORT[origin]}</span>}
      </td>
      <td {...ROLES.cell} class="col-flags">
        {flags.length > 0 && (
          <ul class="flags">
            {flags.map((flag) => (
              <li key={flag} data-flag={flag}>
                {FLAG_WORDS[flag]}
                {kin && (flag === 'same-file' || flag === 'near-same') && (
                  <span class="flag-group" title={t('table.group', { n: String(kin.group) })}>
                    {` #${kin.group}`}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td {...ROLES.cell} class="col-checked">
        <label class="row-check">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={card.checked}
            aria-label={t('table.check', { name: card.name })}
            onChange={(event) => onCheck(card.id, event.currentTarget.checked)}
          />
        </label>
      </td>
    </tr>
  );
}

function StandingView({ standing, row }: { readonly standing: Standing; readonly row: Row }) {
  if (standing.kind !== 'verdict') {
    const { error } = row.card;
    return (
      <span class="row-open-standing">
        {standing.kind === 'failed' && error ? errorWords(error).title : STANDING_WORDS[standing.kind]}
      </span>
    );
  }
  const { band, score, setAside } = standing;
  return (
    <>
      <span class="row-band" data-band={band}>
        <Unbroken>{BAND_WORDS[band]}</Unbroken>
      </span>
      <span class="row-score">
        {setAside ? t('standing.setAside') : t('standing.score', { n: fixed(score, 2) })}
      </span>
    </>
  );
}

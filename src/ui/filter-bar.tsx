/** Which pictures of the table are shown, and in which order. */
import { useState } from 'preact/hooks';
import {
  BAND_FILTERS,
  CHECK_FILTERS,
  type Filter,
  FLAG_FILTERS,
  ORIGIN_FILTERS,
  SORT_KEYS,
  type Sort,
} from '../batch/listing';
import { t } from '../words';
import {
  BAND_FILTER_WORDS,
  CHECK_FILTER_WORDS,
  FLAG_FILTER_WORDS,
  ORIGIN_FILTER_WORDS,
  SORT_WORDS,
} from './batch-words';

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Where the fields leave room for the table below them. */
const ROOMY = '(min-width: 44rem) and (min-height: 60rem)';

export function FilterBar({ filter, onFilter, sort, onSort }: FilterBarProps) {
  const [open] = useState(() => matchMedia(ROOMY).matches);
  return (
    <details class="fold filters" open={open} data-testid="filters">
      <summary>{t('filter.legend')}</summary>
      <div class="filter-fields">
        <label class="filter-text">
          <span>{t('filter.text')}</span>
          <input
            type="search"
            autocomplete="off"
            dir="auto"
            value={filter.text}
            onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          />
        </label>
        <Choice
          label={t('table.verdict')}
          options={BAND_FILTERS}
          words={BAND_FILTER_WORDS}
          value={filter.band}
          onValue={(band) => onFilter({ ...filter, band })}
        />
        <Choice
          label={t('table.origin')}
          options={ORIGIN_FILTERS}
          words={ORIGIN_FILTER_WORDS}
          value={filter.origin}
          onValue={(origin) => onFilter({ ...filter, origin })}
        />
        <Choice
          label={t('table.flags')}
          options={FLAG_FILTERS}
          words={FLAG_FILTER_WORDS}
          value={filter.flag}
          onValue={(flag) => onFilter({ ...filter, flag })}
        />
        <Choice
          label={t('table.checked')}
          options={CHECK_FILTERS}
          words={CHECK_FILTER_WORDS}
          value={filter.check}
          onValue={(check) => onFilter({ ...filter, check })}
        />
        <Choice
          label={t('filter.sort')}
          options={SORT_KEYS}
          words={SORT_WORDS}
          value={sort.key}
          onValue={(key) => onSort({ ...sort, key })}
        />
        <label class="filter-check">
          <input
            type="checkbox"
            checked={sort.descending}
            onChange={(event) => onSort({ ...sort, descending: event.currentTarget.checked })}
          />
          <span>{t('filter.descending')}</span>
        </label>
      </div>
    </details>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onValue: (value: T) => void;
}

function Choice<T extends string>({ label, options, words, value, onValue }: ChoiceProps<T>) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.currentTarget.value);
          if (chosen) onValue(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

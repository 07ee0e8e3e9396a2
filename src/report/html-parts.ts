/** The few pieces of HTML the report is made of. Terms and titles are ours; values are escaped here. Pure. */
import { LANGUAGE_FACTS, language } from '../words';
import { escapeHtml } from './text';

/** Term and value; a value that is null or empty leaves the row out. */
export type Row = readonly [
  term: string,
  value: string | number | null | undefined,
  /** The value is not in the report's language: a name, a digest, what a file or a person wrote. */
  verbatim?: 'verbatim',
];

/**
 * One of our own values. What begins with a Latin name would else be set from the left in a language read from the right,
 * and its parts change places; plain numbers are left to themselves.
 */
function ours(text: string): string {
  const turned = LANGUAGE_FACTS[language()].dir === 'rtl' && /\p{Script=Arabic}/u.test(text);
  return `<bdi${turned ? ' dir="rtl"' : ''}>${escapeHtml(text)}</bdi>`;
}

/** Escaped; a hyphen in a word does not end a line, as on the page (src/ui/unbroken.tsx). */
export function unbroken(text: string): string {
  return escapeHtml(text).replace(/\S+-\S+/g, '<span class="unbroken">$&</span>');
}

/** A list of terms with their values, escaped. */
export function rows(list: readonly Row[]): string {
  const shown = list.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `<dl>${shown
    .map(
      ([term, value, verbatim]) =>
        `<div><dt>${escapeHtml(term)}</dt><dd>${
          verbatim ? `<bdi translate="no">${escapeHtml(String(value))}</bdi>` : ours(String(value))
        }</dd></div>`,
    )
    .join('')}</dl>`;
}

/** `content` is HTML. */
export function section(title: string, content: string): string {
  return `<section><h3>${escapeHtml(title)}</h3>${content}</section>`;
}

export function note(text: string): string {
  return `<p class="soft">${escapeHtml(text)}</p>`;
}

/** A table of texts; the first cell of a row is its head. */
export function table(
  caption: string,
  head: readonly string[],
  body: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) => (i === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : `<td>${ours(text)}</td>`))
      .join('');
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head
    .map((text) => `<th scope="col">${escapeHtml(text)}</th>`)
    .join('')}</tr></thead><tbody>${body.map((cells) => `<tr>${line(cells)}</tr>`).join('')}</tbody></table>`;
}

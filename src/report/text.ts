/** Text from files and people, made harmless for HTML, for tables and for names of files. Pure. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control and format characters, among them those that turn the direction of writing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Line break, tab, and the joiners that emoji and several scripts need. */
const WANTED: ReadonlySet<string> = new Set(['\n', '\t', '\u200c', '\u200d']);

/** Characters nobody sees, made visible as ⟨U+202E⟩: a name must not read as another one. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(INVISIBLE, (char) => {
    if (WANTED.has(char)) return char;
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}

/** For element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** Spreadsheets take a cell that begins so for a formula, leading blanks or not. */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

/** One text cell of a table: no formula, no hidden characters. */
export function csvText(text: string): string {
  const shown = visible(text);
  return csvCell(FORMULA.test(text) || FORMULA.test(shown) ? `'${shown}` : shown);
}

/** Quoted as RFC 4180 has it. */
export function csvCell(text: string): string {
  return /[",\n\r;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Longest stem taken over into a report's name, characters: file systems stop at 255 bytes. */
const STEM_CHARS = 60;

/** Name of the report on a file: letters, digits, dot, dash and underline of the file's own name. */
export function reportName(fileName: string, extension: string): string {
  const stem = fileName
    .replace(/\.[^./\\]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, STEM_CHARS);
  return `fake-hr1-${stem || 'picture'}.${extension}`;
}

/**
 * The pseudo-language: English in full-width letters. Whatever has plain letters on a page that speaks it did not come
 * from the catalogue, and is either marked as not ours (`translate="no"`) or hard-coded.
 */
import { parse } from '../../scripts/lib/locales.mjs';
import { type Catalogue, speak } from '../../src/words';
import { en } from '../../src/words/en';

interface Node {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

/** U+0021..U+007E have full-width twins this much higher. */
const WIDER = 0xfee0;
const wide = (text: string) =>
  text.replace(/[A-Za-z]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + WIDER));

/** A message with every letter of its text widened, placeholders left as they are. */
function widened(tree: readonly Node[]): string {
  return tree
    .map(({ type, value, options }) => {
      const branches = () =>
        Object.entries(options ?? {})
          .map(([name, branch]) => `${name} {${widened(branch.value)}}`)
          .join(' ');
      switch (type) {
        case 0:
          return wide(value);
        case 1:
          return `{${value}}`;
        case 2:
          return `{${value}, number}`;
        case 5:
          return `{${value}, select, ${branches()}}`;
        case 6:
          return `{${value}, plural, ${branches()}}`;
        case 7:
          return '#';
        default:
          throw new Error(`no pseudo-language for a node of kind ${type}`);
      }
    })
    .join('');
}

export const pseudo = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key, widened(parse(text) as readonly Node[])]),
) as Catalogue;

/** Speaks it, as if it were Arabic, so that months have no plain letters. */
export const speakPseudo = (): void => speak('ar', pseudo);

/** Names that are the same in every language, put into messages as they are. */
const NAMES = /\b(JPEG|PNG|WebP|GIF|AVIF|BMP|TIFF|HEIC|SVG|UTC|WebAssembly|WebGPU)\b/g;

const READ_OUT = [
  'aria-label',
  'aria-roledescription',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
];

/** What an element says or shows in plain letters; empty where all of it comes from the catalogue or is marked as not ours. */
export function plainLetters(root: Element, known: readonly string[] = []): string[] {
  const found: string[] = [];
  const look = (where: string, text: string | null) => {
    let left = (text ?? '').replace(NAMES, '');
    for (const one of known) left = left.replaceAll(one, '');
    if (/[A-Za-z]/.test(left)) found.push(`${where}: ${text?.trim()}`);
  };
  const visit = (element: Element) => {
    if (element.getAttribute('translate') === 'no' || ['STYLE', 'SCRIPT'].includes(element.tagName)) return;
    const where = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    for (const name of READ_OUT) look(`${where}[${name}]`, element.getAttribute(name));
    for (const node of element.childNodes) {
      if (node.nodeType === 3) look(where, node.textContent);
      if (node.nodeType === 1) visit(node as Element);
    }
  };
  visit(root);
  return found;
}

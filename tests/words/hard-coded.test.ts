/** No component has words in its markup: every state of the page, also one that no other test visits, takes them from the catalogue. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ROOT, sources } from '../imports';

interface Tree {
  readonly type?: string;
  readonly [name: string]: unknown;
}
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Attributes that are shown or read out, or handed to a component of ours that shows them. */
const SAID =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|legend|term|caption|summary|heading|hint)$/;
const LETTERS = /\p{L}{2,}/u;

/** Texts that an expression can come to. What is called with is left alone: keys of `t`, names of classes. */
function texts(node: unknown): string[] {
  if (!isTree(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [
        ...(node.quasis as Tree[]).map(({ value }) => (value as { cooked: string }).cooked),
        ...(node.expressions as Tree[]).flatMap(texts),
      ];
    case 'ConditionalExpression':
      return [...texts(node.consequent), ...texts(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.type === 'LogicalExpression' || node.operator === '+'
        ? [...texts(node.left), ...texts(node.right)]
        : [];
    case 'ArrayExpression':
      return (node.elements as unknown[]).flatMap(texts);
    case 'ParenthesizedExpression':
    case 'JSXExpressionContainer':
      return texts(node.expression);
    default:
      return [];
  }
}

const nameOf = (attribute: Tree) => {
  const { name, namespace } = attribute.name as { name: unknown; namespace?: { name: string } };
  return namespace ? `${namespace.name}:${(name as { name: string }).name}` : String(name);
};

/** Words in the markup of a component. What stands inside of `translate={false}` is not ours. */
function wordsIn(name: string, source: string): string[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed`);
  const found: string[] = [];
  const look = (list: readonly string[]) =>
    found.push(...list.filter((text) => LETTERS.test(text)).map((text) => text.trim()));
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (!isTree(node) || Array.isArray(node)) return;
    if (node.type === 'JSXElement') {
      const attributes = (node.openingElement as { attributes: Tree[] }).attributes;
      if (attributes.some((one) => one.type === 'JSXAttribute' && nameOf(one) === 'translate')) return;
      for (const one of attributes)
        if (one.type === 'JSXAttribute' && SAID.test(nameOf(one))) look(texts(one.value));
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Tree[])
        look(child.type === 'JSXText' ? [String(child.value)] : texts(child));
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') visit(value);
  };
  visit(program.body);
  return found;
}

describe('the reader of markup', () => {
  it.each([
    ['<p>Hello there</p>', ['Hello there']],
    ['<p aria-label="Hello" />', ['Hello']],
    ['<Row term="Name">{value}</Row>', ['Name']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text, not a template of this file
    ["<p>{on ? 'Hide' : `Show ${all}`} it</p>", ['Hide', 'Show', 'it']],
    ["<p>{on && 'Gone'}</p>", ['Gone']],
    ["<p class={on ? 'here' : 'there'} data-x=\"some\">{t('a.key')}</p>", []],
    ['<p translate={false}>Fake-HR1</p>', []],
    ["<p>{a === 'done' ? b : c} · {n} ×</p>", []],
  ])('%s', (markup, expected) => {
    expect(wordsIn('x.tsx', `const x = ${markup};`)).toEqual(expected);
  });
});

describe.each(sources('src').filter((file) => file.endsWith('.tsx')))('%s', (file) => {
  it('takes its words from the catalogue', () => {
    expect(wordsIn(file, readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
  });
});

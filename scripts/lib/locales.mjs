/**
 * What is wrong with a catalogue: missing and unknown keys, messages that are no ICU messages, other placeholders than the
 * English ones, plural forms that the language needs and has not, keys that no source file uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import { parseSync } from 'vite';

/** Kinds of nodes in a message (@formatjs/icu-messageformat-parser). */
const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;
const SELECT = 5;
const PLURAL = 6;

/** Tree of a message; throws where it is none. */
export const parse = (text) => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();

/** Every node, branches included. */
export function* nodes(tree) {
  for (const node of tree) {
    yield node;
    for (const { value } of Object.values(node.options ?? {})) yield* nodes(value);
  }
}

/** The arguments of a message with what each of them is: "count number", "name text". */
export function placeholders(text) {
  const found = new Set();
  for (const { type, value } of nodes(parse(text))) {
    if (type === ARGUMENT || type === SELECT) found.add(`${value} text`);
    if (type === NUMBER || type === PLURAL) found.add(`${value} number`);
  }
  return [...found].sort();
}

/** Branches of selections that the English message has. */
function choices(text) {
  const found = new Set();
  for (const { type, value, options } of nodes(parse(text)))
    if (type === SELECT) for (const name of Object.keys(options)) found.add(`${value} ${name}`);
  return [...found].sort();
}

/** Plural forms for whole numbers that a message should tell apart and does not. */
function lostPlurals(text, locale) {
  const wanted = new Set();
  const rules = new Intl.PluralRules(locale);
  // Two hundred whole numbers meet every form of every language here.
  for (let n = 0; n < 200; n++) wanted.add(rules.select(n));
  const lost = [];
  for (const { type, value, options } of nodes(parse(text)))
    if (type === PLURAL)
      for (const form of wanted) if (!options[form]) lost.push(`${value} has no form "${form}"`);
  return lost;
}

/** Text that a person reads, without placeholders. */
export function literals(text) {
  return [...nodes(parse(text))]
    .filter(({ type }) => type === LITERAL)
    .map(({ value }) => value)
    .join(' ');
}

/** Complaints about one language, a line each. Texts may be equal to the English ones: names of standards are. */
export function complaints(english, other, locale) {
  const found = [];
  for (const key of Object.keys(english)) {
    const text = other[key];
    if (text === undefined) {
      found.push(`${key}: missing`);
      continue;
    }
    // What is empty in English is for the other languages to say.
    if (text.trim() === '' && english[key].trim() !== '') found.push(`${key}: empty`);
    try {
      const [own, theirs] = [placeholders(text), placeholders(english[key])];
      if (own.join() !== theirs.join()) found.push(`${key}: has ${own.join(', ')}, not ${theirs.join(', ')}`);
      if (choices(text).join() !== choices(english[key]).join()) found.push(`${key}: other choices`);
      for (const lost of lostPlurals(text, locale)) found.push(`${key}: ${lost}`);
    } catch (error) {
      found.push(`${key}: ${error.message}`);
    }
  }
  for (const key of Object.keys(other)) if (!(key in english)) found.push(`${key}: unknown`);
  return found;
}

/** Patterns of the keys that a folder's sources use: whole strings, and templates with anything in their gaps. */
function usedKeys(folder) {
  const patterns = [];
  const visit = (node) => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'Literal' && typeof node.value === 'string') patterns.push(node.value);
    if (node.type === 'TemplateLiteral' && node.expressions.length > 0)
      patterns.push(
        new RegExp(
          `^${node.quasis.map(({ value }) => value.cooked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`,
        ),
      );
    for (const [name, value] of Object.entries(node)) if (name !== 'parent') visit(value);
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name) || /^words\/[a-z]{2}\//.test(name)) continue;
    const { program, errors } = parseSync(name, readFileSync(join(folder, name), 'utf8'));
    if (errors.length > 0) throw new Error(`${name} cannot be parsed`);
    visit(program.body);
  }
  return patterns;
}

/** Keys that no source under `folder` uses. Catalogues do not count as sources. */
export function unusedKeys(english, folder) {
  const patterns = usedKeys(folder);
  const whole = new Set(patterns.filter((one) => typeof one === 'string'));
  // A template that is all gap would fit everything.
  const gaps = patterns.filter((one) => one instanceof RegExp && /[a-z]{3}\\?\./.test(one.source));
  return Object.keys(english).filter((key) => !whole.has(key) && !gaps.some((gap) => gap.test(key)));
}

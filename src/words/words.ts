/**
 * The present language and its words. The only place that knows which language is spoken; everything that is worded
 * asks here at the moment of wording, and components that did are rendered again when the language changes.
 */
import { signal } from '@preact/signals-core';
import IntlMessageFormat from 'intl-messageformat';
import type { ArgsOf, HasArgs } from './args';
import { type Catalogue, ENGLISH, loadCatalogue, type MessageKey } from './catalogue';
import type { en } from './en';
import { LANGUAGE_FACTS, type Language } from './languages';

interface Spoken {
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** Messages read so far: reading one costs more than writing it. */
  readonly read: Map<MessageKey, IntlMessageFormat>;
}

const spoken = signal<Spoken>({ language: 'en', catalogue: ENGLISH, read: new Map() });

/** The language spoken now. */
export const language = (): Language => spoken.value.language;

/** Its locale, for Intl. */
export const locale = (): string => LANGUAGE_FACTS[language()].locale;

/** Speaks from a catalogue that is there already. */
export function speak(language: Language, catalogue: Catalogue): void {
  spoken.value = { language, catalogue, read: new Map() };
}

/** The latest wish: a catalogue that comes later than a newer wish's is nobody's. */
let wished: Language = 'en';

/** Loads a language and speaks it. Rejects where it cannot be loaded; the former one is then spoken on. */
export async function switchLanguage(language: Language): Promise<void> {
  wished = language;
  const catalogue = await loadCatalogue(language);
  if (wished === language) speak(language, catalogue);
}

type Text<K extends MessageKey> = (typeof en)[K];

/** The message in the present language; its arguments are typed by the English one. */
export function t<K extends MessageKey>(
  key: K,
  ...[args]: HasArgs<Text<K>> extends true ? [args: ArgsOf<Text<K>>] : []
): string {
  const { language, catalogue, read } = spoken.value;
  let message = read.get(key);
  if (!message) {
    message = new IntlMessageFormat(catalogue[key], LANGUAGE_FACTS[language].locale, undefined, {
      ignoreTag: true,
    });
    read.set(key, message);
  }
  return String(message.format(args));
}

/** Keys of messages that take no arguments. */
export type PlainKey = { [K in MessageKey]: HasArgs<Text<K>> extends true ? never : K }[MessageKey];

/** A closed list of words: looks like a record of texts, and each is read in the language of the moment. */
export function wordsOf<N extends string>(keys: Readonly<Record<N, PlainKey>>): Readonly<Record<N, string>> {
  // Without a prototype: names come from files, and "constructor" is no word of ours.
  const words: Record<N, string> = Object.create(null);
  for (const name of Object.keys(keys) as N[])
    Object.defineProperty(words, name, { enumerable: true, get: () => plain(keys[name]) });
  return words;
}

/** A message without arguments whose key is only known when it is worded. */
export const plain = (key: PlainKey): string => (t as (key: PlainKey) => string)(key);

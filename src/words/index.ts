export type { Catalogue, MessageKey } from './catalogue';
export * from './format';
export { LANGUAGE_FACTS, LANGUAGES, type Language, pickLanguage } from './languages';
export { language, locale, type PlainKey, plain, speak, switchLanguage, t, wordsOf } from './words';

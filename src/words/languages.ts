/** The languages of the page, and how each of them writes numbers and dates. */

/** As in the `lang` attribute. English first: it is there without loading anything. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

interface LanguageFacts {
  /** In the language itself, for the chooser. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** For Intl. */
  readonly locale: string;
}

export const LANGUAGE_FACTS: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  de: { name: 'Deutsch', dir: 'ltr', locale: 'de-DE' },
  fr: { name: 'Français', dir: 'ltr', locale: 'fr-FR' },
  es: { name: 'Español', dir: 'ltr', locale: 'es-ES' },
  // Western digits: the model's own text, the numbers in pictures and reports on paper have them, too.
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar-u-nu-latn' },
};

/**
 * The first language that is wished for and there is. `wishes`: language tags, the dearest first; "de-AT" is served with
 * German. English where none is there.
 */
export function pickLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const own = wish?.toLowerCase().split('-')[0];
    const found = LANGUAGES.find((language) => language === own);
    if (found) return found;
  }
  return 'en';
}

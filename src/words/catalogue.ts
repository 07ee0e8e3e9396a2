/** Which messages there are (those of the English catalogue), and where the other languages are loaded from. */
import { en } from './en';
import type { Language } from './languages';

export type MessageKey = keyof typeof en;

/** One language, whole: a missing or unknown key is a type error. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

export const ENGLISH: Catalogue = en;

/**
 * English is part of the page; each of the others is a file of its own, fetched when it is chosen. Rejects where that
 * fails: without a network before the shell was kept.
 */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return ENGLISH;
    case 'de':
      return (await import('./de')).de;
    case 'fr':
      return (await import('./fr')).fr;
    case 'es':
      return (await import('./es')).es;
    case 'ar':
      return (await import('./ar')).ar;
  }
}

/** Which language the page speaks: asked for in the address, chosen before, or the browser's; and the document told so. */
import { effect } from '@preact/signals';
import { LANGUAGE_FACTS, type Language, language, pickLanguage, switchLanguage, t } from '../words';

/** Where the choice is kept. Only that: nothing of a picture. */
const KEPT_AS = 'fake-hr1-language';

/** `?lang=` goes before an earlier choice, and that before what the browser is set to. */
export function wishedLanguage(search: string, kept: string | null, browser: readonly string[]): Language {
  return pickLanguage([new URLSearchParams(search).get('lang'), kept, ...browser]);
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    // Storage may be forbidden; the page then goes by the browser's language.
    return null;
  }
}

/**
 * Speaks the wished language before anything is shown, and keeps document and words together from then on. Where the
 * language cannot be loaded the page speaks English.
 */
export async function startLanguage(): Promise<void> {
  await switchLanguage(wishedLanguage(location.search, kept(), navigator.languages)).catch(() => undefined);
  effect(() => {
    const { documentElement } = document;
    documentElement.lang = language();
    documentElement.dir = LANGUAGE_FACTS[language()].dir;
    document.title = t('page.title');
    document.querySelector('meta[name=description]')?.setAttribute('content', t('page.description'));
  });
}

/** Changes over and remembers it. False where the language could not be loaded; the former one is spoken on. */
export async function chooseLanguage(wish: Language): Promise<boolean> {
  try {
    await switchLanguage(wish);
  } catch {
    return false;
  }
  try {
    localStorage.setItem(KEPT_AS, wish);
  } catch {
    // Then it holds for this visit.
  }
  return true;
}

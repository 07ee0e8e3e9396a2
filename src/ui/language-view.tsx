/** The chooser of the page's language; every language is named in itself. */
import { useState } from 'preact/hooks';
import { LANGUAGE_FACTS, LANGUAGES, language, pickLanguage, t } from '../words';
import { chooseLanguage } from './language';

export function LanguageChooser() {
  const [failed, setFailed] = useState(false);
  const choose = async (select: HTMLSelectElement) => {
    const done = await chooseLanguage(pickLanguage([select.value]));
    setFailed(!done);
    if (!done) select.value = language();
  };
  return (
    <div class="language">
      <label class="visually-hidden" for="language">
        {t('page.language')}
      </label>
      <select
        id="language"
        autocomplete="off"
        value={language()}
        onChange={(event) => void choose(event.currentTarget)}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one} dir={LANGUAGE_FACTS[one].dir} translate={false}>
            {LANGUAGE_FACTS[one].name}
          </option>
        ))}
      </select>
      {failed && (
        <p class="language-failed" role="alert">
          {t('page.languageFailed')}
        </p>
      )}
    </div>
  );
}

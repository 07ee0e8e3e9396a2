/**
 * `npm run locales`: how complete every language of the page is, and what is wrong with it. Exit code 1 if anything is.
 */
import { join } from 'node:path';
import { installPackages, ROOT } from './lib/install.mjs';

installPackages();
const { runnerImport } = await import('vite');
const { complaints, unusedKeys } = await import('./lib/locales.mjs');
const load = async (path) =>
  (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT, logLevel: 'error' })).module;

const { LANGUAGES, LANGUAGE_FACTS } = await load('src/words/languages.ts');
const { en } = await load('src/words/en/index.ts');
const keys = Object.keys(en);
const unused = unusedKeys(en, join(ROOT, 'src'));
let wrong = unused.length;
for (const language of LANGUAGES) {
  const catalogue = (await load(`src/words/${language}/index.ts`))[language];
  const found = complaints(en, catalogue, LANGUAGE_FACTS[language].locale);
  wrong += found.length;
  const there = keys.filter((key) => catalogue[key] !== undefined).length;
  const percent = Math.floor((1000 * there) / keys.length) / 10;
  console.log(
    `${language}  ${String(percent).padStart(5)} %  ${there} of ${keys.length} messages, ${found.length} complaints  ${LANGUAGE_FACTS[language].name}`,
  );
  for (const line of found) console.log(`    ${line}`);
}
console.log(`${unused.length} keys that nothing uses${unused.length > 0 ? `: ${unused.join(', ')}` : ''}`);
process.exitCode = wrong > 0 ? 1 : 0;

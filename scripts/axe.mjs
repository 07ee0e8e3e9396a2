/**
 * `npm run axe`: every state of the built page (scripts/lib/tour.mjs), desktop and phone, light and dark, checked by axe;
 * prints states against violations and fails if there is one.
 *
 *   npm run axe -- [--view desktop|phone] [--visit name] [--scheme light|dark] [--language en|de|fr|es|ar] [--pictures folder]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { startServer } from './serve.mjs';

const { values } = parseArgs({
  options: {
    view: { type: 'string' },
    visit: { type: 'string', multiple: true },
    /** May be given more than once: every state is then looked at in each of them. */
    language: { type: 'string', multiple: true, default: ['en'] },
    scheme: { type: 'string' },
    /** Also takes a picture of every state, of the whole page, into this folder. */
    pictures: { type: 'string' },
  },
});

const columnOf = (view, language, scheme) => `${view} ${language} ${scheme}`;

installPackages();
buildPage();
// Only now: a fresh clone has no packages when this file is read.
const { AXE_VERSION, violationsIn } = await import('./lib/axe.mjs');
const { SCHEMES: ALL_SCHEMES, speak, VIEWS, walk } = await import('./lib/tour.mjs');
const { launchBrowser } = await import('./lib/worker-page.mjs');

const SCHEMES = ALL_SCHEMES.filter((scheme) => !values.scheme || scheme === values.scheme);
if (values.pictures) await mkdir(values.pictures, { recursive: true });
const server = await startServer(join(ROOT, 'dist'));
const browser = await launchBrowser('wasm');
const views = VIEWS.filter(({ name }) => !values.view || name === values.view);
const columns = views.flatMap(({ name }) =>
  values.language.flatMap((language) => SCHEMES.map((scheme) => columnOf(name, language, scheme))),
);
/** State to column to number of violations. */
const table = new Map();
const details = [];

async function look(state, page, column, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const found = await violationsIn(page);
  table.set(state, { ...table.get(state), [column]: found.length });
  for (const one of found)
    details.push(
      `${state}, ${column}: ${one.id} (${one.impact}): ${one.help}\n    ${one.targets.slice(0, 4).join('\n    ')}`,
    );
  if (values.pictures)
    await page.screenshot({
      path: join(values.pictures, `${column.replaceAll(' ', '-')}-${state}.png`),
      animations: 'disabled',
      fullPage: true,
    });
}

for (const view of views)
  await walk(
    browser,
    server.url,
    view,
    async (state, page) => {
      for (const language of values.language) {
        await speak(page, language);
        for (const scheme of SCHEMES) await look(state, page, columnOf(view.name, language, scheme), scheme);
      }
      // The tour finds its way by English names.
      await speak(page, 'en');
    },
    values.visit ? { only: values.visit } : {},
  );
await browser.close();
await server.stop();

const wide = Math.max(...[...table.keys()].map((state) => state.length));
console.log(['state'.padEnd(wide), ...columns].join('  '));
for (const [state, row] of table)
  console.log(
    [state.padEnd(wide), ...columns.map((column) => String(row[column] ?? '-').padStart(column.length))].join(
      '  ',
    ),
  );
for (const line of details) console.log(line);
const checks = [...table.values()].flatMap((row) => Object.values(row));
const total = checks.reduce((sum, count) => sum + count, 0);
console.log(`\naxe-core ${AXE_VERSION}: ${table.size} states, ${checks.length} checks, ${total} violations`);
process.exitCode = total === 0 && checks.length > 0 ? 0 : 1;

/**
 * `npm run axe`: every state of the built page (scripts/lib/tour.mjs), desktop and phone, light and dark, checked by axe;
 * prints states against violations and fails if there is one.
 *
 *   npm run axe -- [--view desktop|phone] [--visit name] [--pictures folder]
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
    /** Also takes a picture of every state, of the whole page, into this folder. */
    pictures: { type: 'string' },
  },
});

installPackages();
buildPage();
// Only now: a fresh clone has no packages when this file is read.
const { AXE_VERSION, violationsIn } = await import('./lib/axe.mjs');
const { SCHEMES, VIEWS, walk } = await import('./lib/tour.mjs');
const { launchBrowser } = await import('./lib/worker-page.mjs');

if (values.pictures) await mkdir(values.pictures, { recursive: true });
const server = await startServer(join(ROOT, 'dist'));
const browser = await launchBrowser('wasm');
const views = VIEWS.filter(({ name }) => !values.view || name === values.view);
const columns = views.flatMap(({ name }) => SCHEMES.map((scheme) => `${name} ${scheme}`));
/** State to column to number of violations. */
const table = new Map();
const details = [];
for (const view of views)
  await walk(
    browser,
    server.url,
    view,
    async (state, page) => {
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme });
        const found = await violationsIn(page);
        const row = table.get(state) ?? {};
        row[`${view.name} ${scheme}`] = found.length;
        table.set(state, row);
        for (const one of found)
          details.push(
            `${state}, ${view.name} ${scheme}: ${one.id} (${one.impact}): ${one.help}\n    ${one.targets.slice(0, 4).join('\n    ')}`,
          );
        if (values.pictures)
          await page.screenshot({
            path: join(values.pictures, `${view.name}-${scheme}-${state}.png`),
            animations: 'disabled',
            fullPage: true,
          });
      }
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

/**
 * `npm run bench-batch -- --pictures FOLDER [--count 500] [--singles 30] [--mode answer]`: many pictures in the built
 * page with the real model on WASM, as a visitor would give them.
 *
 * Measures, in one run: the rate of single pictures (each given when the one before is done), the rate of one batch, and
 * the page's JS heap after a forced collection: before, when the batch has settled, and when it was cleared. Exit code 1
 * where the batch runs below 0.8 of the single rate, the heap does not come back to within 10 %, or the singles before and
 * after the batch differ so much that the rates say nothing.
 *
 * The bar of the heap is about what is kept of pictures. V8 makes machine code of functions that run often and keeps it
 * on the same heap: three batches of 60 in one page, each cleared, left 302, 182 and 76 kB, and of the 76 the page's
 * objects, arrays and strings were 1.2. So machine code is thrown away before the heap is held to its bar (lib/js-heap.mjs),
 * and the start is measured when a card and a table of ten were shown and cleared. What else V8 keeps of code (byte code,
 * types it saw) stays in, and is most of what is left: behind a worker that only pretends, 1,500 pictures left no more than
 * 500 did. The output has both numbers.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { measureHeap, usedHeap } from './lib/js-heap.mjs';
import { launchBrowser, manifestOf } from './lib/worker-page.mjs';
import { startServer } from './serve.mjs';

const LEAST_RATE = 0.8;
const MOST_HEAP = 1.1;
/** Most that the rates of single pictures before and after the batch may differ for their ratio to the batch to count. */
const MOST_DRIFT = 1.25;
/** Pictures of the table that is shown before anything is measured; 30 make no difference to 10. */
const WARM_UP = 10;

const { values } = parseArgs({
  options: {
    pictures: { type: 'string' },
    count: { type: 'string', default: '500' },
    singles: { type: 'string', default: '30' },
    mode: { type: 'string', default: 'answer' },
    dist: { type: 'string' },
  },
});
const MODES = { auto: 'Let the model decide', answer: 'Answer at once', explain: 'Explain' };
if (!values.pictures || !MODES[values.mode]) {
  console.error('npm run bench-batch -- --pictures FOLDER [--count 500] [--singles 30] [--mode auto|answer]');
  process.exit(2);
}
const count = Number(values.count);
const singles = Number(values.singles);

/** Evenly out of all that lie below the folder, each once: first those of the batch, then the singles. */
function choose() {
  const folder = resolve(values.pictures);
  const all = readdirSync(folder, { recursive: true })
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort();
  const wanted = count + singles;
  if (all.length < wanted) throw new Error(`${folder} holds ${all.length} pictures; ${wanted} are needed`);
  const step = Math.floor(all.length / wanted);
  return all
    .filter((_, i) => i % step === 0)
    .slice(0, wanted)
    .map((name) => join(folder, name));
}

installPackages();
if (!values.dist) buildPage();
const dist = values.dist ?? join(ROOT, 'dist');
const files = choose();
const server = await startServer(dist);
const browser = await launchBrowser('wasm');
const page = await browser.newPage();
page.setDefaultTimeout(0);
const devtools = await page.context().newCDPSession(page);

const give = (paths) => page.getByTestId('files').setInputFiles(paths);
const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const asFound = ({ found }) => `${mb(found)} with machine code`;

/** Resolves when nothing is open any more, by what the page shows. Looked at in the page, so that no round trip counts. */
const idle = () =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const open = () =>
          document.querySelector(
            '.results .run progress, .results [data-phase=queued], .results [data-phase=looking], .results [data-phase=thinking]',
          ) !== null;
        const look = () => {
          if (document.querySelector('.results [data-phase]') && !open()) {
            observer.disconnect();
            done(performance.now());
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        look();
      }),
  );
/** In the page's own clock. */
const clock = () => page.evaluate(() => performance.now());
/** Everything off the page, and what is kept of it. */
async function clear() {
  const fold = page.getByTestId('kept');
  await fold.evaluate((details) => {
    details.open = true;
  });
  await fold.getByRole('button', { name: 'Clear all results' }).click();
  await page.locator('.results [data-phase]').first().waitFor({ state: 'detached' });
  await fold.evaluate((details) => {
    details.open = false;
  });
  // Behind the last write and the last small view.
  await page.waitForTimeout(2_000);
}

async function oneByOne(paths) {
  let ms = 0;
  for (const path of paths) {
    const began = await clock();
    await give([path]);
    ms += (await idle()) - began;
    await clear();
  }
  return (1000 * paths.length) / ms;
}

await page.goto(`${server.url}?device=wasm`);
await page.getByTestId('ready').waitFor();
await page.locator('.intake').getByRole('radio', { name: MODES[values.mode] }).check();
const { id, version } = manifestOf(dist);
console.log(
  `${id} ${version} on WASM: ${await page.getByTestId('ready').textContent()}; mode ${values.mode}`,
);

// Once through everything, so that no code is compiled for the first time below: a card by itself, and a table.
await oneByOne(files.slice(0, 1));
await give(files.slice(0, WARM_UP));
await idle();
await clear();
const start = await measureHeap(devtools);

const half = Math.ceil(singles / 2);
const before = await oneByOne(files.slice(count, count + half));
const began = await clock();
await give(files.slice(0, count));
const batch = (1000 * count) / ((await idle()) - began);
// Small views and the last write come behind the verdicts.
await page.waitForTimeout(5_000);
const settled = await usedHeap(devtools);
const rowsInDocument = await page.locator('tr[data-row]').count();
const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
await clear();
const cleared = await measureHeap(devtools);
// Singles on both sides of the batch: a machine that is busy elsewhere changes its speed.
const after = await oneByOne(files.slice(count + half, count + singles));
// Pictures by time, as for the batch: a mean of rates would let a quick half outweigh a slow one.
const single = singles / (half / before + (singles - half) / after);

const line = (name, text) => console.log(`${name.padEnd(34)} ${text}`);
line(
  'single pictures',
  `${single.toFixed(2)} a second (${before.toFixed(2)} before, ${after.toFixed(2)} after)`,
);
line(`batch of ${count}`, `${batch.toFixed(2)} a second`);
const rate = batch / single;
// The two halves do the same work. Where they differ by much, other work on this machine decides the ratio below.
const unsteady = Math.max(before, after) / Math.min(before, after) > MOST_DRIFT;
line('batch against single', `${rate.toFixed(2)} (bar: at least ${LEAST_RATE})`);
line('JS heap at the start', `${mb(start.kept)}; ${asFound(start)}`);
line('JS heap, batch settled', asFound({ found: settled }));
line(
  'JS heap, batch cleared',
  `${mb(cleared.kept)} (${(cleared.kept / start.kept).toFixed(3)} of the start; bar: at most ${MOST_HEAP}); ${asFound(cleared)}`,
);
line('left of a picture, on average', `${((cleared.kept - start.kept) / count / 1e3).toFixed(2)} kB`);
line('in the document, batch settled', `${rowsInDocument} rows, ${nodes} elements`);
await browser.close();
await server.stop();
const met = !unsteady && rate >= LEAST_RATE && cleared.kept <= start.kept * MOST_HEAP;
if (unsteady) console.log('The machine was too unsteady: the rates say nothing; run again when it is idle');
console.log(met ? 'Both bars met' : 'Not both bars were met');
process.exitCode = met ? 0 : 1;

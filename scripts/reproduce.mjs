/**
 * Computes the numbers of a report again, in the built page's own worker, and compares them.
 *
 *   npm run reproduce -- REPORT.json IMAGE [--device wasm|webgpu] [--dist FOLDER] [--all]
 *
 * The picture is found in the report by its SHA-256; question, mode, device and threads are the report's. Exit code 0:
 * nothing differs beyond tolerance; 1: something does, or it is another picture, model or preprocessing; 2: could not be
 * tried. `--all` prints the equal lines too.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { launchBrowser, manifestOf, openPage, picturesBy, ROUTE } from './lib/worker-page.mjs';
import { startServer } from './serve.mjs';

const USAGE = 'npm run reproduce -- REPORT.json IMAGE [--device wasm|webgpu] [--dist FOLDER] [--all]';
/** Longest value in the table, characters. */
const CELL = 26;

/** The page's own TypeScript modules, so that reports are read and built by the same code as there. */
async function pageModules() {
  const { runnerImport } = await import('vite');
  const load = async (path) =>
    (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT, logLevel: 'error' })).module;
  const [schema, compare, rerun, hash] = [
    await load('src/report/schema.ts'),
    await load('src/report/compare.ts'),
    await load('src/report/rerun.ts'),
    await load('src/report/weights-hash.ts'),
  ];
  /** A language's words; given, because what is imported here cannot import more later. */
  const catalogueOf = async (language) => (await load(`src/words/${language}/index.ts`))[language];
  return { ...schema, ...compare, ...rerun, ...hash, catalogueOf };
}

/** Analyses the picture as the report says it was. */
async function analyseAgain(image, dist, device, threads, request) {
  const server = await startServer(dist, 0, undefined, { files: picturesBy([image]) });
  const browser = await launchBrowser(device);
  try {
    const { page, info } = await openPage(browser, server.url, { device, threads });
    const seen = await page.evaluate(
      ([url, ask]) => window.fakeHr1.analyseUrl(url, ask, false),
      [`${server.url}${ROUTE}0`, request],
    );
    return { ...seen, info };
  } finally {
    await browser.close();
    await server.stop();
  }
}

function short(text) {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > CELL ? `${line.slice(0, CELL - 1)}…` : line;
}

function table(rows, all) {
  const shown = rows.filter((row) => all || !row.same || row.off !== null);
  const lines = shown.map(({ what, reported, here, off, tolerance, same }) => [
    same ? 'ok' : 'DIFFERS',
    what,
    short(reported),
    short(here),
    off === null ? '' : off.toPrecision(2),
    tolerance === null ? 'equal' : String(tolerance),
  ]);
  const head = ['', 'what', 'reported', 'here', 'off by', 'tolerance'];
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i].length)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Prints what is compared; returns how many differ. */
function conclude(rows, all, tolerance) {
  console.log(table(rows, all));
  const off = rows.filter(({ same }) => !same);
  const equal = rows.filter((row) => row.off === null).length;
  console.log(
    `\n${rows.length - equal} numbers and ${equal} other values compared${tolerance ? `, tolerance ${tolerance.name}` : ''}`,
  );
  console.log(
    off.length === 0
      ? '0 differences beyond tolerance'
      : `${off.length} ${off.length === 1 ? 'difference' : 'differences'} beyond tolerance: ${off.map(({ what }) => what).join(', ')}`,
  );
  return off.length;
}

async function main() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      device: { type: 'string' },
      dist: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const [reportPath, image] = positionals;
  if (!reportPath || !image || (options.device && !['wasm', 'webgpu'].includes(options.device)))
    throw new Error(USAGE);
  installPackages();
  const lib = await pageModules();
  const parsed = lib.parseReport(readFileSync(reportPath, 'utf8'));
  if (!parsed.ok) throw new Error(`${reportPath} is no report of version 1: ${parsed.why}`);
  const bytes = readFileSync(image);
  const sha256 = await lib.sha256Hex(bytes);
  const reported = parsed.value.pictures.find(({ file }) => file.sha256 === sha256);
  if (!reported) {
    const known = parsed.value.pictures.map(({ file }) => `  ${file.sha256}  ${file.name}`).join('\n');
    console.log(`${image} has SHA-256 ${sha256}, which the report does not speak of. It speaks of\n${known}`);
    return 1;
  }
  if (!options.dist) buildPage();
  const dist = options.dist ?? join(ROOT, 'dist');
  const engine = reported.madeWith?.engine;
  const device = options.device ?? engine?.device ?? 'wasm';
  const threads = engine?.device === 'wasm' && engine.threads > 0 ? String(engine.threads) : undefined;
  const request = lib.requestOf(reported);
  const manifest = manifestOf(dist);
  const seen = await analyseAgain(image, dist, device, threads, request);
  const language = lib.languageOf(parsed.value);
  const here = await lib.reportOfRerun({
    ...seen,
    request,
    manifest,
    language,
    catalogue: await lib.catalogueOf(language),
    file: { name: basename(image), bytes: bytes.length, sha256 },
    at: new Date().toISOString(),
  });
  console.log(
    `“${request.question}”, mode ${request.mode}; reported on ${engine?.device ?? 'nothing'} (${engine?.dtype ?? '-'}), here on ${seen.info.device} (${seen.info.dtype})\n`,
  );
  const inputs = lib.compareInputs(reported, here);
  // Another model's numbers are no answer: only what differs is said.
  if (inputs.some(({ same }) => !same)) return Math.min(1, conclude(inputs, true, null));
  const tolerance = lib.toleranceOf([engine?.dtype ?? seen.info.dtype, seen.info.dtype]);
  const rows = [...inputs, ...lib.compareAnalyses(reported, here, tolerance)];
  return Math.min(1, conclude(rows, options.all, tolerance));
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

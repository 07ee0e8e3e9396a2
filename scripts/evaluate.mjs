/**
 * Drives the built page's own worker over a list of pictures and prints how well it does.
 *
 *   npm run evaluate -- IN.jsonl OUT.jsonl [--mode auto|answer|explain] [--device wasm|webgpu] [--posted]
 *                       [--limit N] [--pages N] [--threads N] [--question TEXT] [--dist FOLDER]
 *
 * IN: a line a picture, `{"file_path": ..., "label": "real"|"fake", ...}`; paths relative to IN; further fields are kept.
 * OUT: a line a picture, in the order of finishing. Run again to go on after an interruption; `--posted` first makes each
 * picture as a platform would (long side 1080 px, JPEG 75, no metadata).
 */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { labelOf } from './lib/metrics.mjs';
import { Progress } from './lib/progress.mjs';
import { report } from './lib/report.mjs';
import { launchBrowser, manifestOf, openPage, picturesBy, ROUTE } from './lib/worker-page.mjs';
import { startServer } from './serve.mjs';

const QUESTION = 'Is this image real or fake?';
/** Pictures handed to the page at once: the next one is fetched while the worker is busy. */
const AHEAD = 2;
/** Browsers tried before giving up when they die. */
const BROWSER_TRIES = 3;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', default: 'auto' },
    device: { type: 'string', default: 'wasm' },
    posted: { type: 'boolean', default: false },
    limit: { type: 'string' },
    pages: { type: 'string' },
    threads: { type: 'string' },
    question: { type: 'string', default: QUESTION },
    dist: { type: 'string' },
  },
});
const [input, output] = positionals;
if (
  !input ||
  !output ||
  !['auto', 'answer', 'explain'].includes(options.mode) ||
  !['wasm', 'webgpu'].includes(options.device)
) {
  console.error(
    'npm run evaluate -- IN.jsonl OUT.jsonl [--mode auto|answer|explain] [--device wasm|webgpu] [--posted] [--limit N]',
  );
  process.exit(2);
}

/**
 * On WASM a page a core with one thread each: threads of one picture wait for one another at every layer, pictures do not.
 * `--pages 1 --threads N` measures what one visitor would see.
 */
const PAGES = Number(options.pages ?? (options.device === 'wasm' ? Math.min(2, availableParallelism()) : 1));
const THREADS = options.threads ?? (options.device === 'wasm' && PAGES > 1 ? '1' : undefined);

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Rows already written; a line that an interruption cut off is taken away, and so are rows that may end otherwise. */
function finished(path) {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const rows = lines(path).map((line) => JSON.parse(line));
  const kept = rows.filter((row) => !row.error_recoverable);
  if (kept.length < rows.length) writeFileSync(path, kept.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return kept;
}

/** Rows of another kind of run must not be mixed in. */
function claim(path, run) {
  const beside = `${path}.run.json`;
  if (existsSync(path) && existsSync(beside) && readFileSync(beside, 'utf8') !== run) {
    throw new Error(
      `${path} holds a run with other settings (${readFileSync(beside, 'utf8')}); choose another file`,
    );
  }
  writeFileSync(beside, run);
}

/** What the page said, as a line of the output. */
function rowOf(item, { events, result }) {
  const find = (kind) => events.find((event) => event.kind === kind);
  const final = result.ok ? result.value : null;
  const verdict = final?.verdict;
  return {
    ...item,
    p_fake: verdict?.pFake ?? null,
    band: verdict?.band ?? null,
    output: verdict?.output ?? null,
    p_think: find('gate')?.pThink ?? null,
    thought: final?.thought ?? null,
    tokens: final?.tokens ?? null,
    ms_verdict: find('verdict')?.ms ?? null,
    ms_total: final?.ms ?? null,
    abstained: verdict?.abstained ?? null,
    language_logit: verdict?.languageLogit ?? null,
    detector_logit: verdict?.detectorLogit ?? null,
    error: result.ok ? null : result.error.code,
    ...(result.ok ? {} : { error_detail: result.error.detail, error_recoverable: result.error.recoverable }),
  };
}

/** Takes indices from `queue` until it is empty; puts back what was under way if the page dies. */
async function drive(opened, base, queue, todo, files, onRow) {
  const request = { question: options.question, mode: options.mode };
  const pending = new Map();
  try {
    while (queue.length > 0 || pending.size > 0) {
      while (queue.length > 0 && pending.size < AHEAD) {
        const index = queue.shift();
        const missing = { code: 'FILE_MISSING', detail: files[index], recoverable: true };
        const work = existsSync(files[index])
          ? opened.page.evaluate(
              ([url, ask, posted]) => window.fakeHr1.analyseUrl(url, ask, posted),
              [`${base}${ROUTE}${index}`, request, options.posted],
            )
          : Promise.resolve({ events: [], result: { ok: false, error: missing } });
        pending.set(
          index,
          work.then((seen) => ({ index, seen })),
        );
      }
      const { index, seen } = await Promise.race(pending.values());
      pending.delete(index);
      onRow(rowOf(todo[index], seen));
    }
  } catch (error) {
    for (const work of pending.values()) work.catch(() => undefined);
    queue.unshift(...pending.keys());
    throw error;
  }
}

async function main() {
  installPackages();
  if (!options.dist) buildPage();
  const folder = dirname(resolve(input));
  const items = lines(input).map((line) => JSON.parse(line));
  for (const item of items) item.label = labelOf(item.label);
  const wanted = items.slice(0, options.limit ? Number(options.limit) : items.length);
  const { mode, device, posted, question } = options;
  const dist = options.dist ?? `${ROOT}/dist`;
  const { id, version, checkpoint } = manifestOf(dist);
  // Which weights are asked, so that a file never holds answers of two.
  const model = `${id} ${version} ${checkpoint}`;
  claim(output, JSON.stringify({ mode, device, posted, question, model }));
  const rows = finished(output);
  const done = new Set(rows.map((row) => row.file_path));
  const todo = wanted.filter((item) => !done.has(item.file_path));
  const files = todo.map(({ file_path }) => (isAbsolute(file_path) ? file_path : resolve(folder, file_path)));
  if (done.size > 0) console.error(`${done.size} pictures are in ${output} already; ${todo.length} to go`);

  const server = await startServer(dist, 0, undefined, { files: picturesBy(files) });
  const queue = todo.map((_, index) => index);
  const bar = new Progress(todo.length);
  for (let attempt = 1; queue.length > 0; attempt++) {
    const browser = await launchBrowser(device);
    try {
      const opened = [];
      for (let i = 0; i < Math.min(PAGES, queue.length); i++)
        opened.push(await openPage(browser, server.url, { device, threads: THREADS }));
      const { dtype, threads } = opened[0].info;
      console.error(
        `${id} ${version} on ${opened[0].info.device} (${dtype}); ${opened.length} pages, ${threads} threads each`,
      );
      bar.begin();
      const onRow = (row) => {
        appendFileSync(output, `${JSON.stringify(row)}\n`);
        rows.push(row);
        bar.step(row.error);
      };
      const ends = await Promise.allSettled(
        opened.map((page) => drive(page, server.url, queue, todo, files, onRow)),
      );
      const broken = ends.find((end) => end.status === 'rejected');
      if (broken) throw broken.reason;
    } catch (error) {
      if (attempt === BROWSER_TRIES) throw error;
      console.error(`\n${error instanceof Error ? error.message : error}; starting another browser`);
    } finally {
      await browser.close();
    }
  }
  bar.end();
  await server.stop();
  console.log(report(rows, bar.perSecond));
}

await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

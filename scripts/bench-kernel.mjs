/**
 * What the trunk's kernel costs in the browser: every build of it, two views, one thread, the builds in turns.
 *
 *   npm run bench-kernel [-- --rounds N]
 *
 * Weights do not matter for the time, so there are none. The worker tries `relaxed` and `dot` at start and keeps the quicker
 * (workers/engine/kernel.ts); `plain` is for browsers without relaxed SIMD.
 */
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { launchBrowser } from './lib/worker-page.mjs';
import { startServer } from './serve.mjs';

const BUILDS = ['relaxed', 'dot', 'plain'];
const VIEWS = 2;
/** Products of two views in six blocks: 12 x 768 x 768 weights of a block, 197 rows of a view. */
const MULTIPLICATIONS = 12 * 768 * 768 * 6 * 197 * VIEWS;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });

/** In the page. -> ms of every round, by build. */
async function time([urls, views, rounds]) {
  const kernels = [];
  for (const url of urls) {
    const memory = new WebAssembly.Memory({ initial: 640, maximum: 640, shared: true });
    const { instance } = await WebAssembly.instantiateStreaming(fetch(url), { env: { memory } });
    instance.exports.begin();
    kernels.push(instance.exports);
  }
  const took = kernels.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, kernel] of kernels.entries()) {
      const start = performance.now();
      kernel.look(views, 1);
      took[i].push(performance.now() - start);
      await new Promise((done) => setTimeout(done));
    }
  }
  return took;
}

installPackages();
buildPage();
const files = new Map(BUILDS.map((name) => [`/__bench/${name}.wasm`, `${ROOT}/kernel/dist/${name}.wasm`]));
const server = await startServer(`${ROOT}/dist`, 0, undefined, { files });
const browser = await launchBrowser('wasm');
try {
  const page = await browser.newPage();
  // Any document of the server is isolated, as shared memory wants it; the page itself would load its model meanwhile.
  await page.goto(`${server.url}icon.svg`);
  const took = await page.evaluate(time, [[...files.keys()], VIEWS, Number(values.rounds)]);
  for (const [i, name] of BUILDS.entries()) {
    const sorted = took[i].sort((a, b) => a - b);
    const best = sorted[0];
    const median = sorted[Math.floor(sorted.length / 2)];
    const rate = MULTIPLICATIONS / best / 1e6;
    console.log(
      `${name.padEnd(8)} two views ${best.toFixed(0)} ms at best, ${median.toFixed(0)} in the median; ${rate.toFixed(1)} billion multiplications of its products a second`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}

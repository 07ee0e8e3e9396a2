import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { preact } from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { DEV_HEADERS, META_CSP, SECURITY_HEADERS } from './scripts/lib/headers.mjs';
import { kernel } from './scripts/lib/kernel.mjs';
import { modelCardNumbers } from './scripts/lib/model-card.mjs';

/** Stands in the service worker's source for the list that is known only when everything is built. */
const SHELL_PLACEHOLDER = '__SHELL_FILES__';
const VERSION_PLACEHOLDER = '__SHELL_VERSION__';

/**
 * Commit the page is built from, for reports; "-modified" where tracked files differ from it. "unknown" outside git, and
 * inside somebody else's repository.
 */
function build(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(import.meta.dirname))
      return 'unknown';
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', 'HEAD')}${changed ? '-modified' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** A page without these numbers is still a page: the guide then says less. tests/model-card.test.ts finds out. */
function cardNumbers() {
  try {
    return modelCardNumbers(join(import.meta.dirname, 'docs/model-card.md'));
  } catch (error) {
    console.warn(String(error));
    return null;
  }
}

/** Puts the policy into index.html, so that it holds on a host that sends no headers. */
function metaPolicy(): Plugin {
  return {
    name: 'meta-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_CSP },
        injectTo: 'head-prepend',
      },
    ],
  };
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

/**
 * After the build: writes the list of shell files and their common digest into sw.js, and compresses what is worth it.
 * The model is no part of the shell: it lives in IndexedDB.
 */
function shell(): Plugin {
  let out = 'dist';
  return {
    name: 'shell',
    apply: 'build',
    configResolved(config) {
      out = config.build.outDir;
    },
    async closeBundle() {
      const urls: string[] = [];
      const digest = createHash('sha256');
      for (const path of (await filesUnder(out)).sort()) {
        const url = relative(out, path).split(sep).join('/');
        if (url.startsWith('models/') || url === 'sw.js' || url.endsWith('.br') || url.endsWith('.map'))
          continue;
        const content = await readFile(path);
        urls.push(url === 'index.html' ? './' : url);
        digest.update(url).update('\0').update(content);
        if (/\.(wasm|mjs|js|css|html|svg|webmanifest)$/.test(path) && content.length > 2048) {
          // Quality 5: the 27 MB runtime shrinks to a quarter within two seconds; 11 would take a minute for 15 % more.
          const small = await promisify(brotliCompress)(content, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 5,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          });
          await writeFile(`${path}.br`, small);
        }
      }
      const worker = join(out, 'sw.js');
      const source = await readFile(worker, 'utf8');
      for (const mark of [SHELL_PLACEHOLDER, VERSION_PLACEHOLDER])
        if (!source.includes(mark)) throw new Error(`sw.js has lost its placeholder ${mark}`);
      await writeFile(
        worker,
        source
          .replace(new RegExp(`["'\`]${SHELL_PLACEHOLDER}["'\`]`), JSON.stringify(JSON.stringify(urls)))
          .replace(VERSION_PLACEHOLDER, digest.digest('hex').slice(0, 16)),
      );
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [kernel(), preact({ devToolsEnabled: false }), metaPolicy(), shell()],
  define: {
    __SECURITY_HEADERS__: JSON.stringify(SECURITY_HEADERS),
    __APP_BUILD__: JSON.stringify(build()),
    __MODEL_CARD__: JSON.stringify(cardNumbers()),
  },
  worker: { format: 'es' },
  // ONNX Runtime finds its wasm beside itself; pre-bundling would move it away.
  optimizeDeps: { exclude: ['onnxruntime-web', '@huggingface/transformers'] },
  build: {
    target: 'esnext',
    // Nothing inline: the policy forbids it, and data: URLs of workers would have another origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: 'index.html', sw: 'workers/offline/service-worker.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { headers: DEV_HEADERS },
  preview: { headers: SECURITY_HEADERS },
});

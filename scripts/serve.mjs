/**
 * Static server for the built page: right types, security headers on every response, nothing outside the folder.
 *
 *   node scripts/serve.mjs [folder] [--port 4173]
 *
 * Also used by the browser tests, which start and stop it inside their own process.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { SECURITY_HEADERS } from './lib/headers.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** The file a URL stands for, or null if it is malformed or leads out of `root`. */
export function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(`http://localhost${url}`).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(root + sep) ? file : null;
}

const isFile = async (path) => (await stat(path).catch(() => null))?.isFile() ?? false;

/** Hashed names never change; everything else must be asked for again. */
function cacheControl(root, file) {
  return file.startsWith(join(root, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Folder and address inside it: that of the first mount whose prefix (with both slashes) fits, else the root. */
function mounted({ root, mounts }, url) {
  const mount = mounts.find(([prefix]) => url.startsWith(prefix));
  return mount ? { folder: mount[1], inside: url.slice(mount[0].length - 1) } : { folder: root, inside: url };
}

/** The file that an address stands for, null where nothing is served, and how long a browser may keep it. */
function found(site, url) {
  const listed = site.files.get(url);
  if (listed) return { file: listed, cache: 'no-store' };
  const { folder, inside } = mounted(site, url);
  const file = fileOf(folder, inside);
  return { file, cache: file && cacheControl(folder, file) };
}

async function respond(site, request, response) {
  for (const [name, value] of Object.entries(site.headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const { file, cache } = found(site, request.url ?? '/');
  if (!file || !(await isFile(file))) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const compressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && (await isFile(`${file}.br`));
  const sent = compressed ? `${file}.br` : file;
  const { size, mtimeMs } = await stat(sent);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', cache);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  if (compressed) response.setHeader('Content-Encoding', 'br');
  response.setHeader('Content-Length', size);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  // A browser that goes away in the middle is no error of ours.
  else await pipeline(createReadStream(sent), response).catch(() => response.destroy());
}

/**
 * Serves `folder` on the loopback interface; port 0 takes a free one. `mounts`: other folders by the prefix of their
 * addresses; `files`: single files, wherever they lie, by address; `headers`: in place of the page's own.
 * Returns the address, and how to stop with all connections cut.
 *
 * @param {string} folder
 * @param {number} [port]
 * @param {string} [host]
 * @param {{ mounts?: Record<string, string>, files?: Map<string, string>, headers?: Record<string, string> }} [options]
 */
export async function startServer(folder, port = 0, host = '127.0.0.1', options = {}) {
  const { mounts = {}, files = new Map(), headers = SECURITY_HEADERS } = options;
  const site = {
    root: resolve(folder),
    mounts: Object.entries(mounts).map(([prefix, other]) => [prefix, resolve(other)]),
    files,
    headers,
  };
  const server = createServer((request, response) => {
    respond(site, request, response).catch(() => response.destroy());
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  const address = server.address();
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4173' } },
  });
  const { url } = await startServer(positionals[0] ?? 'dist', Number(values.port));
  console.log(`Serving ${positionals[0] ?? 'dist'} at ${url}`);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSP, META_CSP } from '../scripts/lib/headers.mjs';
import { fileOf, startServer } from '../scripts/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(folder, 'site', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'site', 'assets', 'a-1.js'), 'plain');
  await writeFile(join(folder, 'site', 'assets', 'a-1.js.br'), 'small');
  await writeFile(join(folder, 'site', 'ort.wasm'), 'wasm');
  server = await startServer(join(folder, 'site'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A request whose path no client library tidies up. */
function raw(path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(server.url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request({ hostname, port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('headers', () => {
  it.each(['/', '/assets/a-1.js', '/ort.wasm', '/absent'])(
    '%s carries policy and isolation',
    async (path) => {
      const { headers } = await raw(path);
      expect(headers).toMatchObject({
        'content-security-policy': CSP,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('the policy is the agreed one', () => {
    expect(CSP).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob: data:; " +
        "style-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    expect(`${META_CSP}; frame-ancestors 'none'`).toBe(CSP);
  });

  it('types, caching and compression', async () => {
    const plain = await raw('/assets/a-1.js');
    expect(plain).toMatchObject({ status: 200, body: 'plain' });
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const small = await raw('/assets/a-1.js', { 'accept-encoding': 'gzip, br' });
    expect(small).toMatchObject({ body: 'small', headers: { 'content-encoding': 'br' } });
    expect((await raw('/ort.wasm')).headers).toMatchObject({
      'content-type': 'application/wasm',
      'cache-control': 'no-cache',
    });
    expect((await raw('/', { 'if-none-match': String((await raw('/')).headers.etag) })).status).toBe(304);
  });
});

describe('paths', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/%00',
    '/%',
    '/assets',
  ])('%s is not served', async (path) => {
    const answer = await raw(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('stay inside the folder, even beside a sibling with the same prefix', () => {
    expect(fileOf('/srv/site', '/../site-old/x')).toBe('/srv/site/site-old/x');
    expect(fileOf('/srv/site', '/..%2fsite-old/x')).toBeNull();
    expect(fileOf('/srv/site', '/a/')).toBe('/srv/site/a/index.html');
  });
});

it('hands out single files that lie elsewhere, by their exact address, to be kept by nobody', async () => {
  const elsewhere = join(folder, 'secret.txt');
  const files = new Map([['/__evaluate/0', elsewhere]]);
  const other = await startServer(join(folder, 'site'), 0, undefined, { files });
  const answer = await fetch(`${other.url}__evaluate/0`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await answer.text()).toBe('secret');
  expect((await fetch(`${other.url}__evaluate/1`)).status).toBe(404);
  await other.stop();
});

it('stops at once, open connections or not', async () => {
  const other = await startServer(join(folder, 'site'));
  await fetch(other.url);
  await other.stop();
  await expect(fetch(other.url)).rejects.toThrow();
});

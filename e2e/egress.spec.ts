/**
 * No picture can leave: a second origin on this machine counts what reaches it, while page and worker try every way out.
 * The same attempts with the policy switched off do arrive, so that a silent counter proves something.
 */
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { test as base, card, choose, expect, openReady, reaches, setMode } from './helpers/site';

interface Spy {
  readonly url: string;
  /** Pieces of data that arrived. A bare connection without a byte, as Chromium opens ahead of a navigation that it then
   * refuses, is none. */
  hits: number;
}

const test = base.extend<{ spy: Spy }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
  spy: async ({}, use) => {
    const spy = { url: '', hits: 0 };
    const server = createServer((_request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.end();
    });
    server.on('connection', (socket) => {
      socket.on('data', () => {
        spy.hits++;
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    spy.url = `http://127.0.0.1:${address.port}/`;
    await use(spy);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },
});

/** Every way out that a page has, one after the other; each resolves whether it was let out or not. */
async function tryFromPage(page: Page, url: string): Promise<void> {
  await page.evaluate(async (to) => {
    const settled = (element: HTMLElement) =>
      new Promise((resolve) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', resolve);
        document.body.append(element);
      });
    const blocked: string[] = [];
    Object.assign(window, { blocked });
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const make = <K extends keyof HTMLElementTagNameMap>(tag: K, set: Partial<HTMLElementTagNameMap[K]>) =>
      Object.assign(document.createElement(tag), set);

    await fetch(`${to}fetch`, { method: 'POST', body: 'x' }).catch(() => {});
    await fetch(`${to}no-cors`, { mode: 'no-cors' }).catch(() => {});
    await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = resolve;
      request.open('POST', `${to}xhr`);
      request.send('x');
    }).catch(() => {});
    navigator.sendBeacon(`${to}beacon`, 'x');
    await new Promise((resolve) => {
      try {
        const socket = new WebSocket(`${to.replace('http', 'ws')}socket`);
        socket.onerror = socket.onclose = resolve;
      } catch {
        resolve(null);
      }
    });
    await new Promise((resolve) => {
      const source = new EventSource(`${to}events`);
      source.onerror = () => {
        source.close();
        resolve(null);
      };
    });
    await settled(make('img', { src: `${to}img` }));
    await settled(make('script', { src: `${to}script.js` }));
    await settled(make('link', { rel: 'stylesheet', href: `${to}style.css` }));
    await import(/* @vite-ignore */ `${to}module.js`).catch(() => {});
    try {
      new Worker(`${to}worker.js`);
    } catch {
      // Refused before anything was asked for.
    }
    document.body.append(make('iframe', { src: `${to}frame` }));
    document.body.append(make('link', { rel: 'prefetch', href: `${to}prefetch` }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background-image: url(${to}css) }`);
    document.adoptedStyleSheets = [sheet];
    const form = make('form', { action: `${to}form`, method: 'post', target: 'out' });
    document.body.append(make('iframe', { name: 'out' }), form);
    form.submit();
  }, url);
}

/** From a worker. The detector's helpers, ONNX Runtime's threads, run the same policy and sleep inside WASM. */
async function tryFromWorker(page: Page, url: string, name: 'detector' | 'provenance'): Promise<void> {
  const worker = page.workers().find((one) => new URL(one.url()).pathname.includes(`/${name}-`));
  if (!worker) throw new Error(`no ${name} among ${page.workers().map((one) => one.url())}`);
  await worker.evaluate(async (to) => {
    await fetch(`${to}worker-fetch`, { method: 'POST', body: 'x' }).catch(() => {});
    await import(/* @vite-ignore */ `${to}worker-module.js`).catch(() => {});
    await new Promise((resolve) => {
      try {
        const socket = new WebSocket(`${to.replace('http', 'ws')}worker-socket`);
        socket.onerror = socket.onclose = resolve;
      } catch {
        resolve(null);
      }
    });
  }, url);
}

test('nothing reaches another origin, from page or workers', async ({ page, site, spy }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(site.url).host) outside.push(request.url());
  });
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await choose(page, { name: 'hills.png', content: landscapePng(500, 400) });
  await reaches(card(page, 'hills.png'), 'done');
  // By itself the page asks nobody.
  expect(outside).toEqual([]);

  // First, since it is ended when it has nothing to read.
  await tryFromWorker(page, spy.url, 'provenance');
  await tryFromWorker(page, spy.url, 'detector');
  await tryFromPage(page, spy.url);
  await expect
    .poll(() =>
      page.evaluate(() => [...new Set((window as unknown as { blocked: string[] }).blocked)].sort()),
    )
    .toEqual([
      'connect-src',
      'default-src',
      'form-action',
      'frame-src',
      'img-src',
      'script-src-elem',
      'style-src-elem',
    ]);
  expect(spy.hits).toBe(0);
});

test.describe('with the policy switched off', () => {
  test.use({ bypassCSP: true });

  test('the same attempts do arrive', async ({ page, site, spy }) => {
    await page.goto(site.url);
    await tryFromPage(page, spy.url);
    await expect.poll(() => spy.hits).toBeGreaterThan(3);
  });
});

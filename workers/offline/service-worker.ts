/**
 * Serves the app shell (page, scripts, styles, ONNX Runtime) when there is no network. Nothing else: the model lives in
 * IndexedDB, which no service worker of ours ever touches, and pictures are never requested from anywhere.
 *
 * The list and its version are written in by the build (vite.config.ts). A new version is fetched whole beside the old
 * one and takes over when no tab of the old one is left, or when the user says so, so that a page never loses the
 * scripts it was built with.
 */
declare const __SECURITY_HEADERS__: Readonly<Record<string, string>>;

// A module without imports or exports would be a script to the compiler, and `self` that of a plain worker.
export type {};

const scope = self as unknown as ServiceWorkerGlobalScope;

const SHELL: readonly string[] = JSON.parse('__SHELL_FILES__');
const PREFIX = 'fake-hr1-shell-';
const CACHE = `${PREFIX}__SHELL_VERSION__`;

const urls = new Set(SHELL.map((path) => new URL(path, scope.registration.scope).href));

/** Headers as our own server sends them; a plain file host sends none, and the policy must hold there too. */
function secured(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(__SECURITY_HEADERS__)) headers.set(name, value);
  // The body is stored decoded; its former length and encoding would be wrong.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function fetchShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [...urls].map(async (url) => {
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${url}: status ${response.status}`);
      await cache.put(url, secured(response));
    }),
  );
}

async function dropOldShells(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await scope.clients.claim();
}

/** The URL a request stands for in the shell, or null if it is not part of it. */
function shellUrl(request: Request): string | null {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url);
  url.hash = '';
  url.search = '';
  const page = new URL('./', scope.registration.scope).href;
  if (request.mode === 'navigate' && (url.href === page || url.href === `${page}index.html`)) return page;
  return urls.has(url.href) ? url.href : null;
}

async function answer(request: Request, url: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(fetchShell()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOldShells()));
scope.addEventListener('message', (event) => {
  // Said by src/state/shell.ts, when the user wants the newer page now.
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('fetch', (event) => {
  const url = shellUrl(event.request);
  if (url !== null) event.respondWith(answer(event.request, url));
});

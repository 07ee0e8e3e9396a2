/** What the browser gives a detector: a worker from our own folder or another origin, threads, storage. */
import builtWorker from '../../workers/detector.ts?worker&url';
import { DEVICES } from '../contract';
import { freeRoom, lockInstall } from '../weights/browser';
import { WeightStore } from '../weights/store';
import { Weights } from '../weights/weights';
import type { DetectorParts } from './detector';
import { markerKey, NO_STORE } from './model';
import type { DetectorOptions } from './types';

/** Not the database of our own page: an embedding page on the same origin shall not touch that one's model. */
export const DEFAULT_STORAGE = 'fake-hr1-lib';

/** More threads than this gain nothing on graphs this small. */
const MAX_THREADS = 4;

const WORKER = { type: 'module', name: 'fake-hr1-detector' } as const;

/**
 * A worker whose script may lie on another origin. The browser starts none from there, so that a Blob of one line imports
 * it; modules are imported under CORS, and the page's policy must allow `worker-src blob:`.
 */
function spawnFrom(url: URL): Worker {
  if (url.origin === location.origin) return new Worker(url, WORKER);
  const line = new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(line);
  const worker = new Worker(address, WORKER);
  // Held until the worker has read it: its first message, or the error that it could not.
  const release = () => URL.revokeObjectURL(address);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}

/** The worker beside this module. */
function ownWorker(): Worker {
  const built = new URL(builtWorker, import.meta.url);
  if (built.origin !== location.origin) return spawnFrom(built);
  // Written so, bundlers of embedding pages see that the worker, and what it needs, is to be built too.
  return new Worker(new URL('../../workers/detector.ts', import.meta.url), {
    type: 'module',
    name: 'fake-hr1-detector',
  });
}

function threadsOf(asked: number | undefined): DetectorParts['threads'] {
  const wished = Math.min(asked ?? navigator.hardwareConcurrency ?? 1, MAX_THREADS);
  // Without isolation there is no shared memory, and without that no threads.
  if (!crossOriginIsolated) return { count: 1, notIsolated: wished > 1 };
  return { count: Math.max(1, wished), notIsolated: false };
}

/** Checks what types cannot: pages without a compiler call this, too. Throws TypeError. */
function check(options: DetectorOptions): void {
  const { modelUrl, device, threads, storage, manifestSha256 } = options;
  if (typeof modelUrl !== 'string' && !(modelUrl instanceof URL))
    throw new TypeError('modelUrl: the address of the model’s folder is missing');
  if (device !== undefined && device !== 'auto' && !DEVICES.includes(device))
    throw new TypeError(`device: ${String(device)}`);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1))
    throw new TypeError(`threads: ${threads}`);
  if (storage !== undefined && storage !== false && (typeof storage !== 'string' || storage === ''))
    throw new TypeError(`storage: ${String(storage)}`);
  if (manifestSha256 !== undefined && !/^[0-9a-f]{64}$/.test(manifestSha256))
    throw new TypeError('manifestSha256: 64 lower-case hex digits');
}

/** The folder's address, with the slash at its end. */
function folder(url: string | URL): string {
  const absolute = new URL(url, document.baseURI);
  if (!absolute.pathname.endsWith('/')) absolute.pathname += '/';
  return absolute.href;
}

/** Throws TypeError for options that are none. */
export function browserParts(options: DetectorOptions): DetectorParts {
  check(options);
  const { storage = DEFAULT_STORAGE, manifestSha256, workerUrl } = options;
  const url = folder(options.modelUrl);
  const worker = workerUrl === undefined ? null : new URL(workerUrl, document.baseURI);
  return {
    spawn: () => (worker ? spawnFrom(worker) : ownWorker()),
    weights: new Weights({
      store: storage === false ? NO_STORE : new WeightStore(storage),
      key: markerKey(url, manifestSha256),
      id: null,
      ...(manifestSha256 === undefined ? {} : { manifestSha256 }),
      url,
      fetch: (input, init) => fetch(input, init),
      lock: lockInstall,
      room: freeRoom,
    }),
    threads: threadsOf(options.threads),
  };
}

/**
 * Composition root: makes worker host, weights, state and page, and ties them together. The only module that knows all.
 *
 * `?device=wasm|webgpu` and `?threads=n` override the choice of device, for tests and for machines with odd drivers;
 * `?lang=de|fr|es|ar|en` chooses the language. `?tokens=n` cuts the reasoning short, for tests on a software GPU. `?evaluate` opens the door of `npm run evaluate`.
 */
import { render } from 'preact';
import { Arrivals } from './batch/arrivals';
import { SmallViews } from './batch/small-views';
import { DEVICES } from './contract';
import { installEvaluateHook } from './evaluate-hook';
import { DetectorHost } from './host/host';
import { Inspector } from './host/inspector';
import { Reporter } from './report/reporter';
import { sha256Hex } from './report/weights-hash';
import { Keeper } from './shelf/keeper';
import { PictureStore } from './shelf/store';
import { Guide } from './state/guide';
import { Model } from './state/model';
import { Queue } from './state/queue';
import { Shell } from './state/shell';
import { App } from './ui/app';
import type { CardNumbers } from './ui/help-words';
import { startLanguage } from './ui/language';
import { rememberOnce } from './ui/remember';
import { makeThumbnail, saveFile } from './ui/save-file';
import { drawSmall } from './ui/small-view';
import './ui/style/base.css';
import './ui/style/page.css';
import './ui/style/ask.css';
import './ui/style/card.css';
import './ui/style/reasoning.css';
import './ui/style/file.css';
import './ui/style/look.css';
import './ui/style/trials.css';
import './ui/style/report.css';
import './ui/style/batch.css';
import './ui/style/filters.css';
import './ui/style/review.css';
import './ui/style/kept.css';
import './ui/style/table.css';
import './ui/style/guide.css';
import './ui/style/everyone.css';
import './ui/style/print.css';
import { freeRoom, keepStorage, lockInstall } from './weights/browser';
import { WeightStore } from './weights/store';
import { Weights } from './weights/weights';

/** Git commit the page was built from (vite.config.ts). */
declare const __APP_BUILD__: string;
/** Numbers of docs/model-card.md; null where it has none (vite.config.ts). */
declare const __MODEL_CARD__: CardNumbers | null;

const BUNDLE_ID = 'fake-hr1-nano';

/** More threads than this gain nothing on graphs this small. */
const MAX_THREADS = 4;

const options = new URLSearchParams(location.search);

function threads(): number {
  // Without isolation there is no shared memory, and without that no threads.
  if (!crossOriginIsolated) return 1;
  const asked = Number(options.get('threads'));
  return Math.max(1, Math.min(asked || navigator.hardwareConcurrency || 1, MAX_THREADS));
}

const spawn = () =>
  new Worker(new URL('../workers/detector.ts', import.meta.url), { type: 'module', name: 'detector' });

const host = new DetectorHost(spawn, (state) => {
  model.follow(state);
  queue.pump();
});

const model: Model = new Model({
  weights: new Weights({
    store: new WeightStore(),
    key: BUNDLE_ID,
    id: BUNDLE_ID,
    url: new URL(`models/${BUNDLE_ID}/`, document.baseURI).href,
    fetch: (input, init) => fetch(input, init),
    lock: lockInstall,
    room: freeRoom,
  }),
  load: (request) => host.load(request),
  device: DEVICES.find((device) => device === options.get('device')) ?? 'auto',
  threads: threads(),
  now: () => performance.now(),
  onStored: () => void keepStorage(),
});

const inspector = new Inspector(
  () =>
    new Worker(new URL('../workers/provenance.ts', import.meta.url), { type: 'module', name: 'provenance' }),
);

const tokens = Number(options.get('tokens'));
const limit = Number.isInteger(tokens) && tokens > 0 ? { maxNewTokens: tokens } : {};

const queue = new Queue({
  analyse: (image, request, onEvent, signal) => host.analyse(image, request, onEvent, signal),
  inspect: (file, name, signal) => inspector.inspect(file, name, signal),
  usable: () => model.usable,
  engine: () => {
    const { now, manifest } = model.snapshot();
    if (now.phase !== 'ready' || !manifest) return null;
    return { info: now.info, manifest, fallback: now.fallback, at: new Date().toISOString() };
  },
  urls: URL,
  now: () => Date.now(),
});

const hashFile = async (file: Blob) => sha256Hex(await file.arrayBuffer());

const smallViews = new SmallViews({
  queue,
  draw: drawSmall,
  sha256: hashFile,
  url: (picture) => URL.createObjectURL(picture),
});

const arrivals = new Arrivals({ queue, sha256: (file) => hashFile(file).catch(() => null) });

const keeper = new Keeper({
  store: new PictureStore(),
  queue,
  url: (picture) => URL.createObjectURL(picture),
  newKey: () => crypto.randomUUID(),
  manifestKey: (manifest) => sha256Hex(new TextEncoder().encode(JSON.stringify(manifest))),
});

const cardOf = (id: string) => queue.snapshot().find((card) => card.id === id);

const reporter = new Reporter({
  sha256: async (id) => {
    const file = queue.file(id);
    return cardOf(id)?.sha256 ?? (file && hashFile(file));
  },
  thumbnail: async (id) => {
    const picture = queue.file(id) ?? cardOf(id)?.small?.picture ?? null;
    return picture && makeThumbnail(picture);
  },
  save: saveFile,
  now: () => new Date(),
  build: __APP_BUILD__,
});
const guide = new Guide(rememberOnce('fake-hr1-guide'));
const shell = new Shell({
  container: navigator.serviceWorker,
  url: new URL('sw.js', document.baseURI),
  reload: () => location.reload(),
});

await startLanguage();

const root = document.getElementById('app');
if (!root) throw new Error('index.html has lost its #app');
render(
  <App
    model={model}
    queue={queue}
    shell={shell}
    reporter={reporter}
    arrivals={arrivals}
    keeper={keeper}
    guide={guide}
    cardNumbers={__MODEL_CARD__}
    limits={limit}
  />,
  root,
);
smallViews.start();
void keeper.start();
// The tab may be gone before the next change would be written.
addEventListener('pagehide', () => void keeper.flush());

if (options.has('evaluate')) installEvaluateHook({ host, model });
void model.start();
// Absent in insecure contexts and some private windows; the development server has no shell to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void shell.start();

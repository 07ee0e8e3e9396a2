/**
 * The door for `npm run evaluate`: analyses pictures of the own origin through the page's host and worker, as a visitor's
 * picture would be. Mounted only when the URL has `?evaluate` (scripts/evaluate.mjs opens it so).
 *
 * In main.tsx: `if (options.has('evaluate')) installEvaluateHook({ host, model });`
 */
import type { AnalyseRequest, ModelInfo, Result } from './contract';
import type { DetectorHost, FinalItem, HostEvent } from './host/host';
import type { Model } from './state/model';

/** Everything the worker said about one picture; events before a `retry` are left out. */
export interface Evaluated {
  readonly events: readonly HostEvent[];
  readonly result: Result<FinalItem>;
  /** Wall time from handing over the bytes to the end, ms. */
  readonly ms: number;
}

export interface EvaluateHook {
  /** Resolves once the model is ready; rejects with the reason if it cannot be. */
  ready(): Promise<ModelInfo>;
  /** Analyses one picture of the own origin. `posted` first makes it as a platform would. */
  analyseUrl(url: string, request: AnalyseRequest, posted: boolean): Promise<Evaluated>;
  analyseBlob(image: Blob, request: AnalyseRequest): Promise<Evaluated>;
}

declare global {
  interface Window {
    fakeHr1?: EvaluateHook;
  }
}

/** Long side in px and JPEG quality of what platforms hand on. */
const POSTED_SIDE = 1080;
const POSTED_QUALITY = 0.75;

/** The picture as a platform would hand it on: smaller, JPEG, no metadata. What cannot be decoded stays as it is. */
async function asPosted(image: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(image).catch(() => null);
  if (!bitmap) return image;
  const scale = Math.min(1, POSTED_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: POSTED_QUALITY });
}

export function installEvaluateHook(parts: {
  readonly host: Pick<DetectorHost, 'analyse'>;
  readonly model: Pick<Model, 'snapshot' | 'subscribe'>;
}): void {
  const { host, model } = parts;
  const analyseBlob: EvaluateHook['analyseBlob'] = async (image, request) => {
    let events: HostEvent[] = [];
    const started = performance.now();
    const result = await host.analyse(
      image,
      request,
      (event) => {
        if (event.kind === 'retry') events = [];
        else events.push(event);
      },
      new AbortController().signal,
    );
    return { events, result, ms: performance.now() - started };
  };
  window.fakeHr1 = {
    analyseBlob,
    async analyseUrl(url, request, posted) {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      const image = await response.blob();
      return analyseBlob(posted ? await asPosted(image) : image, request);
    },
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const { now } = model.snapshot();
          if (now.phase === 'ready') resolve(now.info);
          else if (now.phase === 'failed') reject(new Error(`${now.error.code}: ${now.error.detail}`));
          else return;
          stop();
        };
        const stop = model.subscribe(look);
        look();
      }),
  };
}

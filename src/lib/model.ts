/** Where the model comes from: installed under its address, or downloaded; never in place of another one. */
import { appError, type Bundle, err, ok, type Result } from '../contract';
import { digestLines } from '../report/weights-hash';
import { sha256 } from '../weights/download';
import type { Installed, InstallProgress, Weights, WeightsOptions } from '../weights/weights';
import type { ModelIdentity } from './types';

/** A store that keeps nothing: reading says so by throwing, which {@link Weights} takes for a browser without storage. */
export const NO_STORE: WeightsOptions['store'] = {
  marker: async () => null,
  file: () => Promise.reject(new Error('storage is switched off')),
  mark: async () => {},
  put: async () => {},
  drop: async () => {},
  sweep: async () => {},
  remove: async () => {},
  size: async () => 0,
};

/**
 * Marker's key of a model at an address. A pinned manifest has a key of its own, so that what opens under it was checked
 * against the pin when it was installed.
 */
export function markerKey(url: string, manifestSha256: string | undefined): string {
  return manifestSha256 === undefined ? url : `${url}#${manifestSha256}`;
}

/** The result, or CANCELLED as soon as the signal is raised: another tab may hold the lock of installs for long. */
function unlessAborted<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(err(appError('CANCELLED', 'stopped before the model was there')));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Errors: those of {@link Weights.install}. */
export function obtain(
  weights: Pick<Weights, 'open' | 'install'>,
  update: boolean,
  onProgress: (progress: InstallProgress) => void,
  signal: AbortSignal,
): Promise<Result<Installed>> {
  const work = async (): Promise<Result<Installed>> => {
    const installed = async () => {
      const bundle = await weights.open();
      return bundle && ok({ bundle, stored: true });
    };
    if (!update) return (await installed()) ?? (await weights.install(onProgress, signal));
    const fresh = await weights.install(onProgress, signal);
    // Offline, the installed one is as good as it gets.
    if (fresh.ok || fresh.error.code !== 'MODEL_MISSING') return fresh;
    return (await installed()) ?? fresh;
  };
  return unlessAborted(work(), signal);
}

export async function identify({ manifest }: Bundle): Promise<ModelIdentity> {
  const { id, version, licence, checkpoint, files } = manifest;
  return { id, version, licence, checkpoint, weightsSha256: await sha256(new Blob([digestLines(files)])) };
}

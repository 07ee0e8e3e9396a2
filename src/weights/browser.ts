/** The browser's side of {@link Weights}: locks, quota, persistence. */
import type { WeightsOptions } from './weights';

/** One install at a time over all tabs; without the Web Locks API, two tabs would do the same work twice. */
export const lockInstall: WeightsOptions['lock'] = async (run) =>
  'locks' in navigator ? await navigator.locks.request('fake-hr1-install', run) : await run();

/** Bytes this origin may still store, or null. */
export async function freeRoom(): Promise<number | null> {
  if (!navigator.storage?.estimate) return null;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? null : quota - (usage ?? 0);
}

/** Asks that the browser keeps the model when the disk runs short. A refusal changes nothing. */
export async function keepStorage(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}

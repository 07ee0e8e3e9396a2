/**
 * Fake-HR1 in other pages (docs/embedding.md).
 *
 *     const detector = await createDetector({ modelUrl: '/models/fake-hr1-nano/' });
 *     for await (const event of detector.analyse(file)) if (event.kind === 'final') show(event.verdict.band);
 */
import { WeightStore } from '../weights/store';
import { browserParts, DEFAULT_STORAGE } from './browser';
import { startDetector } from './detector';
import type { Detector, DetectorOptions } from './types';

export { ERROR_CODES, FakeHr1Error } from './error';
export type * from './types';

/**
 * Obtains the model (installed, or downloaded once and verified), starts it in a worker and resolves when it has passed its
 * self-test. Rejects with FakeHr1Error, or with TypeError for options that are none.
 */
export async function createDetector(options: DetectorOptions): Promise<Detector> {
  return startDetector(browserParts(options), options);
}

/** Deletes every model that this library keeps in a database of this origin. Detectors that run go on. */
export async function removeStoredModels(storage: string = DEFAULT_STORAGE): Promise<void> {
  await new WeightStore(storage).clear();
}

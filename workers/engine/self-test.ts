/**
 * The self-test: a seeded picture whose logits the manifest knows. A device that computes something else is not used.
 */
import type { Manifest, ModelInfo } from '../../src/contract';
import type { Pixels } from '../image/pixels';
import { synthetic } from '../image/synthetic';
import { EngineError } from './engine';

/** As in training/fakehr1/pipeline.py. */
export const SELF_TEST_QUESTION = 'Is this image real or fake?';

/** As in training/export.py. */
export function selfTestPicture(manifest: Manifest): Pixels {
  return synthetic(manifest.selfTest.seed, 320, 288);
}

export interface SelfTestValues {
  readonly detectorLogit: number;
  /** Raw, before calibration. */
  readonly verdictLogit: number;
  readonly pThink: number;
}

/** Largest difference against what the manifest expects of this dtype and allows it. */
export function judgeSelfTest(got: SelfTestValues, manifest: Manifest, dtype: string): ModelInfo['selfTest'] {
  const tolerance = manifest.selfTest.tolerance[dtype];
  const expected = manifest.selfTest.expected[dtype];
  if (tolerance === undefined || !expected) {
    throw new EngineError('SELF_TEST_FAILED', `no expected values for ${dtype}`);
  }
  // The verdict as the bands see it: raw, its unit changes with beta from one release to the next.
  const scale = manifest.dtypes.find(({ id }) => id === dtype)?.calibration.a ?? 1;
  const weights = { detectorLogit: 1, verdictLogit: scale, pThink: 1 } as const;
  const names = ['detectorLogit', 'verdictLogit', 'pThink'] as const;
  const maxDifference = Math.max(
    ...names.map((name) => Math.abs(got[name] - expected[name]) * weights[name]),
  );
  // Written so that NaN fails.
  return { passed: maxDifference <= tolerance, maxDifference, tolerance };
}

/**
 * Whether a JPEG was compressed before with other steps (on the same grid).
 *
 * Coefficients of a picture that was compressed once fall off: each larger value is rarer (Laplacian; Reininger and
 * Gibson 1983). A second compression sorts multiples of the old step into bins of the new one, so that some bins get
 * fewer than the next larger (Lukáš and Fridrich 2003; Popescu and Farid 2004). Such valleys in several frequencies are
 * the hint. It is one-sided: without valleys nothing is said, and graphics may have valleys of their own.
 */
import { FIRST_MODE, LAST_MODE, luminanceHistograms } from './jpeg-coefficients';

/** A bin below this share of its larger neighbour is a valley; noise of a falling histogram does not reach it. */
const VALLEY = 0.7;
/** The larger neighbour must hold this many, so that chance does not make valleys. */
const LEAST_COUNT = 60;
/** Valleys in one frequency, and frequencies that have them. */
const VALLEYS = 1;
const MODES = 3;

/** Number of valleys in a histogram of absolute values, beyond the bin of zero, which is always the fullest. */
export function valleys(histogram: Uint32Array): number {
  let count = 0;
  for (let k = 1; k + 1 < histogram.length; k++) {
    const next = histogram[k + 1] as number;
    if (next >= LEAST_COUNT && (histogram[k] as number) < VALLEY * next) count++;
  }
  return count;
}

/** Null where it was not looked at: progressive files, other encodings, damaged data. */
export function doubleCompressed(data: Uint8Array): boolean | null {
  const histograms = luminanceHistograms(data);
  if (!histograms) return null;
  let modes = 0;
  for (let mode = FIRST_MODE; mode <= LAST_MODE; mode++)
    if (valleys(histograms[mode] as Uint32Array) >= VALLEYS) modes++;
  return modes >= MODES;
}

/**
 * Pictures about which no answer is worth giving: too small, blank, or nothing but noise.
 *
 * Detectors answer with great confidence on such inputs; the verdict is therefore "Can't tell", whatever the logits.
 */
import type { AbstainReason } from '../../src/contract';
import type { Rgb8 } from './pixels';
import { CROP_SIDE, GLOBAL_SIDE, MEASURED_CROPS, type Views } from './views';

/** Shorter sides carry too few pixels for the native crops, px. */
const MIN_SIDE = 128;
/** Standard deviation of luma of the whole view under which it counts as blank, grey levels. */
const BLANK_DEVIATION = 2.5;
/** Correlation of neighbouring pixels under which a crop counts as noise; photographs have 0.8 and more. */
const NOISE_CORRELATION = 0.3;

function luma(rgb: Rgb8): Float64Array {
  const out = new Float64Array(rgb.length / 3);
  for (let i = 0, p = 0; i < out.length; i++, p += 3) {
    out[i] = 0.299 * (rgb[p] as number) + 0.587 * (rgb[p + 1] as number) + 0.114 * (rgb[p + 2] as number);
  }
  return out;
}

/** Variance, and correlation with the neighbours to the right and below (the larger of the two). */
function statistics(plane: Float64Array, side: number): { variance: number; correlation: number } {
  let sum = 0;
  for (const v of plane) sum += v;
  const mean = sum / plane.length;
  let variance = 0;
  let right = 0;
  let below = 0;
  const inner = side - 1;
  for (let y = 0; y < inner; y++) {
    for (let x = 0, p = y * side; x < inner; x++, p++) {
      const d = (plane[p] as number) - mean;
      variance += d * d;
      right += d * ((plane[p + 1] as number) - mean);
      below += d * ((plane[p + side] as number) - mean);
    }
  }
  const n = inner * inner;
  return { variance: variance / n, correlation: variance > 0 ? Math.max(right, below) / variance : 1 };
}

/** The reason to abstain before any model is asked, or null. `width` and `height` are px of the oriented picture. */
export function judgeContent(views: Views, width: number, height: number): AbstainReason | null {
  if (Math.min(width, height) < MIN_SIDE) return 'too-small';
  if (statistics(luma(views.whole), GLOBAL_SIDE).variance < BLANK_DEVIATION ** 2) return 'blank';
  for (let slot = 0; slot < MEASURED_CROPS; slot++) {
    if (statistics(luma(views.crop(slot)), CROP_SIDE).correlation >= NOISE_CORRELATION) return null;
  }
  return 'noise';
}

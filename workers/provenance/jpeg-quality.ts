/**
 * JPEG quality from quantisation tables, on the scale of the Independent JPEG Group's encoder.
 *
 * Its tables are those of ITU-T T.81 annex K, scaled: s = 5000 / q below 50, 200 - 2 q from there; each value is
 * (base * s + 50) / 100, cut to 1..255 (libjpeg, jcparam.c). Other encoders use tables of their own; for those the
 * nearest of that family is named and said to be so.
 */
import type { JpegStructure } from './containers/container';

/** Annex K table 1 (luminance) in zigzag order. */
const BASE = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58,
  51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103,
  62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

function scaled(quality: number): readonly number[] {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - quality * 2;
  return BASE.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
}

const TABLES = Array.from({ length: 100 }, (_, i) => scaled(i + 1));

export interface Quality {
  /** 1..100. */
  readonly quality: number;
  /** The table is exactly one of the family. */
  readonly standard: boolean;
}

/** Of a luminance table of 64 values in zigzag order. */
export function qualityOf(table: readonly number[]): Quality {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  TABLES.forEach((candidate, i) => {
    const distance = candidate.reduce((sum, value, k) => sum + Math.abs(value - (table[k] ?? 0)), 0);
    // From 98 up tables differ in few places; the higher quality of equals is the truer one.
    if (distance <= least) {
      least = distance;
      best = i + 1;
    }
  });
  return { quality: best, standard: least === 0 };
}

/** "4:2:0" and the like from the sampling factors. */
export function subsamplingOf({ components }: JpegStructure): string {
  const [y, cb] = components;
  if (!y || !cb) return 'grey';
  const h = y.h / cb.h;
  const v = y.v / cb.v;
  if (h === 1 && v === 1) return '4:4:4';
  if (h === 2 && v === 1) return '4:2:2';
  if (h === 2 && v === 2) return '4:2:0';
  if (h === 4 && v === 1) return '4:1:1';
  return `${h}:${v}`;
}

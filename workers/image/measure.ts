/**
 * Measurements of an image: what the evidence tokens and the text may speak of. Twin of
 * training/fakehr1/image/measure.py, which says what each one is; equal to 1e-6.
 *
 * All are taken from the three fast crops (native pixels) and the whole view. Planes are Float64Array, row by row.
 */
import type { Rgb8 } from './pixels';
import { concat, correlation, mean, percentile } from './statistics';
import { CROP_SIDE, MEASURED_CROPS, type Views } from './views';

/** Ids in the order of the evidence vector; their names are in the manifest. */
export const MEASUREMENT_IDS = [
  'noise',
  'noise_vs_brightness',
  'noise_evenness',
  'detail_slope',
  'fine_detail',
  'compression',
  'pixel_pairing',
  'mosaic',
  'clipped',
  'saturation',
  'smooth_area',
  'texture_contrast',
  'colour_noise',
] as const;

const NOISE_BLOCK = 16;
const SMOOTH_BLOCK = 8;
const SMOOTH_DEVIATION = 1.5;
/** Keeps logarithms finite on flat pixels, grey levels. */
const EPS = 1e-3;
const OCTAVES = 4;

/** |response| of Immerkaer's mask [[1,-2,1],[-2,4,-2],[1,-2,1]], [(side-2) * (side-2)]. */
function laplacian(plane: Float64Array, side: number): Float64Array {
  const n = side - 2;
  const rows = new Float64Array(side * n);
  for (let y = 0; y < side; y++) {
    for (let x = 0, p = y * side; x < n; x++, p++) {
      rows[y * n + x] = (plane[p] as number) - 2 * (plane[p + 1] as number) + (plane[p + 2] as number);
    }
  }
  const out = new Float64Array(n * n);
  for (let p = 0; p < out.length; p++) {
    out[p] = Math.abs((rows[p] as number) - 2 * (rows[p + n] as number) + (rows[p + 2 * n] as number));
  }
  return out;
}

/** Means of whole blocks of `block` px; `origin` skips that many px left and above. `length` px of each line count. */
function blockMeans(
  plane: Float64Array,
  side: number,
  origin: number,
  length: number,
  block: number,
): Float64Array {
  const n = Math.floor(length / block);
  const out = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let y = 0; y < block; y++) {
        const row = (origin + j * block + y) * side + origin + i * block;
        for (let x = 0; x < block; x++) sum += plane[row + x] as number;
      }
      out[j * n + i] = sum / (block * block);
    }
  }
  return out;
}

/** Share of 8 x 8 blocks with a standard deviation under SMOOTH_DEVIATION. */
function smoothShare(plane: Float64Array, side: number): number {
  const n = Math.floor(side / SMOOTH_BLOCK);
  const means = blockMeans(plane, side, 0, side, SMOOTH_BLOCK);
  let smooth = 0;
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const m = means[j * n + i] as number;
      let sum = 0;
      for (let y = 0; y < SMOOTH_BLOCK; y++) {
        const row = (j * SMOOTH_BLOCK + y) * side + i * SMOOTH_BLOCK;
        for (let x = 0; x < SMOOTH_BLOCK; x++) sum += ((plane[row + x] as number) - m) ** 2;
      }
      if (Math.sqrt(sum / (SMOOTH_BLOCK * SMOOTH_BLOCK)) < SMOOTH_DEVIATION) smooth++;
    }
  }
  return smooth / (n * n);
}

/** Mean squared Haar detail of octaves 1 to 4 (orthonormal up to the factor 1/2 per step). */
function haarEnergies(plane: Float64Array, side: number): number[] {
  const out: number[] = [];
  let y = plane;
  let s = side;
  for (let octave = 0; octave < OCTAVES; octave++) {
    const half = s >> 1;
    const next = new Float64Array(half * half);
    let sum = 0;
    for (let j = 0; j < half; j++) {
      for (let i = 0, p = 2 * j * s; i < half; i++, p += 2) {
        const a = y[p] as number;
        const b = y[p + 1] as number;
        const c = y[p + s] as number;
        const d = y[p + s + 1] as number;
        sum += (a - b + c - d) ** 2 + (a + b - c - d) ** 2 + (a - b - c + d) ** 2;
        next[j * half + i] = (a + b + c + d) / 4;
      }
    }
    out.push(sum / (half * half) / 16);
    y = next;
    s = half;
  }
  return out;
}

/** Mean absolute step of each column (`along` 1) or row (`along` side): first or third differences. */
function stepMeans(plane: Float64Array, side: number, along: number, third: boolean): Float64Array {
  const out = new Float64Array(side - (third ? 3 : 1));
  const across = along === 1 ? side : 1;
  for (let k = 0; k < side; k++) {
    for (let i = 0, p = k * across; i < out.length; i++, p += along) {
      const a = plane[p] as number;
      const b = plane[p + along] as number;
      const step = third
        ? a - 3 * b + 3 * (plane[p + 2 * along] as number) - (plane[p + 3 * along] as number)
        : b - a;
      out[i] = (out[i] as number) + Math.abs(step);
    }
  }
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / side;
  return out;
}

/** Means of the entries whose index modulo `count` is 0, 1, ... */
function phases(steps: Float64Array, count: number): number[] {
  return Array.from({ length: count }, (_, p) => mean(steps.filter((_v, i) => i % count === p)));
}

/** Step at the 8 px grid against steps elsewhere, in both directions. */
function gridRatios(plane: Float64Array, side: number): number[] {
  return [1, side].map((along) => {
    const p = phases(stepMeans(plane, side, along, true), 8);
    // The step between pixels 7 and 8 of a block is at index 6: it joins columns x+1 = 7 and x+2 = 8.
    const atGrid = p[6] as number;
    const sum = p.reduce((a, b) => a + b, 0);
    return (atGrid + EPS) / ((sum - atGrid) / 7 + EPS);
  });
}

function pairing(plane: Float64Array, side: number): number {
  const ratio = (along: number) => {
    const [even, odd] = phases(stepMeans(plane, side, along, false), 2) as [number, number];
    return Math.abs(Math.log2((even + EPS) / (odd + EPS)));
  };
  return (ratio(1) + ratio(side)) / 2;
}

/** |log2 residual of green at even / odd sites|. */
function mosaic(green: Float64Array, side: number): number {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1, p = y * side + 1; x < side - 1; x++, p++) {
      const around =
        (green[p - side] as number) +
        (green[p + side] as number) +
        (green[p - 1] as number) +
        (green[p + 1] as number);
      const site = (x + y) & 1;
      sums[site] = (sums[site] as number) + Math.abs((green[p] as number) - around / 4);
      counts[site] = (counts[site] as number) + 1;
    }
  }
  const [even, odd] = sums.map((s, i) => s / (counts[i] as number)) as [number, number];
  return Math.abs(Math.log2((even + EPS) / (odd + EPS)));
}

/** Share of clipped pixels and mean saturation of the whole view. */
function tones(whole: Rgb8): { clipped: number; saturation: number } {
  let clipped = 0;
  let saturation = 0;
  for (let p = 0; p < whole.length; p += 3) {
    const r = whole[p] as number;
    const g = whole[p + 1] as number;
    const b = whole[p + 2] as number;
    const top = Math.max(r, g, b);
    const low = Math.min(r, g, b);
    if ((r <= 1 || r >= 254) && (g <= 1 || g >= 254) && (b <= 1 || b >= 254)) clipped++;
    if (top > 0) saturation += (top - low) / top;
  }
  const pixels = whole.length / 3;
  return { clipped: clipped / pixels, saturation: saturation / pixels };
}

interface CropMeasures {
  readonly noise: number;
  readonly blockNoise: Float64Array;
  readonly blockMean: Float64Array;
  readonly energies: number[];
  readonly grid: number[];
  readonly pairing: number;
  readonly mosaic: number;
  readonly smooth: number;
  readonly colour: number;
}

function measureCrop(rgb: Rgb8): CropMeasures {
  const side = CROP_SIDE;
  const luma = new Float64Array(side * side);
  const colour = new Float64Array(side * side);
  const green = new Float64Array(side * side);
  for (let i = 0, p = 0; i < luma.length; i++, p += 3) {
    const r = rgb[p] as number;
    const g = rgb[p + 1] as number;
    const y = 0.299 * r + 0.587 * g + 0.114 * (rgb[p + 2] as number);
    luma[i] = y;
    colour[i] = r - y;
    green[i] = g;
  }
  const residual = laplacian(luma, side);
  return {
    noise: mean(residual),
    blockNoise: blockMeans(residual, side - 2, 0, side - 2, NOISE_BLOCK),
    blockMean: blockMeans(luma, side, 1, side - 2, NOISE_BLOCK),
    energies: haarEnergies(luma, side),
    grid: gridRatios(luma, side),
    pairing: pairing(luma, side),
    mosaic: mosaic(green, side),
    smooth: smoothShare(luma, side),
    colour: mean(laplacian(colour, side)),
  };
}

/** Evidence vector in the order of {@link MEASUREMENT_IDS}. Equal places are measured once. */
export function measure(views: Views): number[] {
  const known = new Map<Rgb8, CropMeasures>();
  const crops = Array.from({ length: MEASURED_CROPS }, (_, slot) => {
    const rgb = views.crop(slot);
    const measured = known.get(rgb) ?? measureCrop(rgb);
    known.set(rgb, measured);
    return measured;
  });
  const average = (f: (crop: CropMeasures) => number) => mean(crops.map(f));
  const lumaNoise = average((c) => c.noise);
  const blockNoise = concat(crops.map((c) => c.blockNoise));
  const octaves = Array.from({ length: OCTAVES }, (_, o) =>
    Math.log2(average((c) => c.energies[o] as number) + EPS),
  );
  const { clipped, saturation } = tones(views.whole);
  return [
    Math.log2((Math.sqrt(Math.PI / 2) * lumaNoise) / 6 + EPS),
    correlation(blockNoise, concat(crops.map((c) => c.blockMean))),
    Math.log2((percentile(blockNoise, 0.9) + EPS) / (percentile(blockNoise, 0.1) + EPS)),
    octaves.reduce((sum, o, i) => sum + (i - 1.5) * o, 0) / 5,
    (octaves[0] as number) - (octaves[1] as number),
    Math.log2(mean(crops.flatMap((c) => c.grid))),
    average((c) => c.pairing),
    average((c) => c.mosaic),
    Math.log2(clipped + 1e-4),
    saturation,
    average((c) => c.smooth),
    Math.log2((views.textures[0] + EPS) / (views.textures[1] + EPS)),
    Math.log2((average((c) => c.colour) + EPS) / (lumaNoise + EPS)),
  ];
}

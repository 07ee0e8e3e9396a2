/**
 * What the model looks at: one squashed whole view and native-resolution crops. Twin of
 * training/fakehr1/image/views.py, which says how the places are chosen and why.
 */
import type { Pixels, Rgb8 } from './pixels';
import { resize, vertical, verticalFirst } from './resample';
import type { Scan } from './scan';

export const GLOBAL_SIDE = 224;
export const CROP_SIDE = 224;
/** Seen at once. */
export const FAST_CROPS = 1;
/** Read by the measurements and by the look for blank pictures. */
export const MEASURED_CROPS = 3;
/** Seen when the model thinks. */
export const SLOW_CROPS = 4;
/** Lattice of crop positions and unit of the texture sums, px. */
export const BLOCK = 32;
/** Mean |dx| + |dy| in grey levels under which a place counts as flat. */
const FLAT_GRADIENT = 2;

/** Place of a crop in the padded picture, px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Views {
  /** RGB8 of GLOBAL_SIDE x GLOBAL_SIDE. */
  readonly whole: Rgb8;
  /** Places of all slow crops; the first FAST_CROPS are the fast set. Places may repeat in small pictures. */
  readonly places: readonly Place[];
  /** RGB8 of CROP_SIDE x CROP_SIDE for one slot. */
  readonly crop: (slot: number) => Rgb8;
  /** Mean gradient of slots 0 and 1, grey levels a pixel. */
  readonly textures: readonly [number, number];
  /** Px added left and above by padding; `place - padding` are px of the picture itself. */
  readonly padding: Place;
}

/** Index into a line of `n` pixels continued by reflection without repeating the edge. */
function reflect(i: number, n: number): number {
  if (n === 1) return 0;
  const period = 2 * (n - 1);
  const m = ((i % period) + period) % period;
  return m < n ? m : period - m;
}

/** Pads to at least a crop by reflection; the picture stands in the middle. The picture itself where it is large enough. */
function pad(image: Pixels): Pixels {
  const { width: w, height: h } = image;
  if (w >= CROP_SIDE && h >= CROP_SIDE) return image;
  const width = Math.max(w, CROP_SIDE);
  const height = Math.max(h, CROP_SIDE);
  const left = (width - w) >> 1;
  const top = (height - h) >> 1;
  const data = new Uint8Array(width * height * 4);
  const columns = Int32Array.from({ length: width }, (_, x) => reflect(x - left, w) * 4);
  for (let y = 0, at = 0; y < height; y++) {
    const row = reflect(y - top, h) * w * 4;
    for (let x = 0; x < width; x++, at += 4) {
      const p = row + (columns[x] as number);
      data[at] = image.data[p] as number;
      data[at + 1] = image.data[p + 1] as number;
      data[at + 2] = image.data[p + 2] as number;
    }
  }
  return { width, height, data };
}

/** Integer luma (BT.601, 8 bit) of row `y`, written to `out`. */
function lumaRow(image: Pixels, y: number, out: Uint8Array): void {
  const { data, width } = image;
  for (let x = 0, p = y * width * 4; x < width; x++, p += 4) {
    out[x] = (77 * (data[p] as number) + 150 * (data[p + 1] as number) + 29 * (data[p + 2] as number)) >> 8;
  }
}

interface Texture {
  readonly rows: number;
  readonly columns: number;
  readonly sums: Float64Array;
}

/**
 * Sums of |dx| + |dy| of the luma in blocks of 32 x 32 px, [rows * columns]. Differences to the right and lower
 * neighbour; the last column and row of the picture count 0.
 */
function blockTexture(image: Pixels): Texture {
  const rows = Math.floor(image.height / BLOCK);
  const columns = Math.floor(image.width / BLOCK);
  const sums = new Float64Array(rows * columns);
  let line = new Uint8Array(image.width);
  let below = new Uint8Array(image.width);
  lumaRow(image, 0, line);
  for (let y = 0; y < rows * BLOCK; y++) {
    const last = y + 1 === image.height;
    if (!last) lumaRow(image, y + 1, below);
    for (let column = 0, x = 0; column < columns; column++) {
      let sum = 0;
      for (const end = x + BLOCK; x < end; x++) {
        const value = line[x] as number;
        if (x + 1 < image.width) sum += Math.abs((line[x + 1] as number) - value);
        if (!last) sum += Math.abs((below[x] as number) - value);
      }
      const at = Math.floor(y / BLOCK) * columns + column;
      sums[at] = (sums[at] as number) + sum;
    }
    [line, below] = [below, line];
  }
  return { rows, columns, sums };
}

/** Sums over all windows of a crop's size: [rows * columns] of lattice places. All values are exact integers. */
function windowSums(texture: Texture): { columns: number; sums: Float64Array } {
  const n = CROP_SIDE / BLOCK;
  const rows = texture.rows - n + 1;
  const columns = texture.columns - n + 1;
  const sums = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let j = 0; j < n; j++) {
        for (let i = 0; i < n; i++) sum += texture.sums[(y + j) * texture.columns + x + i] as number;
      }
      sums[y * columns + x] = sum;
    }
  }
  return { columns, sums };
}

function choosePlaces(image: Pixels, texture: Texture): { places: Place[]; textures: [number, number] } {
  const { columns, sums } = windowSums(texture);
  const area = CROP_SIDE * CROP_SIDE;
  const least = FLAT_GRADIENT * area;
  let rich = 0;
  let poor = -1;
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i] as number;
    if (sum > (sums[rich] as number)) rich = i;
    if (sum >= least && (poor < 0 || sum < (sums[poor] as number))) poor = i;
  }
  if (poor < 0) poor = rich;
  const place = (i: number): Place => ({ x: (i % columns) * BLOCK, y: Math.floor(i / columns) * BLOCK });
  const eighth = (px: number) => Math.floor(Math.floor(px / 2) / 8) * 8;
  const freeX = image.width - CROP_SIDE;
  const freeY = image.height - CROP_SIDE;
  const places = [place(rich), place(poor), { x: eighth(freeX), y: eighth(freeY) }];
  const grid: Place[] = [];
  for (let j = 0; j < 3; j++)
    for (let i = 0; i < 3; i++) grid.push({ x: eighth(freeX * i), y: eighth(freeY * j) });
  while (places.length < SLOW_CROPS) {
    let best = grid[0] as Place;
    let bestDistance = -1;
    for (const g of grid) {
      const distance = Math.min(...places.map((p) => (g.x - p.x) ** 2 + (g.y - p.y) ** 2));
      if (distance > bestDistance) {
        best = g;
        bestDistance = distance;
      }
    }
    places.push(best);
  }
  return { places, textures: [(sums[rich] as number) / area, (sums[poor] as number) / area] };
}

function cut(image: Pixels, place: Place): Rgb8 {
  const out = new Uint8Array(CROP_SIDE * CROP_SIDE * 3);
  for (let y = 0, at = 0; y < CROP_SIDE; y++) {
    let p = ((place.y + y) * image.width + place.x) * 4;
    for (let x = 0; x < CROP_SIDE; x++, at += 3, p += 4) {
      out[at] = image.data[p] as number;
      out[at + 1] = image.data[p + 1] as number;
      out[at + 2] = image.data[p + 2] as number;
    }
  }
  return out;
}

/** Whether the quick scan sees what the loops here see: nothing to pad, and the picture is narrowed before it is lowered. */
function scannable(image: Pixels): boolean {
  const { width, height } = image;
  return (
    width > GLOBAL_SIDE &&
    Math.min(width, height) >= CROP_SIDE &&
    !(height !== GLOBAL_SIDE && verticalFirst(image, GLOBAL_SIDE, GLOBAL_SIDE))
  );
}

function wholeAndTexture(image: Pixels, padded: Pixels, scan: Scan | null): [Rgb8, Texture] {
  if (!scan || !scannable(image)) return [resize(image, GLOBAL_SIDE, GLOBAL_SIDE), blockTexture(padded)];
  const { rows, texture } = scan(image, GLOBAL_SIDE);
  const { height } = image;
  return [
    height === GLOBAL_SIDE ? rows : vertical(rows, GLOBAL_SIDE * 3, height, GLOBAL_SIDE),
    { rows: Math.floor(height / BLOCK), columns: Math.floor(image.width / BLOCK), sums: texture },
  ];
}

/**
 * The whole view and the places of all crops; crops are cut when asked for and kept. Holds on to `image`.
 *
 * `scan`: the quick pass over all pixels, where there is one (scan.ts); the views are the same, byte for byte.
 */
export function makeViews(image: Pixels, scan: Scan | null = null): Views {
  const padded = pad(image);
  const [whole, texture] = wholeAndTexture(image, padded, scan);
  const { places, textures } = choosePlaces(padded, texture);
  const cuts = new Map<string, Rgb8>();
  return {
    whole,
    places,
    textures,
    padding: { x: (padded.width - image.width) >> 1, y: (padded.height - image.height) >> 1 },
    crop: (slot) => {
      const place = places[slot];
      if (!place) throw new RangeError(`no crop ${slot}`);
      const key = `${place.x},${place.y}`;
      const known = cuts.get(key);
      if (known) return known;
      const made = cut(padded, place);
      cuts.set(key, made);
      return made;
    },
  };
}

/**
 * The same views in reverse order: what the slow set adds last, far from the other places, comes first, the fast set last.
 * Its `textures` stay those of the picture, so measurements are taken from the views it was made of.
 */
export function otherCrops(views: Views): Views {
  const slots = views.places.map((_, slot) => slot);
  const order = slots.reverse();
  const from = (slot: number): number => {
    const found = order[slot];
    if (found === undefined) throw new RangeError(`no crop ${slot}`);
    return found;
  };
  return {
    ...views,
    places: order.map((slot) => views.places[slot] as Place),
    crop: (slot) => views.crop(from(slot)),
  };
}

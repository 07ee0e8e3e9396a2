/**
 * One quick pass over all pixels of a picture: its rows at the width of the whole view, and the sums of its texture. The
 * SIMD of kernel/image in a memory of its own, strip by strip; the slow twins are in resample.ts and views.ts.
 */
import imageUrl from '../../kernel/dist/image.wasm?url';
import type { Pixels, Rgb8 } from './pixels';
import { type Kernel, kernel } from './resample';
import { BLOCK } from './views';

/** rows: RGB8 [height, to]; texture: as views.ts `blockTexture` has it, [rows * columns] of whole blocks. */
export type Scan = (image: Pixels, to: number) => { readonly rows: Rgb8; readonly texture: Float64Array };

/** Exports of kernel/image/index.ts, which says what they take. */
interface Loops {
  readonly memory: WebAssembly.Memory;
  horizontal(
    source: number,
    rows: number,
    width: number,
    to: number,
    first: number,
    pairs: number,
    high: number,
    low: number,
    stride: number,
    out: number,
  ): void;
  texture(
    source: number,
    below: boolean,
    width: number,
    columns: number,
    lines: number,
    sums: number,
    out: number,
  ): void;
}

/** Of a weight's 22 bits these lie in its lower half (LOW_BITS of kernel/image). */
const LOW_BITS = 11;
/** Bytes that the loops may touch beyond the end of a row or of a strip. */
const SLACK = 128;
/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;
/** Where the strip ends up, behind the stack that AssemblyScript does not use, bytes. */
const START = 1024;

/** The loops, compiled; null where the browser cannot (no SIMD) or the file did not come. */
export async function openScan(): Promise<Scan | null> {
  try {
    const response = await fetch(imageUrl);
    if (!response.ok) return null;
    return scanWith(await WebAssembly.compile(await response.arrayBuffer()));
  } catch {
    return null;
  }
}

/** A pass with memory of its own, which is let go after each picture: a large one needs a few MB for a strip. */
export function scanWith(module: WebAssembly.Module): Scan {
  return (image, to) => {
    const { memory, ...loops } = new WebAssembly.Instance(module).exports as unknown as Loops;
    const { width, height, data } = image;
    const columns = Math.floor(width / BLOCK);
    const rows = Math.floor(height / BLOCK);
    const taps = pairs(kernel(width, to));
    const reserve = allocator(memory);
    const source = reserve((BLOCK + 1) * width * 4);
    const [first, count, high, low] = [taps.first, taps.pairs, taps.high, taps.low].map((table) =>
      reserve(table.byteLength),
    ) as [number, number, number, number];
    const lines = reserve(2 * (width + 2 * SLACK));
    const sums = reserve(columns * 16);
    const blocks = reserve(columns * 4);
    const out = reserve(BLOCK * to * 3);
    const bytes = new Uint8Array(memory.buffer);
    for (const [at, table] of [
      [first, taps.first],
      [count, taps.pairs],
      [high, taps.high],
      [low, taps.low],
    ] as const) {
      bytes.set(new Uint8Array(table.buffer), at);
    }
    const narrow = new Uint8Array(height * to * 3);
    const texture = new Float64Array(rows * columns);
    for (let y = 0; y < height; y += BLOCK) {
      const full = Math.min(BLOCK, height - y);
      const below = y + full < height;
      bytes.set(data.subarray(y * width * 4, (y + full + (below ? 1 : 0)) * width * 4), source);
      loops.horizontal(source, full, width, to, first, count, high, low, taps.stride, out);
      narrow.set(bytes.subarray(out, out + full * to * 3), y * to * 3);
      if (full < BLOCK) continue;
      loops.texture(source, below, width, columns, lines, sums, blocks);
      texture.set(new Int32Array(memory.buffer, blocks, columns), (y / BLOCK) * columns);
    }
    return { rows: narrow, texture };
  };
}

/** Gives out addresses one behind the other, and grows the memory as they are given. */
function allocator(memory: WebAssembly.Memory): (bytes: number) => number {
  let at = START;
  return (bytes) => {
    const from = at;
    at = (from + bytes + SLACK + 15) & ~15;
    const missing = Math.ceil((at - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    return from;
  };
}

/** Taps in twos, each weight in two halves of 16 bits. */
function pairs({ first, taps, weights, stride }: Kernel) {
  const wide = Math.ceil(stride / 2);
  const high = new Int16Array(first.length * wide * 2);
  const low = new Int16Array(high.length);
  for (let x = 0; x < first.length; x++) {
    for (let k = 0; k < (taps[x] as number); k++) {
      const weight = weights[x * stride + k] as number;
      high[x * wide * 2 + k] = weight >> LOW_BITS;
      low[x * wide * 2 + k] = weight & ((1 << LOW_BITS) - 1);
    }
  }
  return { first, pairs: taps.map((n) => Math.ceil(n / 2)), high, low, stride: wide };
}

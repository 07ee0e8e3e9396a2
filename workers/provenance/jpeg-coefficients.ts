/**
 * Histograms of a baseline JPEG's quantised luminance coefficients, decoded no further than that (ITU-T T.81, annex F).
 * No library hands the coefficients out; this one reads the plain case (one interleaved Huffman scan, 8 bit) and
 * declines every other.
 */
import { Bytes } from '../image/bytes';

/** Low frequencies, as zigzag positions; higher ones are mostly zero. */
export const FIRST_MODE = 1;
export const LAST_MODE = 9;
/** Values beyond this are counted nowhere; histograms hardly reach it. */
export const LARGEST_VALUE = 60;
/** Enough for a histogram, a fraction of a second; 60,000 blocks are 3.8 megapixels. */
const MAX_BLOCKS = 60_000;

interface Huffman {
  /** Per code length 1..16: first code, number of codes, index of the first symbol. */
  readonly first: readonly number[];
  readonly counts: readonly number[];
  readonly index: readonly number[];
  readonly symbols: Uint8Array;
}

interface Component {
  readonly id: number;
  readonly blocks: number;
  dc: Huffman | undefined;
  ac: Huffman | undefined;
}

function huffman(counts: number[], symbols: Uint8Array): Huffman {
  const first: number[] = [];
  const index: number[] = [];
  let code = 0;
  let at = 0;
  for (const count of counts) {
    first.push(code);
    index.push(at);
    code = (code + count) << 1;
    at += count;
  }
  return { first, counts, index, symbols };
}

/** Raised where the data do not follow the rules; caught in {@link luminanceHistograms}. */
class BadData extends Error {}

class Bits {
  #hold = 0;
  #left = 0;
  constructor(
    private readonly data: Uint8Array,
    private at: number,
  ) {}
  bit(): number {
    if (this.#left === 0) {
      const byte = this.data[this.at];
      if (byte === undefined) throw new BadData();
      if (byte === 0xff) {
        if (this.data[this.at + 1] !== 0) throw new BadData();
        this.at += 1; // the stuffed zero
      }
      this.at += 1;
      this.#hold = byte;
      this.#left = 8;
    }
    this.#left -= 1;
    return (this.#hold >> this.#left) & 1;
  }
  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | this.bit();
    return value;
  }
  symbol({ first, counts, index, symbols }: Huffman): number {
    let code = 0;
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.bit();
      const offset = code - (first[length] as number);
      if (offset < (counts[length] as number)) return symbols[(index[length] as number) + offset] as number;
    }
    throw new BadData();
  }
  /** Steps over a restart marker. */
  restart(): void {
    this.#left = 0;
    if (this.data[this.at] !== 0xff || ((this.data[this.at + 1] ?? 0) & 0xf8) !== 0xd0) throw new BadData();
    this.at += 2;
  }
}

/** Histograms of all modes one behind another. */
const BINS = LARGEST_VALUE + 1;

function count(histograms: Uint32Array, mode: number, value: number): void {
  const at = mode * BINS + value;
  histograms[at] = (histograms[at] as number) + 1;
}

/** One block; adds its low luminance coefficients to `histograms` where given. */
function block(bits: Bits, { dc, ac }: Component, histograms: Uint32Array | null): void {
  if (!dc || !ac) throw new BadData();
  bits.bits(bits.symbol(dc) & 15);
  let k = 1;
  let counted = FIRST_MODE;
  while (k < 64) {
    const symbol = bits.symbol(ac);
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) break;
      k += 16;
      continue;
    }
    k += symbol >> 4;
    const raw = bits.bits(size);
    if (histograms && k <= LAST_MODE) {
      for (; counted < k; counted++) count(histograms, counted, 0);
      const value = raw >> (size - 1) ? raw : (1 << size) - 1 - raw;
      if (value <= LARGEST_VALUE) count(histograms, k, value);
      counted = k + 1;
    }
    k++;
  }
  if (histograms) for (; counted <= LAST_MODE; counted++) count(histograms, counted, 0);
}

/**
 * Counts of absolute values 0..{@link LARGEST_VALUE} by zigzag position; null for other kinds of JPEG and broken data.
 */
export function luminanceHistograms(data: Uint8Array): readonly Uint32Array[] | null {
  const b = new Bytes(data);
  const tables = new Map<number, Huffman>();
  const components: Component[] = [];
  let units = 0;
  let interval = 0;
  for (let at = 2; ; ) {
    const marker = b.u8(at + 1);
    if (b.u8(at) !== 0xff || !(marker >= 0xc0)) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + b.be16(at + 2);
    if (!(end <= data.length)) return null;
    if (marker === 0xc4) {
      for (let t = at + 4; t < end; ) {
        const counts = [...data.subarray(t + 1, t + 17)];
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (t + 17 + total > end) return null;
        tables.set(b.u8(t), huffman(counts, data.subarray(t + 17, t + 17 + total)));
        t += 17 + total;
      }
    } else if (marker === 0xdd) interval = b.be16(at + 4);
    else if (marker === 0xc0 || marker === 0xc1) {
      if (b.u8(at + 4) !== 8) return null;
      const count = b.u8(at + 9);
      let widest = 1;
      let highest = 1;
      for (let i = 0; i < count; i++) {
        const factors = b.u8(at + 11 + i * 3);
        widest = Math.max(widest, factors >> 4);
        highest = Math.max(highest, factors & 15);
        const blocks = (factors >> 4) * (factors & 15);
        components.push({ id: b.u8(at + 10 + i * 3), blocks, dc: undefined, ac: undefined });
      }
      // A single component is never interleaved: its blocks come one by one.
      if (count === 1) components[0] = { ...(components[0] as Component), blocks: 1 };
      const [unitWidth, unitHeight] = count === 1 ? [8, 8] : [widest * 8, highest * 8];
      units = Math.ceil(b.be16(at + 7) / unitWidth) * Math.ceil(b.be16(at + 5) / unitHeight);
    } else if (marker === 0xda) {
      const count = b.u8(at + 4);
      if (count !== components.length || count === 0) return null;
      for (let i = 0; i < count; i++) {
        const component = components.find(({ id }) => id === b.u8(at + 5 + i * 2));
        const selectors = b.u8(at + 6 + i * 2);
        if (!component) return null;
        component.dc = tables.get(selectors >> 4);
        component.ac = tables.get(0x10 | (selectors & 15));
      }
      return read(new Bits(data, end), components, units, interval);
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) return null;
    at = end;
  }
}

function read(bits: Bits, components: readonly Component[], units: number, interval: number) {
  const histograms = new Uint32Array((LAST_MODE + 1) * BINS);
  const perUnit = components[0]?.blocks ?? 1;
  try {
    for (let unit = 0; unit < units && unit * perUnit < MAX_BLOCKS; unit++) {
      if (interval > 0 && unit > 0 && unit % interval === 0) bits.restart();
      components.forEach((component, i) => {
        for (let n = 0; n < component.blocks; n++) block(bits, component, i === 0 ? histograms : null);
      });
    }
  } catch (error) {
    if (error instanceof BadData) return null;
    throw error;
  }
  return Array.from({ length: LAST_MODE + 1 }, (_, mode) =>
    histograms.subarray(mode * BINS, (mode + 1) * BINS),
  );
}

/**
 * What kind of file this is, by its bytes: never by name or MIME type, both of which lie.
 *
 * Reads a prefix of the file, never throws, never allocates more than a few numbers, and stops at the first thing
 * that does not fit. Sizes come from headers, before orientation, so that a decompression bomb is refused unopened.
 */

import type { Format } from '../../src/contract';
import { Bytes } from './bytes';

/** Bytes of the file that {@link sniff} wants to see; enough for the metadata in front of a JPEG's frame header. */
export const SNIFF_BYTES = 2 * 1024 * 1024;

export interface Sniffed {
  readonly format: Format;
  /** Stored size in px, before EXIF orientation; null where the header was not found. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly hasExif: boolean;
  readonly animated: boolean;
}

const UNKNOWN: Sniffed = { format: 'unknown', size: null, hasExif: false, animated: false };

/** A size only if both sides are positive whole numbers. */
function sized(width: number, height: number): Sniffed['size'] {
  return width > 0 && height > 0 ? { width, height } : null;
}

function jpeg(b: Bytes): Sniffed {
  let hasExif = false;
  let at = 2;
  while (at + 4 <= b.data.length) {
    if (b.u8(at) !== 0xff) break;
    const marker = b.u8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2; // no length
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const length = b.be16(at + 2);
    if (!(length >= 2)) break;
    if (marker === 0xe1 && b.ascii(at + 4, 6) === 'Exif\0\0') hasExif = true;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      return { format: 'jpeg', size: sized(b.be16(at + 7), b.be16(at + 5)), hasExif, animated: false };
    }
    at += 2 + length;
  }
  return { format: 'jpeg', size: null, hasExif, animated: false };
}

function png(b: Bytes): Sniffed {
  const size = b.ascii(12, 4) === 'IHDR' ? sized(b.be32(16), b.be32(20)) : null;
  let hasExif = false;
  let animated = false;
  // acTL must stand before the first IDAT; eXIf may also follow it, which is rare and needs the whole file.
  for (let at = 8; at + 8 <= b.data.length; at += 12 + b.be32(at)) {
    const type = b.ascii(at + 4, 4);
    if (type === 'acTL') animated = b.be32(at + 8) > 1;
    if (type === 'eXIf') hasExif = true;
    if (type === 'IEND') break;
  }
  return { format: 'png', size, hasExif, animated };
}

/** Skips data sub-blocks; the offset after their terminator. */
function skipSubBlocks(b: Bytes, start: number): number {
  let at = start;
  while (b.u8(at) > 0) at += 1 + b.u8(at);
  return at + 1;
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function gif(b: Bytes): Sniffed {
  const size = sized(b.le16(6), b.le16(8));
  let frames = 0;
  let loops = false;
  let at = 13 + colourTable(b.u8(10));
  while (at < b.data.length && frames < 2) {
    const block = b.u8(at);
    if (block === 0x2c) {
      frames++;
      at = skipSubBlocks(b, at + 11 + colourTable(b.u8(at + 9)));
    } else if (block === 0x21) {
      if (b.u8(at + 1) === 0xff && b.ascii(at + 3, 11) === 'NETSCAPE2.0') loops = true;
      at = skipSubBlocks(b, at + 2);
    } else break;
  }
  // The first frame alone may be longer than the prefix; a loop extension then tells.
  return { format: 'gif', size, hasExif: false, animated: frames > 1 || (loops && at >= b.data.length) };
}

function webp(b: Bytes): Sniffed {
  const base = { format: 'webp' as const, hasExif: false, animated: false };
  switch (b.ascii(12, 4)) {
    case 'VP8X': {
      const flags = b.u8(20);
      const side = (at: number) => b.le16(at) + b.u8(at + 2) * 65536 + 1;
      return {
        format: 'webp',
        size: sized(side(24), side(27)),
        hasExif: (flags & 0x08) !== 0,
        animated: (flags & 0x02) !== 0,
      };
    }
    case 'VP8 ':
      if (b.u8(23) !== 0x9d || b.u8(24) !== 0x01 || b.u8(25) !== 0x2a) return { ...base, size: null };
      return { ...base, size: sized(b.le16(26) & 0x3fff, b.le16(28) & 0x3fff) };
    case 'VP8L': {
      if (b.u8(20) !== 0x2f) return { ...base, size: null };
      const bits = b.le32(21);
      return { ...base, size: sized((bits & 0x3fff) + 1, (Math.floor(bits / 0x4000) & 0x3fff) + 1) };
    }
    default:
      return UNKNOWN;
  }
}

const BMP_HEADERS: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

function bmp(b: Bytes): Sniffed {
  const header = b.le32(14);
  if (!BMP_HEADERS.has(header)) return UNKNOWN; // a text that starts with "BM"
  const size = header === 12 ? sized(b.le16(18), b.le16(20)) : sized(b.le32(18), Math.abs(b.le32(22) | 0)); // a negative height means top-down
  return { format: 'bmp', size, hasExif: false, animated: false };
}

const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);
const HEIF_BRANDS: ReadonlySet<string> = new Set(
  'heic heix hevc hevx heim heis hevm hevs mif1 msf1 mif2'.split(' '),
);

/** ISO base media: brands decide; the largest `ispe` of the `meta` box is the picture's size. */
function isoMedia(b: Bytes): Sniffed {
  const length = b.be32(0);
  if (!(length >= 16 && length <= 1024)) return UNKNOWN;
  const brands = [b.ascii(8, 4)];
  for (let at = 16; at + 4 <= Math.min(length, b.data.length); at += 4) brands.push(b.ascii(at, 4));
  const avif = brands.some((brand) => AVIF_BRANDS.has(brand));
  if (!avif && !brands.some((brand) => HEIF_BRANDS.has(brand))) return UNKNOWN;
  let width = 0;
  let height = 0;
  let hasExif = false;
  for (let at = length; at + 8 <= b.data.length; ) {
    const box = b.be32(at);
    if (box < 8) break;
    if (b.ascii(at + 4, 4) === 'meta') {
      const end = Math.min(at + box, b.data.length, at + 65536);
      for (let i = at + 8; i + 16 <= end; i++) {
        const first = b.data[i];
        if (first === 0x69 && b.ascii(i, 4) === 'ispe') {
          width = Math.max(width, b.be32(i + 8));
          height = Math.max(height, b.be32(i + 12));
        } else if (first === 0x45 && b.ascii(i, 4) === 'Exif') hasExif = true;
      }
      break;
    }
    at += box;
  }
  return {
    format: avif ? 'avif' : 'heic',
    size: sized(width, height),
    hasExif,
    animated: brands[0] === 'avis',
  };
}

/** An `<svg` element as the first one of an XML text. */
function isSvg(b: Bytes): boolean {
  const text = new TextDecoder('utf-8').decode(b.data.subarray(0, 4096)).replace(/^\uFEFF/, '');
  const rest = text.replace(
    /^(\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*(\[[^\]]*\])?[^>]*>)*/i,
    '',
  );
  return /^<([a-z]+:)?svg[\s>/]/i.test(rest);
}

/** Looks at the first {@link SNIFF_BYTES} of a file. */
export function sniff(data: Uint8Array): Sniffed {
  const b = new Bytes(data);
  if (b.starts(0xff, 0xd8, 0xff)) return jpeg(b);
  if (b.starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return png(b);
  const head = b.ascii(0, 6);
  if (head === 'GIF87a' || head === 'GIF89a') return gif(b);
  if (head.startsWith('RIFF') && b.ascii(8, 4) === 'WEBP') return webp(b);
  if (head.startsWith('BM')) return bmp(b);
  if (b.starts(0x49, 0x49, 0x2a, 0) || b.starts(0x4d, 0x4d, 0, 0x2a)) return { ...UNKNOWN, format: 'tiff' };
  if (b.starts(0x49, 0x49, 0x2b, 0) || b.starts(0x4d, 0x4d, 0, 0x2b)) return { ...UNKNOWN, format: 'tiff' };
  if (b.ascii(4, 4) === 'ftyp') return isoMedia(b);
  if (isSvg(b)) return { ...UNKNOWN, format: 'svg' };
  return UNKNOWN;
}

/** PNG (W3C, third edition): chunks with their check sums up to IEND. */
import { Bytes, text } from '../../image/bytes';
import { inflate } from '../inflate';
import { broken, type Container, type Draft, draft, sized } from './container';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
/** What ImageMagick calls the profiles it carries over from other containers, as hexadecimal text. */
const RAW_PROFILE = 'Raw profile type ';

/** CRC-32 of ISO 3309, the table of the PNG standard's annex D. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(data: Uint8Array, start: number, end: number): number {
  let crc = 0xffffffff;
  for (let i = start; i < end; i++)
    crc = (CRC_TABLE[(crc ^ (data[i] as number)) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Offset of the first zero byte in a chunk, or -1. */
function zero(data: Uint8Array, from: number, end: number): number {
  const at = data.indexOf(0, from);
  return at >= 0 && at < end ? at : -1;
}

/** A tEXt, zTXt or iTXt chunk; null if it is not built as one. */
async function readText(b: Bytes, type: string, start: number, end: number) {
  const split = zero(b.data, start, end);
  // The standard's limits of a keyword.
  if (split < start + 1 || split > start + 79) return null;
  const keyword = b.ascii(start, split - start);
  if (type === 'tEXt') return { keyword, text: text(b.part(split + 1, end)) };
  if (type === 'zTXt') {
    const plain = b.u8(split + 1) === 0 ? await inflate(b.part(split + 2, end)) : null;
    return plain && { keyword, text: text(plain) };
  }
  const compressed = b.u8(split + 1);
  const language = zero(b.data, split + 3, end);
  const translated = language < 0 ? -1 : zero(b.data, language + 1, end);
  if (compressed > 1 || translated < 0) return null;
  const body = b.part(translated + 1, end);
  const plain = compressed === 1 ? await inflate(body) : body;
  return plain && { keyword, text: text(plain) };
}

/** "\nexif\n    12\n4578…": the bytes, or null. */
function rawProfile(body: string): Uint8Array | null {
  const match = /^\s*\S+\s+(\d+)\s+([0-9a-fA-F\s]*)$/.exec(body);
  const hex = match?.[2]?.replace(/\s+/g, '') ?? '';
  if (!match || hex.length !== Number(match[1]) * 2) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  );
}

const EXIF_PREFIX = 'Exif\0\0';
const PHOTOSHOP_MARK = '8BIM';

/** Sorts a text entry: XMP and carried-over profiles are no text. */
function file(c: Draft, entry: { keyword: string; text: string }): void {
  if (entry.keyword === XMP_KEYWORD) {
    c.xmp.push(entry.text);
    return;
  }
  if (!entry.keyword.startsWith(RAW_PROFILE)) {
    c.texts.push(entry);
    return;
  }
  const profile = rawProfile(entry.text);
  if (!profile) return;
  const b = new Bytes(profile);
  if (b.ascii(0, 6) === EXIF_PREFIX) c.exif.push(profile.subarray(6));
  else if (b.ascii(0, 4) === PHOTOSHOP_MARK) c.photoshop.push(profile);
  else if (entry.keyword.endsWith('xmp')) c.xmp.push(text(profile));
}

/** A chunk with a wrong check sum breaks the file, as it does for every decoder that looks. */
export async function readPng(data: Uint8Array): Promise<Container> {
  const b = new Bytes(data);
  const c = draft();
  let pixels = false;
  for (let at = 8; ; ) {
    const length = b.be32(at);
    const type = b.ascii(at + 4, 4);
    const start = at + 8;
    const end = start + length;
    if (!(end + 4 <= data.length)) return broken(c, 'a chunk is cut off', at);
    if (!/^[A-Za-z]{4}$/.test(type)) return broken(c, 'not a chunk', at);
    if (crc32(data, at + 4, end) !== b.be32(end)) return broken(c, `a wrong check sum in ${type}`, at);
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return broken(c, 'no header', at);
      c.size = sized(b.be32(start), b.be32(start + 4));
    } else if (type === 'IHDR') return broken(c, 'a second header', at);
    if (type === 'IDAT' && length > 0) pixels = true;
    else if (type === 'eXIf') c.exif.push(b.part(start, end));
    else if (type === 'caBX') c.credentials = true;
    else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
      const entry = await readText(b, type, start, end);
      if (entry) file(c, entry);
    }
    at = end + 4;
    if (type === 'IEND') {
      c.end = at;
      break;
    }
  }
  if (!pixels || !c.size) return broken(c, 'no picture data', c.end);
  return c;
}

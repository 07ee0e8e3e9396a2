/** Files that are refused or need a word: for tests of what the page says to each, and for its pictures. */
import { crc32 } from 'node:zlib';
import { landscapePng } from './pictures.mjs';

function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Length of a PNG's signature and header, behind which entries may be put. */
const PNG_HEADER = 33;

const PARAMETERS =
  'a lighthouse at dusk\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 640x480, Model: v1-5';

/** A picture with the text entry of Stable Diffusion. */
export function declaredPng(width = 640, height = 480) {
  const picture = landscapePng(width, height);
  const entry = pngChunk('tEXt', Buffer.from(`parameters\0${PARAMETERS}`, 'latin1'));
  return Buffer.concat([picture.subarray(0, PNG_HEADER), entry, picture.subarray(PNG_HEADER)]);
}

/** The first bytes of a HEIC photo. */
export const heicHeader = () =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)]);

/** Says of itself that it is of 900 megapixels. */
export function hugePng() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', Buffer.alloc(64)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pixels of one clear code: plain LZW codes of `bits` bits never grow as long as a clear code comes often enough. */
function gifFrame(width, height, shade) {
  const bits = 8;
  const clear = 1 << bits;
  const codes = [clear];
  for (let i = 0; i < width * height; i++) {
    if (i > 0 && i % 250 === 0) codes.push(clear);
    codes.push(shade(i % width, Math.floor(i / width)));
  }
  codes.push(clear + 1);
  const bytes = [];
  let held = 0;
  let count = 0;
  for (const code of codes) {
    held |= code << count;
    count += bits + 1;
    for (; count >= 8; count -= 8, held >>>= 8) bytes.push(held & 255);
  }
  if (count > 0) bytes.push(held & 255);
  const blocks = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  const u16 = (value) => [value & 255, value >> 8];
  return [
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, ...u16(width), ...u16(height), 0],
    bits,
    ...blocks,
    0,
  ];
}

/** A GIF of two frames, with some texture, so that there is something to judge. */
export function animatedGif(width = 320, height = 240) {
  const u16 = (value) => [value & 255, value >> 8];
  const palette = Array.from({ length: 256 }, (_, i) => [i, i, Math.min(255, i + 20)]).flat();
  const frame = (offset) =>
    gifFrame(width, height, (x, y) => ((x * x * 7 + y * 13 + x * y * 3 + offset) % 97) + Math.floor(y / 2));
  return Buffer.from([
    ...Buffer.from('GIF89a'),
    ...u16(width),
    ...u16(height),
    0xf7,
    0,
    0,
    ...palette,
    ...[0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...frame(0),
    ...frame(31),
    0x3b,
  ]);
}

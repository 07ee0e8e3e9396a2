import { describe, expect, it } from 'vitest';
import { sniff } from './sniff';

const ascii = (text: string) => Array.from(text, (c) => c.charCodeAt(0));
const be16 = (n: number) => [(n >> 8) & 255, n & 255];
const be32 = (n: number) => [...be16(n >>> 16), ...be16(n & 0xffff)];
const le16 = (n: number) => be16(n).reverse();
const le32 = (n: number) => be32(n).reverse();
const le24 = (n: number) => le32(n).slice(0, 3);
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? ascii(p) : p)));

const SOI = [0xff, 0xd8];
const segment = (marker: number, payload: number[]) => [
  0xff,
  marker,
  ...be16(payload.length + 2),
  ...payload,
];
const frame = (marker: number, width: number, height: number) =>
  segment(marker, [8, ...be16(height), ...be16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (type: string, payload: number[]) => [
  ...be32(payload.length),
  ...ascii(type),
  ...payload,
  0,
  0,
  0,
  0,
];
const ihdr = (width: number, height: number) =>
  chunk('IHDR', [...be32(width), ...be32(height), 8, 2, 0, 0, 0]);
const riff = (type: string, payload: number[]) =>
  bytes('RIFF', le32(payload.length + 12), 'WEBP', type, le32(payload.length), payload);
const ftyp = (...brands: string[]) => [
  ...be32(12 + 4 * brands.length),
  ...ascii(`ftyp${brands[0]}`),
  0,
  0,
  0,
  0,
  ...ascii(brands.slice(1).join('')),
];
const ispe = (width: number, height: number) => [
  ...be32(20),
  ...ascii('ispe'),
  0,
  0,
  0,
  0,
  ...be32(width),
  ...be32(height),
];
const meta = (...content: number[]) => [
  ...be32(content.length + 12),
  ...ascii('meta'),
  0,
  0,
  0,
  0,
  ...content,
];
const GIF_FRAME = [0x2c, ...le16(0), ...le16(0), ...le16(9), ...le16(7), 0, 2, 2, 0x4c, 1, 0];

describe('sniff', () => {
  it('reads a JPEG behind a long EXIF segment that holds another JPEG', () => {
    const thumbnail = [...SOI, ...frame(0xc0, 160, 120)];
    const app1 = segment(0xe1, [...ascii('Exif\0\0'), ...thumbnail]);
    const file = bytes(SOI, app1, segment(0xc4, [0]), frame(0xc2, 4000, 3000));
    expect(sniff(file)).toEqual({
      format: 'jpeg',
      size: { width: 4000, height: 3000 },
      hasExif: true,
      animated: false,
    });
  });

  it('does not take XMP for EXIF, nor a table for a frame', () => {
    const file = bytes(SOI, segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0')), frame(0xc0, 20, 10));
    expect(sniff(file)).toMatchObject({ size: { width: 20, height: 10 }, hasExif: false });
  });

  it('knows a JPEG whose header is cut off, without a size', () => {
    expect(sniff(bytes(SOI, [0xff, 0xe0, 0, 16]))).toMatchObject({ format: 'jpeg', size: null });
  });

  it('reads PNG, APNG and EXIF in PNG', () => {
    expect(sniff(bytes(PNG, ihdr(300, 200), chunk('IDAT', [1])))).toMatchObject({
      format: 'png',
      size: { width: 300, height: 200 },
      animated: false,
      hasExif: false,
    });
    const animated = bytes(PNG, ihdr(3, 2), chunk('acTL', [...be32(4), ...be32(0)]), chunk('eXIf', [1]));
    expect(sniff(animated)).toMatchObject({ animated: true, hasExif: true });
    expect(sniff(bytes(PNG, ihdr(3, 2), chunk('acTL', [...be32(1), ...be32(0)])))).toMatchObject({
      animated: false,
    });
  });

  it('survives a PNG chunk that claims four gigabytes', () => {
    const file = bytes(PNG, ihdr(3, 2), be32(0xffffffff), 'tEXt', [1, 2, 3]);
    expect(sniff(file)).toMatchObject({ format: 'png', size: { width: 3, height: 2 } });
  });

  it('counts the frames of a GIF', () => {
    const head = bytes('GIF89a', le16(9), le16(7), [0, 0, 0]);
    expect(sniff(bytes([...head], GIF_FRAME, [0x3b]))).toMatchObject({
      format: 'gif',
      size: { width: 9, height: 7 },
      animated: false,
    });
    expect(sniff(bytes([...head], GIF_FRAME, GIF_FRAME, [0x3b]))).toMatchObject({ animated: true });
  });

  it('reads the three kinds of WebP', () => {
    const lossy = [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(640), ...le16(0x4000 | 480)];
    expect(sniff(riff('VP8 ', lossy))).toMatchObject({ format: 'webp', size: { width: 640, height: 480 } });
    const lossless = [0x2f, ...le32((640 - 1) | ((480 - 1) << 14))];
    expect(sniff(riff('VP8L', lossless))).toMatchObject({
      size: { width: 640, height: 480 },
      animated: false,
    });
    const extended = [0x0a, 0, 0, 0, ...le24(1999), ...le24(999)];
    expect(sniff(riff('VP8X', extended))).toEqual({
      format: 'webp',
      size: { width: 2000, height: 1000 },
      hasExif: true,
      animated: true,
    });
  });

  it('leaves other RIFF files alone', () => {
    expect(sniff(bytes('RIFF', le32(36), 'WAVE', 'fmt '))).toMatchObject({ format: 'unknown' });
  });

  it('reads BMP, top-down too, and not a text that starts with BM', () => {
    const file = bytes('BM', le32(54), le32(0), le32(54), le32(40), le32(17), le32(-5));
    expect(sniff(file)).toMatchObject({ format: 'bmp', size: { width: 17, height: 5 } });
    expect(sniff(bytes('BMW is a car maker in Bavaria'))).toMatchObject({ format: 'unknown' });
  });

  it('tells AVIF from HEIC by brands, and takes the largest picture', () => {
    const avif = bytes(ftyp('mif1', 'mif1', 'avif'), meta(...ispe(160, 120), ...ispe(1600, 1200)));
    expect(sniff(avif)).toMatchObject({
      format: 'avif',
      size: { width: 1600, height: 1200 },
      hasExif: false,
    });
    expect(sniff(bytes(ftyp('avis', 'avis')))).toMatchObject({ format: 'avif', animated: true });
    const heic = bytes(ftyp('heic', 'mif1'), meta(...ascii('Exif'), ...ispe(40, 30)));
    expect(sniff(heic)).toMatchObject({ format: 'heic', size: { width: 40, height: 30 }, hasExif: true });
    expect(sniff(bytes(ftyp('isom', 'mp42')))).toMatchObject({ format: 'unknown' });
  });

  it('knows TIFF in both byte orders, and BigTIFF', () => {
    for (const head of [
      [0x49, 0x49, 42, 0],
      [0x4d, 0x4d, 0, 42],
      [0x49, 0x49, 43, 0],
    ]) {
      expect(sniff(Uint8Array.from([...head, 8, 0, 0, 0]))).toMatchObject({ format: 'tiff' });
    }
  });

  it('knows SVG behind a declaration, a comment and a doctype, and not SVG inside HTML', () => {
    const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">';
    expect(sniff(bytes(`<?xml version="1.0"?>\n<!-- a > b -->${doctype}<svg width="1"/>`))).toMatchObject({
      format: 'svg',
    });
    expect(sniff(bytes('<!DOCTYPE html><body><svg></svg>'))).toMatchObject({ format: 'unknown' });
  });

  it('knows nothing about text, nothing and truncated magic', () => {
    for (const file of [bytes(''), bytes('hello world'), bytes([0xff, 0xd8]), bytes(PNG.slice(0, 7))]) {
      expect(sniff(file)).toEqual({ format: 'unknown', size: null, hasExif: false, animated: false });
    }
  });

  it('never throws on mutated headers', () => {
    const seeds = [
      bytes(SOI, segment(0xe1, ascii('Exif\0\0')), frame(0xc0, 4000, 3000)),
      bytes(PNG, ihdr(300, 200), chunk('acTL', be32(4))),
      bytes('GIF89a', le16(9), le16(7), [0x80, 0, 0], GIF_FRAME),
      riff('VP8X', [0x0a, 0, 0, 0, ...le24(1999), ...le24(999)]),
      bytes(ftyp('heic', 'mif1'), meta(...ispe(40, 30))),
      bytes('BM', le32(54), le32(0), le32(54), le32(40), le32(17), le32(5)),
    ];
    let state = 7;
    const next = () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 0;
    };
    for (const seed of seeds) {
      for (let round = 0; round < 500; round++) {
        const file = seed.slice(0, 1 + (next() % seed.length));
        for (let k = 0; k < 3; k++) file[next() % file.length] = next() & 255;
        const { size } = sniff(file);
        if (size) expect(size.width > 0 && size.height > 0).toBe(true);
      }
    }
  });
});

/** Files put together byte by byte: small, valid, and of nobody's making. */
import { crc32, deflateSync } from 'node:zlib';
import { encodePng, landscape } from '../../scripts/lib/pictures.mjs';

export const bytes = (...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
    ),
  );

export const be16 = (value: number) => [(value >> 8) & 255, value & 255];
export const be32 = (value: number) => [
  (value >>> 24) & 255,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];
export const le16 = (value: number) => be16(value).reverse();
export const le32 = (value: number) => be32(value).reverse();

/** One EXIF or TIFF entry: tag, type, and the bytes of its value. */
export interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Uint8Array;
}

export const ascii = (tag: number, text: string): Entry => {
  const value = bytes(text, [0]);
  return { tag, type: 2, count: value.length, value };
};
export const short = (tag: number, value: number): Entry => ({
  tag,
  type: 3,
  count: 1,
  value: bytes(le16(value)),
});
export const long = (tag: number, value: number): Entry => ({
  tag,
  type: 4,
  count: 1,
  value: bytes(le32(value)),
});
export const rational = (tag: number, ...pairs: [number, number][]): Entry => ({
  tag,
  type: 5,
  count: pairs.length,
  value: bytes(...pairs.map(([a, b]) => [...le32(a), ...le32(b)])),
});
export const raw = (tag: number, type: number, value: Uint8Array): Entry => ({
  tag,
  type,
  count: value.length,
  value,
});

const SUB_DIRECTORIES = { exif: 0x8769, gps: 0x8825 } as const;

export interface Directories {
  readonly main?: readonly Entry[];
  readonly exif?: readonly Entry[];
  readonly gps?: readonly Entry[];
}

/** A little-endian TIFF structure with its directories one behind another, each with its values. */
export function tiff({ main = [], exif, gps }: Directories): Uint8Array {
  const subs = [
    ...(exif ? [{ tag: SUB_DIRECTORIES.exif, entries: exif }] : []),
    ...(gps ? [{ tag: SUB_DIRECTORIES.gps, entries: gps }] : []),
  ];
  const lengthOf = (entries: readonly Entry[]) =>
    6 +
    entries.length * 12 +
    entries.reduce((sum, { value }) => sum + (value.length > 4 ? value.length + (value.length & 1) : 0), 0);
  let at = 8 + lengthOf([...main, ...subs.map(({ tag }) => long(tag, 0))]);
  const pointers = subs.map(({ tag, entries }) => {
    const here = at;
    at += lengthOf(entries);
    return long(tag, here);
  });
  const directory = (entries: readonly Entry[], start: number) => {
    const sorted = [...entries].sort((a, b) => a.tag - b.tag);
    let values = start + 6 + sorted.length * 12;
    const tail: Uint8Array[] = [];
    const rows = sorted.map(({ tag, type, count, value }) => {
      const head = [...le16(tag), ...le16(type), ...le32(count)];
      if (value.length <= 4) return bytes(head, value, new Uint8Array(4 - value.length));
      const row = bytes(head, le32(values));
      const padded = bytes(value, new Uint8Array(value.length & 1));
      tail.push(padded);
      values += padded.length;
      return row;
    });
    return bytes(le16(sorted.length), ...rows, le32(0), ...tail);
  };
  const parts = [directory([...main, ...pointers], 8)];
  let start = 8 + (parts[0] as Uint8Array).length;
  for (const { entries } of subs) {
    const part = directory(entries, start);
    parts.push(part);
    start += part.length;
  }
  return bytes('II', le16(42), le32(8), ...parts);
}

/** What a camera writes. */
export const CAMERA: Directories = {
  main: [ascii(0x010f, 'Canon'), ascii(0x0110, 'Canon EOS R5')],
  exif: [
    rational(0x829a, [1, 250]),
    rational(0x829d, [28, 10]),
    short(0x8827, 400),
    ascii(0x9003, '2026:05:17 18:22:03'),
    rational(0x920a, [50, 1]),
    ascii(0xa434, 'RF50mm F1.8 STM'),
  ],
};

export const userComment = (code: 'ASCII' | 'UNICODE-BE' | 'UNICODE-LE', text: string): Entry => {
  const label = code === 'ASCII' ? bytes('ASCII', [0, 0, 0]) : bytes('UNICODE', [0]);
  const wide = Buffer.from(text, 'utf16le');
  const body = code === 'ASCII' ? bytes(text) : code === 'UNICODE-LE' ? wide : Buffer.from(wide).swap16();
  return raw(0x9286, 7, bytes(label, body));
};

/** An XMP packet around `inner`, which stands inside one rdf:Description with `attributes`. */
export const xmp = (attributes: string, inner = ''): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>\n   <?xpacket end="w"?>`;

export const sourceTypeXmp = (term: string): string =>
  xmp(`Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${term}"`);

/** Photoshop image resources with one IPTC-IIM data set of record 2. */
export const iptc = (dataset: number, text: string): Uint8Array => {
  const value = bytes([0x1c, 2, dataset], be16(Buffer.byteLength(text)), text);
  return bytes('8BIM', be16(0x0404), [0, 0], be32(value.length), value, new Uint8Array(value.length & 1));
};

// ---- JPEG

export const segment = (
  marker: number,
  ...parts: (Uint8Array | readonly number[] | string)[]
): Uint8Array => {
  const body = bytes(...parts);
  return bytes([0xff, marker], be16(body.length + 2), body);
};
export const exifSegment = (directories: Directories) => segment(0xe1, 'Exif\0\0', tiff(directories));
export const xmpSegment = (packet: string) => segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', packet);
export const iptcSegment = (dataset: number, text: string) =>
  segment(0xed, 'Photoshop 3.0\0', iptc(dataset, text));
export const comment = (text: string) => segment(0xfe, text);

/** Tables, frame and scan of a grey picture of 64 × 48 pixels, all blocks flat: two bits each. */
export const GREY_TAIL = bytes(
  segment(0xdb, [0], new Array(64).fill(8)),
  segment(0xc0, [8], be16(48), be16(64), [1, 1, 0x11, 0]),
  segment(0xc4, [0x00, 1, ...new Array(15).fill(0), 0]),
  segment(0xc4, [0x10, 1, ...new Array(15).fill(0), 0]),
  segment(0xda, [1, 1, 0x00, 0, 63, 0]),
  new Uint8Array(12),
  [0xff, 0xd9],
);

export const jpeg = (...segments: Uint8Array[]): Uint8Array => bytes([0xff, 0xd8], ...segments, GREY_TAIL);

// ---- PNG

export const chunk = (type: string, ...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array => {
  const body = bytes(type, ...parts);
  return bytes(be32(body.length - 4), body, be32(crc32(body)));
};
const PLAIN_PNG = new Uint8Array(encodePng(64, 48, landscape(64, 48)));
/** Signature and header. */
export const PNG_HEAD = PLAIN_PNG.subarray(0, 33);
export const PNG_TAIL = PLAIN_PNG.subarray(33);

export const png = (...chunks: Uint8Array[]): Uint8Array => bytes(PNG_HEAD, ...chunks, PNG_TAIL);
/** Latin-1 in the standard; programs write UTF-8, and so does this. */
export const tEXt = (keyword: string, text: string) => chunk('tEXt', keyword, [0], text);
export const zTXt = (keyword: string, text: string) =>
  chunk('zTXt', keyword, [0, 0], deflateSync(Buffer.from(text)));
export const iTXt = (keyword: string, text: string) => chunk('iTXt', keyword, [0, 0, 0, 0, 0], text);

// ---- WebP, GIF, AVIF and HEIC

const riffChunk = (type: string, body: Uint8Array) =>
  bytes(type, le32(body.length), body, new Uint8Array(body.length & 1));

/** Extended WebP of one pixel, lossless, with further chunks. */
export const webp = (...chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const body = bytes(
    'WEBP',
    riffChunk('VP8X', bytes([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riffChunk('VP8L', bytes([0x2f, 0, 0, 0, 0, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0])),
    ...chunks.map(([type, content]) => riffChunk(type, content)),
  );
  return bytes('RIFF', le32(body.length), body);
};

const subBlocks = (body: Uint8Array) => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += 255) {
    const part = body.subarray(at, at + 255);
    parts.push(bytes([part.length], part));
  }
  return bytes(...parts, [0]);
};
export const gifComment = (text: string) => bytes([0x21, 0xfe], subBlocks(bytes(text)));
/** XMP stands in GIF unblocked, before a trailer that makes it look like blocks. */
export const gifXmp = (packet: string) =>
  bytes(
    [0x21, 0xff, 11],
    'XMP DataXMP',
    packet,
    [1],
    Array.from({ length: 256 }, (_, i) => 255 - i),
    [0],
  );

export const gif = (...extensions: Uint8Array[]): Uint8Array =>
  bytes(
    'GIF89a',
    le16(1),
    le16(1),
    [0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...extensions,
    [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b],
  );

const box = (type: string, ...parts: (Uint8Array | readonly number[] | string)[]) => {
  const body = bytes(...parts);
  return bytes(be32(body.length + 8), type, body);
};
const fullBox = (type: string, version: number, ...parts: (Uint8Array | readonly number[] | string)[]) =>
  box(type, [version, 0, 0, 0], ...parts);

export const EXIF_ITEM = ['Exif', ''] as const;
export const XMP_ITEM = ['mime', 'application/rdf+xml'] as const;

/** AVIF or HEIC: a picture item of a few bytes and one metadata item, both in mdat. */
export function isoMedia(
  brand: string,
  [type, mime]: readonly [string, string],
  content: Uint8Array,
): Uint8Array {
  const item = type === 'Exif' ? bytes(be32(0), content) : content;
  const infe = (id: number, kind: string, rest: Uint8Array) =>
    fullBox('infe', 2, be16(id), be16(0), kind, [0], rest);
  const meta = (offset: number) =>
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, be32(0), 'pict', new Uint8Array(13)),
      fullBox('pitm', 0, be16(1)),
      fullBox(
        'iinf',
        0,
        be16(2),
        infe(1, brand === 'avif' ? 'av01' : 'hvc1', bytes()),
        infe(2, type, mime ? bytes(mime, [0]) : bytes()),
      ),
      fullBox(
        'iloc',
        0,
        [0x44, 0],
        be16(2),
        [...be16(1), ...be16(0), ...be16(1), ...be32(offset), ...be32(16)],
        [...be16(2), ...be16(0), ...be16(1), ...be32(offset + 16), ...be32(item.length)],
      ),
      box('iprp', box('ipco', fullBox('ispe', 0, be32(64), be32(48)))),
    );
  const ftyp = box('ftyp', brand, be32(0), brand, 'mif1');
  const offset = ftyp.length + meta(0).length + 8;
  return bytes(ftyp, meta(offset), box('mdat', new Uint8Array(16).fill(7), item));
}

/** A TIFF file of one grey pixel. */
export const tiffFile = (...entries: Entry[]): Uint8Array =>
  tiff({
    main: [
      short(0x0100, 1),
      short(0x0101, 1),
      short(0x0102, 8),
      short(0x0103, 1),
      short(0x0106, 1),
      long(0x0111, 0),
      long(0x0117, 1),
      ...entries,
    ],
  });

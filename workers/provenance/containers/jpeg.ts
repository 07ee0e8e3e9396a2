/** JPEG (ITU-T T.81): marker segments up to the end-of-image marker. */
import { Bytes, text } from '../../image/bytes';
import { broken, type Container, type Draft, draft, type JpegStructure, sized } from './container';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
const ICC = 'ICC_PROFILE\0';
const MULTI_PICTURE = 'MPF\0';

/** `SOF` markers: frame headers, without DHT, JPG and DAC which share the range. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isProgressive = (marker: number) => [0xc2, 0xc6, 0xca, 0xce].includes(marker);

/** Reads the tables of one DQT segment into `tables`; false if they do not fill it exactly. */
function readTables(b: Bytes, start: number, end: number, tables: Map<number, number[]>): boolean {
  let at = start;
  while (at < end) {
    const wide = b.u8(at) >> 4;
    const id = b.u8(at) & 15;
    const step = wide ? 2 : 1;
    if (wide > 1 || id > 3 || at + 1 + 64 * step > end) return false;
    const values = Array.from({ length: 64 }, (_, i) => (wide ? b.be16(at + 1 + i * 2) : b.u8(at + 1 + i)));
    if (values.some((value) => value === 0)) return false;
    tables.set(id, values);
    at += 1 + 64 * step;
  }
  return at === end;
}

/** Offset of the marker that ends the entropy-coded data, or -1. Stuffed zeros and restart markers belong to it. */
function endOfScan(data: Uint8Array, start: number): number {
  for (let at = data.indexOf(0xff, start); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

function readApp(b: Bytes, marker: number, start: number, end: number, c: Draft, icc: Uint8Array[]): boolean {
  const is = (label: string) => b.ascii(start, label.length) === label;
  if (marker === 0xe1 && is(EXIF)) c.exif.push(b.part(start + EXIF.length, end));
  else if (marker === 0xe1 && is(XMP)) c.xmp.push(text(b.part(start + XMP.length, end)));
  else if (marker === 0xed && is(PHOTOSHOP)) c.photoshop.push(b.part(start + PHOTOSHOP.length, end));
  else if (marker === 0xe2 && is(ICC)) icc.push(b.part(start + ICC.length + 2, end));
  else if (marker === 0xe2 && is(MULTI_PICTURE)) return true;
  // JUMBF (ISO 19566-5): JP, instance, sequence, then the super box with its description box and label.
  else if (marker === 0xeb && is('JP') && b.ascii(start + 12, 4) === 'jumb') {
    if (b.ascii(start + 8, 64).includes('c2pa')) c.credentials = true;
  } else if (marker === 0xfe) c.comments.push(text(b.part(start, end)));
  return false;
}

export function readJpeg(data: Uint8Array): Container {
  const b = new Bytes(data);
  const c = draft();
  const tables = new Map<number, number[]>();
  const icc: Uint8Array[] = [];
  let components: JpegStructure['components'] = [];
  let progressive = false;
  let multiPicture = false;
  let scans = 0;
  let at = 2;
  /** What was read of the pixels' coding stands, even where the rest is cut off. */
  const close = (): Container => {
    if (components.length > 0) c.jpeg = { tables, components, progressive, multiPicture };
    c.icc = icc[0] ?? null;
    return c;
  };
  const fail = (problem: string, end: number): Container => {
    broken(c, problem, end);
    return close();
  };
  for (;;) {
    const marker = b.u8(at + 1);
    if (b.u8(at) !== 0xff || Number.isNaN(marker)) return fail('a segment is cut off', at);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) return fail('a marker out of place', at);
    const end = at + 2 + b.be16(at + 2);
    if (!(end >= at + 4 && end <= data.length)) return fail('a segment is cut off', at);
    if (marker === 0xdb && !readTables(b, at + 4, end, tables)) return fail('a broken table', at);
    if (isFrame(marker)) {
      if (components.length > 0) return fail('a second frame', at);
      const count = b.u8(at + 9);
      if (end !== at + 10 + count * 3 || count === 0) return fail('a broken frame header', at);
      c.size = sized(b.be16(at + 7), b.be16(at + 5));
      progressive = isProgressive(marker);
      components = Array.from({ length: count }, (_, i) => ({
        id: b.u8(at + 10 + i * 3),
        h: b.u8(at + 11 + i * 3) >> 4,
        v: b.u8(at + 11 + i * 3) & 15,
        table: b.u8(at + 12 + i * 3),
      }));
    }
    // Metadata stand in front of the first scan; whatever claims to be some behind it is not read.
    if (scans === 0) multiPicture = readApp(b, marker, at + 4, end, c, icc) || multiPicture;
    at = end;
    if (marker === 0xda) {
      if (components.length === 0) return fail('a scan without a frame', at);
      scans++;
      const next = endOfScan(data, at);
      if (next < 0) return fail('no end of image', data.length);
      at = next;
    }
  }
  c.end = at + 2;
  if (scans === 0 || !c.size) return fail('no picture data', c.end);
  if (components.some(({ table }) => !tables.has(table))) return fail('a table is missing', c.end);
  return close();
}

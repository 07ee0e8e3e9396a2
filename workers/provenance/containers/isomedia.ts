/**
 * AVIF and HEIC (ISO 14496-12, 23008-12): top-level boxes that fit into the file; ExifReader finds the items in `meta`.
 */
import ExifReader from 'exifreader';
import { Bytes, text } from '../../image/bytes';
import { broken, type Container, draft } from './container';

/** C2PA's box is a `uuid` box of this type (C2PA specification, section on BMFF). */
const C2PA_UUID = [
  0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81,
];
const BOXES: ReadonlySet<string> = new Set(
  'ftyp meta mdat free skip uuid moov moof mfra sidx pdin idat mpvd'.split(' '),
);

/** Items of EXIF and XMP, as places in the file. Their extents are checked against `end`. */
function locate(data: Uint8Array, end: number) {
  try {
    const whole = data.slice(0, end).buffer;
    const tags = ExifReader.load(whole, {
      expanded: true,
      includeOffsets: true,
      includeTags: { exif: [], xmp: [] },
    });
    return tags.metadataRange?.blocks ?? [];
  } catch {
    // A brand it does not know, or items it cannot follow: no metadata, then.
    return [];
  }
}

export function readIsoMedia(data: Uint8Array): Container {
  const b = new Bytes(data);
  const c = draft();
  const seen = new Set<string>();
  let at = 0;
  while (at < data.length) {
    const type = b.ascii(at + 4, 4);
    // Anything else behind a whole picture is appended and no part of it.
    if (!BOXES.has(type)) break;
    let size = b.be32(at);
    if (size === 1) size = b.be32(at + 8) * 2 ** 32 + b.be32(at + 12);
    if (size === 0) size = data.length - at;
    if (!(size >= 8 && at + size <= data.length)) return broken(c, `the box ${type} is cut off`, at);
    // A second one of these would let appended boxes speak for the picture.
    if ((type === 'ftyp' || type === 'meta') && seen.has(type)) break;
    if (type === 'uuid' && C2PA_UUID.every((byte, i) => data[at + 8 + i] === byte)) c.credentials = true;
    seen.add(type);
    at += size;
  }
  c.end = at;
  if (!seen.has('ftyp') || !seen.has('meta') || !(seen.has('mdat') || seen.has('idat')))
    return broken(c, 'no picture data', at);
  for (const { type, start, end } of locate(data, at)) {
    if (!(start >= 0 && end > start && end <= at)) return broken(c, 'an item is cut off', at);
    // Four bytes say how far into the item the TIFF structure begins.
    if (type === 'exif') c.exif.push(b.part(start + 4 + b.be32(start), end));
    else if (type === 'xmp') c.xmp.push(text(b.part(start, end)));
  }
  return c;
}

/**
 * TIFF 6.0, as a file of its own and as the body of EXIF: whether every directory and every value lies inside.
 * The values themselves are read by ExifReader; this only says whether they may be believed.
 */
import { Bytes, text } from '../../image/bytes';
import { broken, type Container, draft, sized } from './container';

/** Bytes of one value by TIFF type 1..13. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const TAG = {
  width: 0x0100,
  height: 0x0101,
  stripOffsets: 0x0111,
  tileOffsets: 0x0144,
  xmp: 0x02bc,
  photoshop: 0x8649,
  exif: 0x8769,
  gps: 0x8825,
  c2pa: 0xcd41,
} as const;
/** More directories than any camera writes; a chain that is longer turns in a circle. */
const MAX_DIRECTORIES = 64;

export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where the value lies. */
  readonly at: number;
  readonly bytes: number;
}

export interface TiffWalk {
  readonly sound: boolean;
  /** Entries of all directories, the first directory's first. */
  readonly entries: readonly TiffEntry[];
  readonly bytes: Bytes;
}

/** Walks the directory chain and the EXIF and GPS directories. */
export function walkTiff(data: Uint8Array): TiffWalk {
  const order = String.fromCharCode(data[0] ?? 0, data[1] ?? 0);
  const b = new Bytes(data, order === 'II');
  const entries: TiffEntry[] = [];
  const bad: TiffWalk = { sound: false, entries, bytes: b };
  if ((order !== 'II' && order !== 'MM') || b.u16(2) !== 42) return bad;
  const todo = [{ at: b.u32(4), chained: true }];
  const seen = new Set<number>();
  for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
    const { at, chained } = next;
    if (at === 0) continue;
    if (seen.has(at) || seen.size >= MAX_DIRECTORIES) return bad;
    seen.add(at);
    const count = b.u16(at);
    const end = at + 2 + count * 12;
    if (!(count > 0 && end <= data.length)) return bad;
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      const type = b.u16(entry + 2);
      const values = b.u32(entry + 4);
      const bytes = (TYPE_BYTES[type] ?? 1) * values;
      const value = bytes <= 4 ? entry + 8 : b.u32(entry + 8);
      if (!(value + bytes <= data.length)) return bad;
      const tag = b.u16(entry);
      entries.push({ tag, type, count: values, at: value, bytes });
      if (tag === TAG.exif || tag === TAG.gps) todo.push({ at: b.u32(entry + 8), chained: false });
    }
    // The EXIF and GPS directories have no successor, and some writers leave out the zero that says so.
    if (chained && end + 4 <= data.length) todo.push({ at: b.u32(end), chained });
  }
  return { sound: seen.size > 0, entries, bytes: b };
}

export function readTiff(data: Uint8Array): Container {
  const c = draft();
  const { sound, entries, bytes: b } = walkTiff(data);
  // A TIFF has no end mark: pointers may lead anywhere in it, so all of it is the picture.
  c.end = data.length;
  if (!sound) return broken(c, 'a directory is cut off', data.length);
  const first = (tag: number) => entries.find((entry) => entry.tag === tag);
  const value = (tag: number) => {
    const entry = first(tag);
    if (!entry) return Number.NaN;
    return entry.type === 3 ? b.u16(entry.at) : b.u32(entry.at);
  };
  c.size = sized(value(TAG.width), value(TAG.height));
  if (!c.size || !(first(TAG.stripOffsets) ?? first(TAG.tileOffsets)))
    return broken(c, 'no picture data', data.length);
  c.exif.push(data);
  const xmp = first(TAG.xmp);
  if (xmp) c.xmp.push(text(b.part(xmp.at, xmp.at + xmp.bytes)));
  const photoshop = first(TAG.photoshop);
  if (photoshop) c.photoshop.push(b.part(photoshop.at, photoshop.at + photoshop.bytes));
  c.credentials = first(TAG.c2pa) !== undefined;
  return c;
}

/** EXIF and IPTC-IIM by ExifReader, reduced to the few fields that speak of origin. */
import ExifReader from 'exifreader';
import type { Camera, Place } from '../../src/contract';
import { walkTiff } from './containers/tiff';

export interface Exif {
  readonly make: string | null;
  readonly model: string | null;
  readonly software: string | null;
  readonly artist: string | null;
  readonly description: string | null;
  readonly comment: string | null;
  readonly camera: Camera | null;
  /** Camera, model and at least two settings of the shot: what a camera writes and an editor alone does not. */
  readonly takenByCamera: boolean;
  readonly place: Place | null;
  /** Size the picture had when EXIF was written, px. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

type Tags = Readonly<
  Record<string, { readonly value?: unknown; readonly description?: unknown } | undefined>
>;

function words(tags: Tags, name: string): string | null {
  const text = String(tags[name]?.description ?? '')
    .replaceAll('\0', '')
    .trim();
  return text === '' ? null : text;
}

/**
 * UserComment: eight bytes name the character code (EXIF 2.32, section 4.6.6). Writers of "UNICODE" disagree about the
 * byte order, so the one that gives more characters below U+0100 is taken.
 */
function userComment(tags: Tags): string | null {
  const raw = tags.UserComment?.value;
  if (!Array.isArray(raw) || raw.length <= 8) return null;
  const data = Uint8Array.from(raw as number[]);
  const code = String.fromCharCode(...data.subarray(0, 8)).replaceAll('\0', '');
  const body = data.subarray(8);
  let text: string;
  if (code === 'UNICODE') {
    const even = body.filter((byte, i) => i % 2 === 0 && byte === 0).length;
    const odd = body.filter((byte, i) => i % 2 === 1 && byte === 0).length;
    text = new TextDecoder(even > odd ? 'utf-16be' : 'utf-16le').decode(body);
  } else text = new TextDecoder().decode(code === 'ASCII' || code === '' ? body : data);
  text = text.replaceAll('\0', '').trim();
  return text === '' ? null : text;
}

function load(data: Uint8Array): ExifReader.ExpandedTags | null {
  try {
    return ExifReader.load(data.slice().buffer, { expanded: true, excludeTags: { xmp: true, mpf: true } });
  } catch {
    return null;
  }
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}

/** One EXIF block (a TIFF structure); null if it is damaged. */
export function readExif(block: Uint8Array): Exif | null {
  if (!walkTiff(block).sound) return null;
  const loaded = load(block);
  if (!loaded) return null;
  const tags = (loaded.exif ?? {}) as Tags;
  const make = words(tags, 'Make');
  const model = words(tags, 'Model');
  const settings = [
    'ExposureTime',
    'FNumber',
    'ISOSpeedRatings',
    'FocalLength',
    'LensModel',
    'DateTimeOriginal',
  ];
  const set = settings.filter((name) => words(tags, name) !== null);
  const shot = [
    words(tags, 'ExposureTime') && `${words(tags, 'ExposureTime')} s`,
    words(tags, 'FNumber'),
    // Some cameras write a second, empty value.
    words(tags, 'ISOSpeedRatings') && `ISO ${words(tags, 'ISOSpeedRatings')?.split(',')[0]}`,
    words(tags, 'FocalLength'),
  ].filter((part) => part !== null && part !== '');
  const { Latitude: latitude, Longitude: longitude } = loaded.gps ?? {};
  const onEarth =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  const width = whole(tags.PixelXDimension?.value);
  const height = whole(tags.PixelYDimension?.value);
  return {
    make,
    model,
    software: words(tags, 'Software'),
    artist: words(tags, 'Artist'),
    description: words(tags, 'ImageDescription'),
    comment: userComment(tags),
    camera:
      make || model || set.length > 0
        ? {
            maker: make,
            model,
            lens: words(tags, 'LensModel'),
            takenAt: words(tags, 'DateTimeOriginal'),
            exposure: shot.length > 0 ? shot.join(', ') : null,
          }
        : null,
    takenByCamera: make !== null && model !== null && set.length >= 2,
    place: onEarth ? { latitude, longitude } : null,
    size: width && height ? { width, height } : null,
  };
}

export interface Iptc {
  readonly credit: string | null;
  readonly source: string | null;
  readonly program: string | null;
  readonly instructions: string | null;
}

/** Photoshop image resources with IPTC-IIM inside, handed to ExifReader in a JPEG of nothing else. */
export function readIptc(resources: Uint8Array): Iptc | null {
  const label = 'Photoshop 3.0\0';
  const length = 2 + label.length + resources.length;
  if (length > 0xffff) return null;
  const jpeg = new Uint8Array(length + 6);
  jpeg.set([0xff, 0xd8, 0xff, 0xed, length >> 8, length & 255]);
  for (let i = 0; i < label.length; i++) jpeg[6 + i] = label.charCodeAt(i);
  jpeg.set(resources, 6 + label.length);
  jpeg.set([0xff, 0xd9], length + 4);
  const tags = load(jpeg)?.iptc as Tags | undefined;
  if (!tags) return null;
  return {
    credit: words(tags, 'Credit'),
    source: words(tags, 'Source'),
    program: words(tags, 'Originating Program'),
    instructions: words(tags, 'Special Instructions'),
  };
}

/** Description of an ICC profile, e.g. "Display P3"; null if it has none. */
export function iccName(profile: Uint8Array): string | null {
  // desc (v2: ASCII after a length; v4: mluc in UTF-16); found by its entry in the tag table (ICC.1, section 7.3).
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < 132) return null;
  const count = Math.min(view.getUint32(128), 100);
  for (let at = 132, i = 0; i < count && at + 12 <= profile.length; i++, at += 12) {
    if (view.getUint32(at) !== 0x64657363) continue;
    const start = view.getUint32(at + 4);
    const data = profile.subarray(start, start + Math.min(view.getUint32(at + 8), 512));
    const name = new TextDecoder('latin1').decode(data.subarray(12)).replaceAll('\0', '').trim();
    return name === '' ? null : name;
  }
  return null;
}

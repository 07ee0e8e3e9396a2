import { describe, expect, it } from 'vitest';
import { landscapePng } from '../../scripts/lib/pictures.mjs';
import type { FileReport, FindingKind } from '../../src/contract';
import { inspect } from '../../workers/provenance/inspect';
import {
  ascii,
  bytes,
  CAMERA,
  comment,
  exifSegment,
  iptcSegment,
  jpeg,
  long,
  png,
  rational,
  segment,
  tEXt,
  userComment,
} from './bytes';
import { again, encode, photo, pixels } from './photo';

const read = (data: Uint8Array, name = 'picture'): Promise<FileReport> =>
  inspect(data, name, () => Promise.reject(new Error('no credentials here')));
const kinds = async (data: Uint8Array, name?: string) =>
  (await read(data, name)).findings.map(({ kind }) => kind);

const insert = (picture: Uint8Array, ...segments: Uint8Array[]) =>
  bytes(picture.subarray(0, 2), ...segments, picture.subarray(2));
const WIDE = pixels(600, 400);

describe('JPEG quality', () => {
  it.each([30, 50, 65, 75, 85, 92, 97])('of libjpeg’s tables at %d', async (quality) => {
    const { jpeg: facts } = await read(encode(64, 48, pixels(64, 48), quality));
    expect(facts).toMatchObject({ quality, standardTables: true, progressive: false });
  });

  it('of other tables is the nearest, and said to be', async () => {
    const { jpeg: facts } = await read(jpeg());
    expect(facts).toMatchObject({ standardTables: false, subsampling: 'grey' });
    expect(facts?.quality).toBeGreaterThan(80);
  });

  it.each<[number, FindingKind | null]>([
    [60, 'strong-compression'],
    [80, 'some-compression'],
    [93, null],
  ])('%d means %s', async (quality, kind) => {
    const found = await kinds(encode(64, 48, pixels(64, 48), quality));
    expect(found.filter((one) => one.endsWith('compression'))).toEqual(kind ? [kind] : []);
  });
});

describe('compressed before', () => {
  it.each([50, 70, 80, 90, 95])('once at %d: not said', async (quality) => {
    expect((await read(encode(600, 400, WIDE, quality))).jpeg?.doubleCompressed).toBe(false);
  });

  it.each([
    [50, 75],
    [60, 90],
    [75, 95],
    [85, 95],
  ])('at %d, then at %d: said', async (first, second) => {
    expect((await read(again(encode(600, 400, WIDE, first), second))).jpeg?.doubleCompressed).toBe(true);
  });

  it('not looked at where the file is not whole', async () => {
    const cut = encode(64, 48, pixels(64, 48), 80).subarray(0, -2);
    expect((await read(cut)).jpeg?.doubleCompressed).toBeNull();
  });
});

describe('findings', () => {
  const plain = encode(320, 240, pixels(320, 240), 92);
  it.each<[string, Uint8Array, string, FindingKind, string | null]>([
    ['a PNG named .jpg', png(tEXt('Title', 'x')), 'a.jpg', 'wrong-extension', '.jpg'],
    ['a damaged file', photo().subarray(0, -2), 'a.jpg', 'damaged', 'no end of image'],
    ['13 bytes behind the end', bytes(photo(), new Uint8Array(13)), 'a.jpg', 'appended', '13'],
    ['WhatsApp’s name', photo(), 'IMG-20260517-WA0004.jpg', 'platform-name', 'WhatsApp'],
    ['Telegram’s name', photo(), 'photo_2026-05-17_18-22-03.jpg', 'platform-name', 'Telegram'],
    [
      'Facebook’s mark',
      insert(plain, iptcSegment(40, 'FBMD01000a9a0d0000')),
      'a.jpg',
      'platform-trace',
      'Facebook or Instagram',
    ],
    [
      'Photoshop',
      photo({ ...CAMERA, main: [...(CAMERA.main ?? []), ascii(0x0131, 'Adobe Photoshop 26.0')] }),
      'a.jpg',
      'saved-by-software',
      'Photoshop',
    ],
    [
      'a web server’s library',
      insert(plain, comment('CREATOR: gd-jpeg v1.0 (using IJG JPEG v80), quality = 82')),
      'a.jpg',
      'saved-by-software',
      'GD, the image library of many web sites',
    ],
    [
      'a smaller copy',
      photo({ ...CAMERA, exif: [...(CAMERA.exif ?? []), long(0xa002, 6000), long(0xa003, 4000)] }),
      'a.jpg',
      'resized',
      '6000 × 4000',
    ],
    [
      'a screenshot of a phone',
      insert(plain, exifSegment({ exif: [userComment('ASCII', 'Screenshot')] })),
      'a.jpg',
      'screenshot',
      'its metadata',
    ],
    ['a screenshot by name', png(), 'Screenshot 2026-05-17 at 10.00.00.png', 'screenshot', 'its name'],
    ['the size of a screen', new Uint8Array(landscapePng(1366, 768)), 'a.png', 'screen-size', '1366 × 768'],
    ['the size of a service', encode(1280, 64, pixels(1280, 64), 92), 'a.jpg', 'platform-size', '1280'],
    ['nothing but pixels', plain, 'a.jpg', 'no-metadata', null],
  ])('%s', async (_name, data, name, kind, detail) => {
    expect((await read(data, name)).findings).toContainEqual({ kind, detail });
  });

  it('a photograph as the camera left it gives none', async () => {
    expect(await kinds(photo(), 'DSC01234.JPG')).toEqual([]);
  });

  it('a turned photograph is not taken for a smaller one', async () => {
    const turned = photo({ ...CAMERA, exif: [...(CAMERA.exif ?? []), long(0xa002, 240), long(0xa003, 320)] });
    expect(await kinds(turned)).toEqual([]);
  });

  it('pictures that a phone announces behind the first are no strangers', async () => {
    const phone = insert(photo(), segment(0xe2, 'MPF\0', new Uint8Array(20)));
    expect(await kinds(bytes(phone, plain))).toEqual([]);
  });
});

describe('camera and place', () => {
  it('are read as they are written', async () => {
    const { camera, place } = await read(
      photo({
        ...CAMERA,
        gps: [
          ascii(1, 'S'),
          rational(2, [33, 1], [51, 1], [36, 1]),
          ascii(3, 'E'),
          rational(4, [151, 1], [12, 1], [0, 1]),
        ],
      }),
    );
    expect(camera).toEqual({
      maker: 'Canon',
      model: 'Canon EOS R5',
      lens: 'RF50mm F1.8 STM',
      takenAt: '2026:05:17 18:22:03',
      exposure: '1/250 s, f/2.8, ISO 400, 50 mm',
    });
    expect(place?.latitude).toBeCloseTo(-33.86, 4);
    expect(place?.longitude).toBeCloseTo(151.2, 4);
  });

  it('a file without either has neither', async () => {
    expect(await read(png())).toMatchObject({ camera: null, place: null, origin: null, declarations: [] });
  });
});

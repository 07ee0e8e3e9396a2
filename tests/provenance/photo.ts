/** A photograph as a camera leaves it: pixels with grain, JPEG, EXIF of the shot. Computed, since nobody's photo is here. */
import jpegJs from 'jpeg-js';
import { landscape } from '../../scripts/lib/pictures.mjs';
import { bytes, CAMERA, type Directories, exifSegment } from './bytes';

/** RGBA pixels of the landscape. */
export function pixels(width: number, height: number, seed = 7): Uint8Array {
  const rgb = landscape(width, height, seed);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(rgb.subarray(i * 3, i * 3 + 3), i * 4);
  return rgba;
}

export const encode = (width: number, height: number, data: Uint8Array, quality: number): Uint8Array =>
  new Uint8Array(jpegJs.encode({ width, height, data }, quality).data);

/** What came out of {@link encode}, compressed once more. */
export function again(jpeg: Uint8Array, quality: number): Uint8Array {
  const { width, height, data } = jpegJs.decode(jpeg, { useTArray: true });
  return encode(width, height, data, quality);
}

const PLAIN = encode(320, 240, pixels(320, 240), 92);

/** `exif` stands where cameras put it, right behind the first marker. */
export const photo = (exif: Directories = CAMERA): Uint8Array =>
  bytes(PLAIN.subarray(0, 2), exifSegment(exif), PLAIN.subarray(2));

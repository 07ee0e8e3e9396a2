/**
 * The same picture, changed a little (see VARIANTS of the contract): how it is changed, and where a place of the changed
 * picture lies in the original. No model; which crops are looked at is the views' affair (views.ts, `otherCrops`).
 */
import { appError, err, ok, type Region, type Result, unreachable, type Variant } from '../../src/contract';
import { readBitmap } from './decode';
import type { Pixels } from './pixels';
import { resize } from './resample';

/** As a platform saves: strong enough to thin out faint traces, weak enough that nobody sees it. Canvas scale, 0..1. */
const JPEG_QUALITY = 0.7;

/** Half as wide and high, rounded, by our own resampler: canvases differ between platforms. */
export function halved(image: Pixels): Pixels {
  const width = Math.max(1, Math.round(image.width / 2));
  const height = Math.max(1, Math.round(image.height / 2));
  const rgb = resize(image, width, height);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let p = 0, at = 0; p < data.length; p += 4, at += 3) {
    data[p] = rgb[at] as number;
    data[p + 1] = rgb[at + 1] as number;
    data[p + 2] = rgb[at + 2] as number;
    data[p + 3] = 255;
  }
  return { width, height, data };
}

/** Left and right exchanged; no pixel changes its value. */
export function mirrored(image: Pixels): Pixels {
  const { width, height } = image;
  // Whole pixels at once. A copy, because a view of 4 byte words needs an aligned start.
  const from = new Uint32Array(new Uint8Array(image.data).buffer);
  const to = new Uint32Array(from.length);
  for (let row = 0; row < from.length; row += width) {
    for (let x = 0; x < width; x++) to[row + x] = from[row + width - 1 - x] as number;
  }
  return { width, height, data: new Uint8ClampedArray(to.buffer) };
}

/** Through the browser's JPEG encoder and back. Errors: OUT_OF_MEMORY. */
async function recompressed(image: Pixels): Promise<Result<Pixels>> {
  const { width, height } = image;
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return err(appError('OUT_OF_MEMORY', `no canvas of ${width} x ${height} px`));
    const opaque = new Uint8ClampedArray(image.data);
    for (let p = 3; p < opaque.length; p += 4) opaque[p] = 255;
    context.putImageData(new ImageData(opaque, width, height), 0, 0);
    const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    canvas.width = 0;
    // Browsers fall back on PNG where they cannot encode; that would be no try at all.
    if (file.type !== 'image/jpeg')
      return err(appError('UNSUPPORTED_FORMAT', 'this browser encodes no JPEG', { format: 'jpeg' }));
    return readBitmap(await createImageBitmap(file, { colorSpaceConversion: 'none' }));
  } catch (error) {
    return err(appError('OUT_OF_MEMORY', error instanceof Error ? error.message : String(error)));
  }
}

/** The picture as the variant wants it; itself where only the crops differ or no variant is asked for. */
export async function varied(image: Pixels, variant: Variant | undefined): Promise<Result<Pixels>> {
  switch (variant) {
    case undefined:
    case 'other-crops':
      return ok(image);
    case 'half-size':
      return ok(halved(image));
    case 'jpeg-70':
      return recompressed(image);
    case 'mirrored':
      return ok(mirrored(image));
    default:
      return unreachable(variant);
  }
}

/** A place of the changed picture in px of the original, whose size is given. */
export function toOriginal(
  region: Region,
  variant: Variant | undefined,
  original: { readonly width: number; readonly height: number },
): Region {
  if (variant === 'mirrored') return { ...region, x: original.width - region.x - region.width };
  if (variant !== 'half-size') return region;
  // Odd sides do not halve exactly.
  const across = original.width / Math.max(1, Math.round(original.width / 2));
  const down = original.height / Math.max(1, Math.round(original.height / 2));
  return {
    x: region.x * across,
    y: region.y * down,
    width: region.width * across,
    height: region.height * down,
  };
}

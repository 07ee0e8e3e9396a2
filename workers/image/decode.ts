/**
 * A file becomes pixels: by the browser's own decoder, orientation applied, colour profile ignored, alpha over white.
 *
 * Refuses what is too large before decoding it, where the header tells the size. Does not resize: a canvas resizes
 * differently on every platform (resample.ts does it).
 */
import { type AppError, appError, err, ok, type Result } from '../../src/contract';
import type { Pixels } from './pixels';
import { SNIFF_BYTES, type Sniffed, sniff } from './sniff';

const MAX_BYTES = 200 * 1024 * 1024;
const MAX_PIXELS = 120e6;
/** Canvas backing stores end here in Chromium and Firefox, px. */
const MAX_SIDE = 32_767;
/** Below this the model is never asked, px. */
const MIN_SIDE = 16;

export interface Decoded {
  readonly sniffed: Sniffed;
  readonly bytes: number;
  /** Size and content after EXIF orientation. */
  readonly pixels: Pixels;
}

function refuseSize(format: string, width: number, height: number): AppError | null {
  const facts = { format, width, height };
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
    return appError('IMAGE_TOO_LARGE', `${width} x ${height} px`, {
      ...facts,
      maxMegapixels: MAX_PIXELS / 1e6,
    });
  }
  if (Math.min(width, height) < MIN_SIDE) {
    return appError('IMAGE_TOO_SMALL', `${width} x ${height} px`, { ...facts, minSide: MIN_SIDE });
  }
  return null;
}

/** Why a file that the browser did not decode is refused: the type may be the reason, or the file. */
function notDecoded(format: Sniffed['format'], detail: string): AppError {
  const unsupported = format === 'unknown' || format === 'heic' || format === 'tiff' || format === 'svg';
  return appError(unsupported ? 'UNSUPPORTED_FORMAT' : 'CORRUPT_IMAGE', detail, { format });
}

/** Composites over white in place; false if there is nothing to see. */
function flatten(data: Uint8ClampedArray): boolean {
  let opaque = true;
  let visible = false;
  for (let p = 3; p < data.length; p += 4) {
    const alpha = data[p] as number;
    if (alpha !== 0) visible = true;
    if (alpha !== 255) opaque = false;
  }
  if (!visible) return false;
  if (opaque) return true;
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3] as number;
    if (alpha === 255) continue;
    const white = 255 * (255 - alpha);
    for (let c = p; c < p + 3; c++) data[c] = Math.round(((data[c] as number) * alpha + white) / 255);
    data[p + 3] = 255;
  }
  return true;
}

/** The bitmap's pixels; closes it. Errors: OUT_OF_MEMORY. */
export function readBitmap(
  bitmap: ImageBitmap,
): Result<{ width: number; height: number; data: Uint8ClampedArray }> {
  const { width, height } = bitmap;
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return err(appError('OUT_OF_MEMORY', `no canvas of ${width} x ${height} px`));
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    // Frees the backing store now instead of at the next garbage collection; phones have little of it.
    canvas.width = 0;
    return ok({ width, height, data });
  } catch (error) {
    return err(appError('OUT_OF_MEMORY', error instanceof Error ? error.message : String(error)));
  } finally {
    bitmap.close();
  }
}

/** Errors: UNSUPPORTED_FORMAT, CORRUPT_IMAGE, IMAGE_TOO_LARGE, IMAGE_TOO_SMALL, NO_CONTENT, OUT_OF_MEMORY. */
export async function decode(file: Blob): Promise<Result<Decoded>> {
  if (file.size === 0) return err(appError('NO_CONTENT', 'the file has no bytes'));
  if (file.size > MAX_BYTES) {
    const facts = { bytes: file.size, maxMegabytes: MAX_BYTES / 1024 / 1024 };
    return err(appError('IMAGE_TOO_LARGE', `${file.size} bytes`, facts));
  }
  const sniffed = sniff(new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer()));
  const { format, size } = sniffed;
  if (format === 'svg') return err(notDecoded(format, 'a drawing of instructions, not of pixels'));
  const refused = size && refuseSize(format, size.width, size.height);
  if (refused) return err(refused);

  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, {
      imageOrientation: 'from-image',
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
  } catch (error) {
    return err(notDecoded(format, error instanceof Error ? error.message : String(error)));
  }
  const { width, height } = bitmap;
  const late = refuseSize(format, width, height);
  if (late) {
    bitmap.close();
    return err(late);
  }
  const read = readBitmap(bitmap);
  if (!read.ok) return read;
  const { data } = read.value;
  if (format !== 'jpeg' && !flatten(data))
    return err(appError('NO_CONTENT', 'every pixel is transparent', { format }));
  return ok({ sniffed, bytes: file.size, pixels: { width, height, data } });
}

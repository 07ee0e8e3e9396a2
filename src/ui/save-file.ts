/** The browser's part of a report: a small copy of a picture, and a file handed to the user. */
import type { Thumbnail } from '../report/schema';
import { shrink } from './shrink';

/** Long side of the picture in a report, px: recognisable on paper, and some 60 kB. */
const THUMBNAIL_SIDE = 720;
const THUMBNAIL_QUALITY = 0.8;
/** Bytes turned to text at once; more arguments than this and some engines refuse the call. */
const BASE64_STEP = 8192;
/** Browsers fetch the Blob of a download shortly after the click; then it may go. ms. */
const REVOKE_AFTER_MS = 60_000;

/** A picture, oriented and shrunk; null where the browser cannot show it. */
export async function makeThumbnail(picture: Blob): Promise<Thumbnail | null> {
  const drawn = await shrink(picture, THUMBNAIL_SIDE);
  if (!drawn) return null;
  const { canvas, width, height } = drawn;
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: THUMBNAIL_QUALITY });
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += BASE64_STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + BASE64_STEP));
  return { width, height, dataUrl: `data:image/jpeg;base64,${btoa(binary)}` };
}

/** Saves a text as a file, by way of a Blob and a link. */
export function saveFile(name: string, media: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: media }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

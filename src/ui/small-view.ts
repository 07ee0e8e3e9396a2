/** The browser's part of lists: a picture drawn small, with its likeness. */
import { likenessOf } from '../batch/likeness';
import type { DrawnView } from '../batch/small-views';

/** Long side, px: clear in a row on a fine screen, recognisable on a card; some 15 kB. */
const SMALL_SIDE = 320;
const SMALL_QUALITY = 0.75;

/** Oriented, shrunk and opaque; null where the browser cannot show the picture. */
export async function drawSmall(picture: Blob): Promise<DrawnView | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, SMALL_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  // Read back at once: a canvas of the graphics card would be slow at that.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // As the detector sees it: transparency over white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const likeness = likenessOf(context.getImageData(0, 0, width, height).data, width, height);
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: SMALL_QUALITY });
  return { picture: small, width, height, likeness };
}

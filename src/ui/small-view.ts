/** The browser's part of lists: a picture drawn small, with its likeness. */
import { likenessOf } from '../batch/likeness';
import type { DrawnView } from '../batch/small-views';
import { shrink } from './shrink';

/** Long side, px: clear in a row on a fine screen, recognisable on a card; some 15 kB. */
const SMALL_SIDE = 320;
const SMALL_QUALITY = 0.75;

/** Null where the browser cannot show the picture. */
export async function drawSmall(picture: Blob): Promise<DrawnView | null> {
  const drawn = await shrink(picture, SMALL_SIDE, true);
  if (!drawn) return null;
  const { canvas, context, width, height } = drawn;
  const likeness = likenessOf(context.getImageData(0, 0, width, height).data, width, height);
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: SMALL_QUALITY });
  return { picture: small, width, height, likeness };
}

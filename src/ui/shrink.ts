/** A picture on a canvas of its own: oriented, shrunk and opaque. The browser's part of thumbnails and small views. */

export interface Shrunk {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  /** px. */
  readonly width: number;
  readonly height: number;
}

/**
 * `side`: most px of the long side; smaller pictures stay as they are. `readBack`: its pixels will be asked for, which a
 * canvas of the graphics card is slow at. Null where the browser cannot show the picture.
 */
export async function shrink(picture: Blob, side: number, readBack = false): Promise<Shrunk | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: readBack });
  if (!context) return null;
  // As the detector sees it: transparency over white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { canvas, context, width, height };
}

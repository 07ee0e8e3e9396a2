/** What the engine says of a picture besides its answers: what arrived, and where it looked. */
import type { AnalyseItem, Region } from '../../src/contract';
import type { Decoded } from '../image/decode';
import { CROP_SIDE, type Views } from '../image/views';

/** The item that opens every analysis. */
export function received({ sniffed, bytes, pixels }: Decoded): AnalyseItem {
  const { format, hasExif, animated } = sniffed;
  const { width, height } = pixels;
  return { kind: 'received', format, bytes, width, height, hasExif, animated, decoder: 'image-bitmap' };
}

/** Crop places in px of the picture itself: padding is taken off. */
export function cropRegions({ places, padding }: Views, width: number, height: number): Region[] {
  const side = (at: number, size: number) => {
    const from = Math.max(0, at);
    return { from, length: Math.min(size, at + CROP_SIDE) - from };
  };
  return places.map((place) => {
    const x = side(place.x - padding.x, width);
    const y = side(place.y - padding.y, height);
    return { x: x.from, y: y.from, width: x.length, height: y.length };
  });
}

/** The crops with their logits as an SVG over the thumbnail, or over an empty frame. Pure. */

import type { Crop } from '../contract';
import { signed as signedNumber, t } from '../words';
import type { Thumbnail } from './schema';
import { escapeHtml } from './text';

/** Logit at which a crop is drawn in full colour; single crops rarely go beyond. */
const FULL_LOGIT = 4;
/** Strongest fill, so that the picture stays visible below it. */
const FULL_OPACITY = 0.55;
/** Text height and line width as parts of the longer side. */
const TEXT_PART = 1 / 32;
const LINE_PART = 1 / 320;

/** Orange leans to AI, blue away from it: told apart by most colour-blind people, and the numbers say it too. */
const TO_AI = '#d1610a';
const AWAY = '#1c6fb5';

/** One crop after another, numbered from 1 as in the text. Sizes are px of the oriented original. */
export function heatMap(
  crops: readonly Crop[],
  size: { readonly width: number; readonly height: number },
  thumbnail: Thumbnail | null,
): string {
  const { width, height } = size;
  const long = Math.max(width, height);
  const text = long * TEXT_PART;
  const line = long * LINE_PART;
  const n = (value: number) => String(Math.round(value * 100) / 100);
  const boxes = crops.map(({ region, logit }, index) => {
    const colour = logit > 0 ? TO_AI : AWAY;
    const opacity = Math.min(1, Math.abs(logit) / FULL_LOGIT) * FULL_OPACITY;
    const box = `x="${n(region.x)}" y="${n(region.y)}" width="${n(region.width)}" height="${n(region.height)}"`;
    return (
      `<g><rect ${box} fill="${colour}" fill-opacity="${n(opacity)}" stroke="#fff" stroke-width="${n(line * 2.4)}"/>` +
      `<rect ${box} fill="none" stroke="${colour}" stroke-width="${n(line)}"/>` +
      `<text x="${n(region.x + text * 0.3)}" y="${n(region.y + text * 1.1)}" font-size="${n(text)}">` +
      `${index + 1}: ${signed(logit)}</text></g>`
    );
  });
  const ground = thumbnail
    ? `<image href="${escapeHtml(thumbnail.dataUrl)}" width="${width}" height="${height}" preserveAspectRatio="none"/>`
    : `<rect width="${width}" height="${height}" class="frame"/>`;
  const label = thumbnail ? t('report.mapLabel') : t('report.mapLabelWithout');
  return (
    `<svg class="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-label="${escapeHtml(label)}">${ground}${boxes.join('')}</svg>`
  );
}

/** "+1.25", "−0.40". */
export function signed(value: number): string {
  return signedNumber(value, 2);
}

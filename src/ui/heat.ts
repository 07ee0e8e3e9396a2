/**
 * The heat map's colours and cells. Pure.
 *
 * Blue over near-white to orange, diverging around logit 0: told apart with every common kind of colour blindness, and by
 * lightness too, since both ends are darker than the middle. A cell is one crop; between crops there are no values.
 */

import type { Crop, Region } from '../contract';
import { signed as signedNumber } from '../words';

/** Logit at which a colour is full: seven of eight crops of held-out pictures lie within. */
export const HEAT_FULL = 4;

type Rgb = readonly [number, number, number];
/** sRGB, 0..255. */
const FEWER: Rgb = [31, 95, 168];
const NEITHER: Rgb = [242, 239, 233];
const MORE: Rgb = [199, 90, 0];

/** Colour of a crop's logit, `#rrggbb`; beyond {@link HEAT_FULL} it stays full. */
export function heatColour(logit: number): string {
  const t = Math.min(1, Math.abs(logit) / HEAT_FULL);
  const end = logit < 0 ? FEWER : MORE;
  const channel = (at: 0 | 1 | 2) => Math.round(NEITHER[at] + (end[at] - NEITHER[at]) * t);
  return `#${([0, 1, 2] as const).map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`;
}

/** "+1.3", "−0.4"; "0.0" has no sign. */
export function signed(logit: number): string {
  return signedNumber(logit, 1);
}

export interface HeatCell {
  readonly region: Region;
  readonly logit: number;
  /** Numbers of the places here, from 1; several in small pictures, where places coincide. */
  readonly places: readonly number[];
}

/** One cell for each place, the one furthest from 0 last, so that it lies on top where they overlap. */
export function heatCells(crops: readonly Crop[]): readonly HeatCell[] {
  const cells = new Map<string, HeatCell>();
  for (const [index, { region, logit }] of crops.entries()) {
    const key = [region.x, region.y, region.width, region.height].join();
    const known = cells.get(key);
    cells.set(key, { region, logit, places: [...(known?.places ?? []), index + 1] });
  }
  return [...cells.values()].sort((a, b) => Math.abs(a.logit) - Math.abs(b.logit));
}

/** Where a cell's number stands, so that it does not run out of the picture at its sides; `inset` px from its edge. */
export function labelAnchor(
  { x, width }: Region,
  pictureWidth: number,
  inset: number,
): { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' } {
  const middle = x + width / 2;
  // A fifth of the picture is wider than any number in it.
  if (middle < pictureWidth / 5) return { x: x + inset, anchor: 'start' };
  if (middle > (pictureWidth * 4) / 5) return { x: x + width - inset, anchor: 'end' };
  return { x: middle, anchor: 'middle' };
}

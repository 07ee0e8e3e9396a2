/** The magnifier's geometry: where it looks, what it shows, where its lens lies. Pure; px of the picture unless said. */

/** Side of the lens, CSS px: about a crop of the model at 1x. Both sides are whole px of the picture at every zoom. */
const LENS_SIDE = 208;
/** In a picture shown narrower than this, as on phones, the lens is smaller, to leave room for a finger; CSS px. */
const NARROW = 480;
const NARROW_LENS_SIDE = 160;
/** CSS px for one px of the picture. */
export const ZOOMS = [1, 2, 4] as const;
export type Zoom = (typeof ZOOMS)[number];
/** Gap between a finger and the lens it would hide, CSS px. */
const FINGER_GAP = 36;
/** An arrow key moves by this share of what the lens shows, so that a step is always seen. */
const STEP_SHARE = 1 / 8;

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the magnifier looks. */
export interface LookAt {
  readonly point: Point;
  readonly zoom: Zoom;
  /** Led by a finger, which must not cover the lens. */
  readonly finger: boolean;
}

/** Side of the lens over a picture shown at this size, CSS px. */
export function lensSide(shown: Size): number {
  return shown.width < NARROW ? NARROW_LENS_SIDE : LENS_SIDE;
}

/** A whole px inside the picture. */
export function inside({ x, y }: Point, { width, height }: Size): Point {
  const keep = (at: number, length: number) => Math.min(length - 1, Math.max(0, Math.floor(at)));
  return { x: keep(x, width), y: keep(y, height) };
}

export function lookAtMiddle(picture: Size): LookAt {
  const point = inside({ x: picture.width / 2, y: picture.height / 2 }, picture);
  return { point, zoom: 2, finger: false };
}

/** The px of the picture under a point of its shown copy (CSS px from its left upper corner). */
export function pointUnder(at: Point, shown: Size, picture: Size): Point {
  return inside(
    { x: (at.x / shown.width) * picture.width, y: (at.y / shown.height) * picture.height },
    picture,
  );
}

/** The next enlargement up or down; the outermost stay. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  return ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom;
}

/** What a key does, or null if it is none of the magnifier's. `fine`: one px at a time. */
export function afterKey(look: LookAt, key: string, fine: boolean, picture: Size): LookAt | null {
  const step = fine ? 1 : Math.round((LENS_SIDE / look.zoom) * STEP_SHARE);
  const move = (dx: number, dy: number): LookAt => ({
    ...look,
    finger: false,
    point: inside({ x: look.point.x + dx * step, y: look.point.y + dy * step }, picture),
  });
  switch (key) {
    case 'ArrowLeft':
      return move(-1, 0);
    case 'ArrowRight':
      return move(1, 0);
    case 'ArrowUp':
      return move(0, -1);
    case 'ArrowDown':
      return move(0, 1);
    case '+':
    // The plus key without Shift on most keyboards.
    case '=':
      return { ...look, zoom: zoomed(look.zoom, 1) };
    case '-':
      return { ...look, zoom: zoomed(look.zoom, -1) };
    default:
      return null;
  }
}

/** Square of the picture that fills a lens; may reach over the picture's edge, where there is nothing to show. */
export function sourceOf({ point, zoom }: LookAt, lens: number): Point & { readonly side: number } {
  const side = lens / zoom;
  return { x: point.x - side / 2, y: point.y - side / 2, side };
}

/**
 * Left upper corner of the lens in the shown picture, CSS px, inside of it: over the point; of a finger above, below, or
 * on the side where more room is.
 */
export function lensCorner({ point, finger }: LookAt, shown: Size, picture: Size): Point {
  const side = lensSide(shown);
  const x = ((point.x + 0.5) / picture.width) * shown.width;
  const y = ((point.y + 0.5) / picture.height) * shown.height;
  const keep = (at: number, length: number) =>
    length <= side ? (length - side) / 2 : Math.min(length - side, Math.max(0, at));
  const across = keep(x - side / 2, shown.width);
  const above = y - FINGER_GAP - side;
  const below = y + FINGER_GAP;
  if (finger && above >= 0) return { x: across, y: above };
  if (finger && below + side <= shown.height) return { x: across, y: below };
  const beside = keep(x < shown.width / 2 ? shown.width : 0, shown.width);
  return { x: finger ? beside : across, y: keep(y - side / 2, shown.height) };
}

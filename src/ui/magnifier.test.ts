import { describe, expect, it } from 'vitest';
import {
  afterKey,
  inside,
  LENS_SIDE,
  type LookAt,
  lensCorner,
  lookAtMiddle,
  pointUnder,
  sourceOf,
  zoomed,
} from './magnifier';

const picture = { width: 1000, height: 600 };
const shown = { width: 500, height: 300 };
const at = (x: number, y: number, more: Partial<LookAt> = {}): LookAt => ({
  point: { x, y },
  zoom: 2,
  finger: false,
  ...more,
});

it('begins in the middle of the picture', () => {
  expect(lookAtMiddle(picture).point).toEqual({ x: 500, y: 300 });
  expect(lookAtMiddle({ width: 1, height: 1 }).point).toEqual({ x: 0, y: 0 });
});

it('finds the px under the pointer, and the last one at the far edge', () => {
  expect(pointUnder({ x: 250, y: 10.3 }, shown, picture)).toEqual({ x: 500, y: 20 });
  expect(pointUnder({ x: 500, y: 300 }, shown, picture)).toEqual({ x: 999, y: 599 });
  expect(inside({ x: -4, y: 700 }, picture)).toEqual({ x: 0, y: 599 });
});

it('enlarges in three steps', () => {
  expect([zoomed(1, 1), zoomed(2, 1), zoomed(4, 1)]).toEqual([2, 4, 4]);
  expect([zoomed(1, -1), zoomed(2, -1), zoomed(4, -1)]).toEqual([1, 1, 2]);
});

describe('keys', () => {
  it.each([
    ['ArrowLeft', { x: 487, y: 300 }],
    ['ArrowRight', { x: 513, y: 300 }],
    ['ArrowUp', { x: 500, y: 287 }],
    ['ArrowDown', { x: 500, y: 313 }],
  ])('%s moves by an eighth of the view', (key, point) => {
    expect(afterKey(at(500, 300), key, false, picture)?.point).toEqual(point);
  });
  it('with Shift by one px, and never out of the picture', () => {
    expect(afterKey(at(500, 300), 'ArrowUp', true, picture)?.point).toEqual({ x: 500, y: 299 });
    expect(afterKey(at(3, 300), 'ArrowLeft', false, picture)?.point).toEqual({ x: 0, y: 300 });
  });
  it('plus and minus enlarge and reduce', () => {
    expect(afterKey(at(5, 5), '+', false, picture)?.zoom).toBe(4);
    expect(afterKey(at(5, 5), '=', false, picture)?.zoom).toBe(4);
    expect(afterKey(at(5, 5), '-', false, picture)?.zoom).toBe(1);
  });
  it('leaves all others to the page', () => {
    expect(afterKey(at(5, 5), 'Tab', false, picture)).toBeNull();
    expect(afterKey(at(5, 5), 'a', false, picture)).toBeNull();
  });
});

describe('the lens', () => {
  it.each([1, 2, 4] as const)('shows whole px of the picture at %dx, its point in the middle', (zoom) => {
    const source = sourceOf(at(500, 300, { zoom }));
    expect(source.side * zoom).toBe(LENS_SIDE);
    expect(Number.isInteger(source.x) && Number.isInteger(source.y)).toBe(true);
    expect(source.x + source.side / 2).toBe(500);
  });
  it('lies over its point and stays in the picture', () => {
    const corner = lensCorner(at(500, 300), shown, picture);
    expect(corner.x).toBeCloseTo(250 + 0.25 - LENS_SIDE / 2);
    expect(lensCorner(at(0, 0), shown, picture)).toEqual({ x: 0, y: 0 });
    expect(lensCorner(at(999, 599), shown, picture)).toEqual({ x: 500 - LENS_SIDE, y: 300 - LENS_SIDE });
  });
  it('is not under the finger', () => {
    const tall = { width: 400, height: 800 };
    const over = lensCorner(at(500, 400, { finger: true }), tall, picture);
    expect(over.y + LENS_SIDE).toBeLessThan((400 / 600) * 800 - 20);
    const under = lensCorner(at(500, 20, { finger: true }), tall, picture);
    expect(under.y).toBeGreaterThan((20 / 600) * 800 + 20);
  });
  it('lies in the middle of a picture that is smaller than itself', () => {
    const corner = lensCorner(at(10, 10), { width: 100, height: 100 }, { width: 100, height: 100 });
    expect(corner).toEqual({ x: (100 - LENS_SIDE) / 2, y: (100 - LENS_SIDE) / 2 });
  });
});

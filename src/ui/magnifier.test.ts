import { describe, expect, it } from 'vitest';
import {
  afterKey,
  inside,
  type LookAt,
  lensCorner,
  lensSide,
  lookAtMiddle,
  pointUnder,
  sourceOf,
  zoomed,
} from './magnifier';

const picture = { width: 1000, height: 600 };
const shown = { width: 500, height: 300 };
const side = lensSide(shown);
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
    for (const lens of [side, lensSide({ width: 320, height: 700 })]) {
      const source = sourceOf(at(500, 300, { zoom }), lens);
      expect(source.side * zoom).toBe(lens);
      expect(Number.isInteger(source.x) && Number.isInteger(source.y)).toBe(true);
      expect(source.x + source.side / 2).toBe(500);
    }
  });
  it('lies over its point and stays in the picture', () => {
    const corner = lensCorner(at(500, 300), shown, picture);
    expect(corner.x).toBeCloseTo(250 + 0.25 - side / 2);
    expect(lensCorner(at(0, 0), shown, picture)).toEqual({ x: 0, y: 0 });
    expect(lensCorner(at(999, 599), shown, picture)).toEqual({ x: 500 - side, y: 300 - side });
  });
  it('lies in the middle of a picture that is smaller than itself', () => {
    const tiny = { width: 100, height: 100 };
    expect(lensCorner(at(10, 10), tiny, tiny)).toEqual({
      x: (100 - lensSide(tiny)) / 2,
      y: (100 - lensSide(tiny)) / 2,
    });
  });
  it.each([
    ['a landscape on a phone', { width: 358, height: 262 }],
    ['a portrait on a phone', { width: 358, height: 480 }],
    ['a tablet', { width: 700, height: 420 }],
  ])('is not under the finger: %s', (_name, screen) => {
    const lens = lensSide(screen);
    for (let x = 5; x < 1000; x += 15)
      for (let y = 5; y < 600; y += 15) {
        const corner = lensCorner(at(x, y, { finger: true }), screen, picture);
        const [fx, fy] = [(x / 1000) * screen.width, (y / 600) * screen.height];
        const under =
          fx > corner.x && fx < corner.x + lens && fy > corner.y && fy < corner.y + lens && `${x}, ${y}`;
        expect(under).toBe(false);
      }
  });
});

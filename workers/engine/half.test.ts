import { expect, it } from 'vitest';
import { halves } from './half';

const file = Uint16Array.of(0, 0x3c00, 0xc000, 0x3555, 0x0001, 0x8400, 0x7bff).buffer;

it('reads half precision: zero, powers, a third, the smallest and the largest', () => {
  const [zero, one, two, third, least, normal, most] = halves(file, 0, 7);
  expect([zero, one, two, most]).toEqual([0, 1, -2, 65_504]);
  expect(third).toBe(0.333251953125);
  expect([least, normal]).toEqual([2 ** -24, -(2 ** -14)]);
});

it('starts anywhere, and refuses what is not there', () => {
  expect([...halves(file, 2, 2)]).toEqual([1, -2]);
  expect(() => halves(file, 2, 7)).toThrow(RangeError);
});

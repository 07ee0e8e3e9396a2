import { expect, it } from 'vitest';
import { pick } from './subject';

const classes = [
  { id: 'photo', threshold: 0.8 },
  { id: 'art', threshold: 1.01 },
] as const;

it('names the likeliest class from its threshold on', () => {
  // softmax of (ln 4, 0) is (0.8, 0.2)
  expect(pick(Float32Array.of(Math.log(4) + 1e-4, 0), classes)).toBe('photo');
  expect(pick(Float32Array.of(Math.log(4) - 1e-3, 0), classes)).toBeNull();
});

it('never names a class whose threshold no probability reaches', () => {
  expect(pick(Float32Array.of(-90, 90), classes)).toBeNull();
});

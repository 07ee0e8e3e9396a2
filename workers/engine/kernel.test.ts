import { expect, it } from 'vitest';
import { quickest } from './kernel';

/** Kernels whose every trial takes so long by a clock of their own, ms: one number, or one for each round. */
function machine(...costs: (number | number[])[]) {
  let time = 0;
  const kernels = costs.map((cost) => {
    let round = 0;
    return {
      trial() {
        time += typeof cost === 'number' ? cost : (cost[Math.min(round++, cost.length - 1)] as number);
      },
    };
  });
  return quickest(kernels, () => time);
}

it('takes the quickest build, and the first where another is hardly quicker', () => {
  expect(machine(2, 1)).toBe(1);
  expect(machine(1, 2)).toBe(0);
  expect(machine(2, 1.9)).toBe(0);
  expect(machine(2, 3, 1)).toBe(2);
});

it('judges by the best round: the first ones run code that is not compiled well yet', () => {
  expect(machine([9, 9, 2], [30, 30, 1])).toBe(1);
  expect(machine([9, 1], [5, 2])).toBe(0);
});

it('tries nothing where there is no choice', () => {
  const kernel = {
    trial() {
      throw new Error('not to be called');
    },
  };
  expect(quickest([kernel])).toBe(0);
});

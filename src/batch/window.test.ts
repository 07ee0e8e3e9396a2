import { describe, expect, it } from 'vitest';
import { scrollToRow, spanOf } from './window';

describe('rows in the document', () => {
  it('are few of many, wherever the view is', () => {
    for (const above of [-500, 0, 1234, 35_000, 99_999]) {
      const { from, to } = spanOf(500, 72, above, 900);
      expect(to - from).toBeLessThan(32);
      expect(to).toBeGreaterThan(from);
    }
  });

  it('cover the view', () => {
    const { from, to } = spanOf(500, 72, 7200, 900);
    expect(from * 72).toBeLessThanOrEqual(7200);
    expect(to * 72).toBeGreaterThanOrEqual(8100);
  });

  it('are all of a short list, and none of an empty one', () => {
    expect(spanOf(5, 72, 0, 900)).toEqual({ from: 0, to: 5 });
    expect(spanOf(0, 72, 0, 900)).toEqual({ from: 0, to: 0 });
  });

  it('never run past the end, scrolled ever so far', () => {
    expect(spanOf(10, 72, 1_000_000, 900)).toEqual({ from: 9, to: 10 });
  });
});

describe('scrolling to a row', () => {
  it('moves as little as brings it wholly into view', () => {
    expect(scrollToRow(3, 100, 0, 900, 50)).toBe(0);
    expect(scrollToRow(0, 100, 200, 900, 50)).toBe(-250);
    expect(scrollToRow(20, 100, 0, 900, 50)).toBe(1250);
  });
});

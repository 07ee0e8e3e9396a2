import { describe, expect, it } from 'vitest';
import { HEAT_FULL, heatCells, heatColour, labelAnchor, signed } from './heat';

type Rgb = [number, number, number];
const linear = (hex: string): Rgb => {
  const channel = (at: number) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const luminance = (hex: string) => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** CIE L*a*b*, D65, of linear sRGB. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
/** Machado, Oliveira and Fernandes 2009, full severity, on linear sRGB. */
const BLINDNESS: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
function difference(a: string, b: string, rows: readonly [Rgb, Rgb, Rgb]): number {
  const seen = (hex: string) => {
    const from = linear(hex);
    const dot = (row: Rgb) =>
      Math.min(1, Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]));
    return lab([dot(rows[0]), dot(rows[1]), dot(rows[2])]);
  };
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe('the scale', () => {
  it('is full at its ends and stays so', () => {
    expect(heatColour(HEAT_FULL)).toBe(heatColour(40));
    expect(heatColour(-HEAT_FULL)).toBe(heatColour(-40));
    expect(heatColour(0)).toBe('#f2efe9');
    expect(heatColour(-0)).toBe('#f2efe9');
  });

  it('darkens evenly from 0 to both sides', () => {
    for (const sign of [-1, 1]) {
      const steps = Array.from({ length: 13 }, (_, i) => luminance(heatColour((sign * i * HEAT_FULL) / 12)));
      for (const [i, value] of steps.entries()) if (i > 0) expect(value).toBeLessThan(steps[i - 1] as number);
    }
  });

  it.each(Object.entries(BLINDNESS))('keeps its sides apart: %s', (_name, rows) => {
    // Full against full, and half against half; 10 is told apart at a glance.
    expect(difference(heatColour(HEAT_FULL), heatColour(-HEAT_FULL), rows)).toBeGreaterThan(40);
    expect(difference(heatColour(HEAT_FULL / 2), heatColour(-HEAT_FULL / 2), rows)).toBeGreaterThan(15);
    for (const end of [HEAT_FULL, -HEAT_FULL])
      expect(difference(heatColour(end), heatColour(0), rows)).toBeGreaterThan(30);
  });
});

it.each([
  [1.26, '+1.3'],
  [-0.44, '−0.4'],
  [0.04, '0.0'],
  [-0.04, '0.0'],
  [12, '+12.0'],
])('%d is written %s', (logit, text) => {
  expect(signed(logit)).toBe(text);
});

describe('cells', () => {
  const region = (x: number) => ({ x, y: 0, width: 224, height: 224 });
  it('the furthest from 0 lies on top', () => {
    const cells = heatCells([
      { region: region(0), logit: -2 },
      { region: region(100), logit: 0.5 },
      { region: region(200), logit: 1 },
    ]);
    expect(cells.map((cell) => cell.logit)).toEqual([0.5, 1, -2]);
    expect(cells.map((cell) => cell.places)).toEqual([[2], [3], [1]]);
  });
  it('places that coincide are one cell', () => {
    const crop = { region: region(8), logit: 0.3 };
    expect(heatCells([crop, crop, crop])).toEqual([{ ...crop, places: [1, 2, 3] }]);
  });
  it('numbers stay inside the picture', () => {
    expect(labelAnchor(region(0), 2000, 9)).toEqual({ x: 9, anchor: 'start' });
    expect(labelAnchor(region(900), 2000, 9)).toEqual({ x: 1012, anchor: 'middle' });
    expect(labelAnchor(region(1776), 2000, 9)).toEqual({ x: 1991, anchor: 'end' });
  });
});

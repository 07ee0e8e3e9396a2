/** Contrast of every pair of colours that carries text or a control's edge, both schemes, by WCAG 2.2. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports';

const css = readFileSync(join(ROOT, 'src/ui/style/base.css'), 'utf8');

/** Custom colours of one `:root` block. */
function colours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(lightBlock);
const dark = new Map([...light, ...colours(darkBlock.slice(0, darkBlock.indexOf('}')))]);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'accent-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'sheet'],
  ['ink-soft', 'accent-wash'],
  ['accent', 'paper'],
  ['accent', 'sheet'],
  ['accent', 'accent-wash'],
  ['accent-ink', 'accent'],
  ['ink', 'declared-wash'],
  ['ink-soft', 'declared-wash'],
  ['declared', 'declared-wash'],
  ['declared', 'paper'],
];
const EDGES: [string, string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'sheet'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, scheme) => {
  const of = (name: string) => scheme.get(name) ?? expect.fail(`no colour --${name}`);
  it.each(TEXT)('%s on %s reads well', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('%s shows on %s', (line, ground) => {
    expect(contrast(of(line), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

/** Unpacked weights against what Python wrote (training/make_golden.py). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unpack } from './unpack';

const golden = JSON.parse(
  readFileSync(new URL('../../training/golden/unpack.json', import.meta.url), 'utf8'),
);
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

it('makes the same bytes as Python, zero channels and tiny scales included', () => {
  expect(Buffer.from(unpack(bytes(golden.packed).buffer, golden.layout)).toString('base64')).toBe(
    golden.unpacked,
  );
});

it('refuses a packed file that is too short', () => {
  const short = bytes(golden.packed).slice(0, 100).buffer;
  expect(() => unpack(short, golden.layout)).toThrow(RangeError);
});

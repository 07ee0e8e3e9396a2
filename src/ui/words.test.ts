import { describe, expect, it } from 'vitest';
import { ABSTAIN_REASONS, appError, BANDS, ERROR_CODES } from '../contract';
import {
  ABSTAIN_WORDS,
  BAND_WORDS,
  bytes,
  caveatOf,
  deviceWords,
  duration,
  errorWords,
  realShareLine,
  secondsLeft,
} from './words';

describe('how often real photos score so', () => {
  it.each([
    [0, 'Fewer than 1 in 100 real photos score this high.'],
    [0.0099, 'Fewer than 1 in 100 real photos score this high.'],
    [0.01, 'Of 100 real photos, 1 scores this high or higher.'],
    [0.02, 'Of 100 real photos, 2 score this high or higher.'],
    [0.994, 'Of 100 real photos, 99 score this high or higher.'],
    [0.996, 'Practically all real photos score this high or higher.'],
    [1, 'Practically all real photos score this high or higher.'],
  ])('share %d', (share, line) => {
    expect(realShareLine(share)).toBe(line);
  });
});

describe('verdict words', () => {
  it('are the three agreed ones', () => {
    expect(BANDS.map((band) => BAND_WORDS[band])).toEqual([
      'Likely AI-generated',
      'Can’t tell',
      'No AI traces found',
    ]);
  });

  it('never call the picture real, fake or proven', () => {
    const said = [
      ...Object.values(BAND_WORDS),
      ...BANDS.flatMap((band) => [caveatOf(band, 0.01), caveatOf(band, 0.5)]),
      ...ABSTAIN_REASONS.map((reason) => ABSTAIN_WORDS[reason]),
    ];
    for (const line of said) expect(line).not.toMatch(/\b(fake|is real|genuine|authentic|proven)\b/i);
  });
});

describe('why a band may be wrong', () => {
  it('does not say "neither way" of a score that is rare for real photos', () => {
    expect(caveatOf('cant-tell', 0.021)).toMatch(/neither way/);
    expect(caveatOf('cant-tell', 0.02)).toMatch(/^Rare for real photos/);
  });

  it('is the same at any share for the other bands', () => {
    for (const band of ['likely-ai', 'no-traces'] as const)
      expect(caveatOf(band, 0.001)).toBe(caveatOf(band, 0.6));
  });
});

describe('errors', () => {
  it.each(ERROR_CODES)('%s has a title and an advice of its own', (code) => {
    const words = errorWords(appError(code, 'detail'));
    const others = ERROR_CODES.filter((c) => c !== code).map((c) => errorWords(appError(c, '')).title);
    expect(words.advice.length).toBeGreaterThan(10);
    expect(others).not.toContain(words.title);
  });

  it('tells HEIC users how to export, and what that costs', () => {
    const { advice } = errorWords(appError('UNSUPPORTED_FORMAT', '', { format: 'heic' }));
    expect(advice).toMatch(/JPEG.*compresses it anew/);
  });

  it.each(['unreadable', 'link', 'svg', 'tiff'])('knows a %s from a mere file of no known kind', (format) => {
    const plain = errorWords(appError('UNSUPPORTED_FORMAT', '')).title;
    expect(errorWords(appError('UNSUPPORTED_FORMAT', '', { format })).title).not.toBe(plain);
  });

  it('tells an empty file from an empty picture', () => {
    expect(errorWords(appError('NO_CONTENT', '', { bytes: 0 })).title).toBe('This file is empty');
    expect(errorWords(appError('NO_CONTENT', '', { format: 'png' })).title).not.toBe('This file is empty');
  });

  it('says the limits it knows', () => {
    expect(errorWords(appError('IMAGE_TOO_SMALL', '', { minSide: 16 })).advice).toContain('16 pixels');
    expect(errorWords(appError('IMAGE_TOO_LARGE', '', { maxMegapixels: 80 })).advice).toContain(
      '80 megapixels',
    );
  });

  it('says how much room is needed', () => {
    expect(errorWords(appError('QUOTA', '', { needed: 45_000_000, room: 1 })).advice).toContain('45.0 MB');
  });
});

it('units', () => {
  expect([999, 1_000, 999_499, 999_500, 41_300_000, 999_950_000].map(bytes)).toEqual([
    '999 B',
    '1 kB',
    '999 kB',
    '1.0 MB',
    '41.3 MB',
    '1.0 GB',
  ]);
  expect([40, 9_940, 9_960, 59_400, 60_000, 125_000].map(duration)).toEqual([
    '0.0 s',
    '9.9 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '2 min 5 s',
  ]);
  expect([1, 2, 89, 90].map(secondsLeft)).toEqual([
    'about 1 second left',
    'about 2 seconds left',
    'about 89 seconds left',
    'about 2 minutes left',
  ]);
  expect([deviceWords('wasm', 1), deviceWords('wasm', 2), deviceWords('webgpu', 1)]).toEqual([
    'WebAssembly, 1 thread',
    'WebAssembly, 2 threads',
    'WebGPU',
  ]);
});

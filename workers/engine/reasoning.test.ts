import { describe, expect, it } from 'vitest';
import { toSentences } from '../../src/ui/sentences';
import { Reasoning, stanceOf } from './reasoning';
import stances from './stance.json';

const names = [
  { id: 'noise', name: 'noise level' },
  { id: 'mosaic', name: 'camera mosaic' },
];
const text = 'The noise level is low. Crop 4 leans most; crop 10 is none. The camera mosaic and crop 2.';

/** One token a character. */
function stream(all: string) {
  const reasoning = new Reasoning((ids) => String.fromCodePoint(...ids), names, 9);
  const pieces = Array.from(all, (c) => reasoning.push(c.codePointAt(0) as number)).flat();
  return [...pieces, ...reasoning.end()];
}

describe('Reasoning', () => {
  it('gives out every character once, in pieces that do not cut words', () => {
    const pieces = stream(text);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(5);
    for (const { text: piece } of pieces.slice(1)) expect(piece).toMatch(/^ /);
  });

  it('points to crops and measurements when their name is complete, each once', () => {
    const references = stream(text).flatMap((p) => p.references);
    expect(references).toEqual([
      { kind: 'evidence', id: 'noise' },
      { kind: 'crop', index: 3 },
      { kind: 'evidence', id: 'mosaic' },
      { kind: 'crop', index: 1 },
    ]);
  });

  it.each([0, 1, 2, 3])(
    'never points from one sentence to what the next one names (%d letters before)',
    (shift) => {
      // short sentences, so that a piece of four tokens would hold the end of one and the start of the next
      const said = `${'x'.repeat(shift)} crop 1. A b c. At 0.5 d crop 2. E f.`;
      const pieces = stream(said);
      expect(pieces.map((p) => p.text).join('')).toBe(said);
      const marked = toSentences(pieces, true).filter(({ crops }) => crops.length > 0);
      expect(
        marked.map(({ crops, text: sentence }) => [crops, sentence.endsWith(`crop ${(crops[0] ?? 0) + 1}.`)]),
      ).toEqual([
        [[0], true],
        [[1], true],
      ]);
    },
  );

  it('gives nothing for no tokens', () => {
    expect(stream('')).toEqual([]);
  });
});

describe('stanceOf', () => {
  it.each(['fake', 'real', 'open'] as const)('knows every phrase for %s', (stance) => {
    expect(stances[stance].length).toBeGreaterThan(0);
    for (const phrase of stances[stance]) expect(stanceOf(`Crop 1 is odd. ${phrase}.`)).toBe(stance);
  });

  it('takes the last of two, and none for none', () => {
    expect(stanceOf(`${stances.real[0]}. ${stances.fake[0]}.`)).toBe('fake');
    expect(stanceOf('The noise level is low.')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { toSentences } from './sentences';

const crop = (index: number) => ({ kind: 'crop' as const, index });
const say = (text: string, ...references: ReturnType<typeof crop>[]) => ({ text, references });

describe('sentences', () => {
  it('grow with the stream; the last is incomplete until it is followed or the stream ends', () => {
    const pieces = [say('The noise'), say(' is low.'), say(' Taken'), say(' together')];
    expect(toSentences(pieces, false)).toEqual([
      { text: 'The noise is low.', crops: [], complete: true },
      { text: 'Taken together', crops: [], complete: false },
    ]);
    expect(toSentences(pieces, true).at(-1)).toMatchObject({ complete: true });
  });

  it('carry the crops they name, each once', () => {
    const pieces = [
      say('Of nine, crop 4', crop(3)),
      say(' stands out, again crop 4', crop(3)),
      say('. Look at crop 1.', crop(0)),
    ];
    expect(toSentences(pieces, true)).toEqual([
      { text: 'Of nine, crop 4 stands out, again crop 4.', crops: [3], complete: true },
      { text: 'Look at crop 1.', crops: [0], complete: true },
    ]);
  });

  it('give a crop to the sentence that names it even if the piece ends in a space', () => {
    expect(toSentences([say('See crop 2. ', crop(1)), say('None.')], true)).toMatchObject([
      { crops: [1] },
      { crops: [] },
    ]);
  });

  it('do not end inside a number', () => {
    expect(toSentences([say('It is 0.5 here. So.')], true).map((s) => s.text)).toEqual([
      'It is 0.5 here.',
      'So.',
    ]);
  });

  it('are none without words', () => {
    expect(toSentences([say('  ')], true)).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { Turns } from './turns';

const names = (turns: Turns): string[] => {
  const out: string[] = [];
  for (let turn = turns.next(false); turn; turn = turns.next(false))
    out.push(turn.variant ? `${turn.id} ${turn.variant}` : turn.id);
  return out;
};

test('wishes go before arrivals, and in their own order', () => {
  const turns = new Turns();
  turns.arrive('a');
  turns.arrive('b');
  turns.wish('c', null);
  turns.wish('a', 'mirrored');
  expect(names(turns)).toEqual(['c', 'a mirrored', 'a', 'b']);
});

test('a pause holds up arrivals and lets wishes through', () => {
  const turns = new Turns();
  turns.arrive('a');
  turns.wish('b', null);
  expect(turns.next(true)?.id).toBe('b');
  expect(turns.next(true)).toBeNull();
  expect(turns.next(false)?.id).toBe('a');
});

test('the picture and its tries leave the line apart', () => {
  const turns = new Turns();
  turns.arrive('a');
  turns.wish('a', 'half-size');
  turns.arrive('b');
  turns.dropTrials('a');
  expect(names(turns)).toEqual(['a', 'b']);
  turns.arrive('a');
  turns.wish('a', 'half-size');
  turns.dropAnalysis('a');
  expect(names(turns)).toEqual(['a half-size']);
});

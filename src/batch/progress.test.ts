import { describe, expect, it } from 'vitest';
import { type Card, newCard } from '../state/card';
import { Run } from './progress';

const cards = (open: number, done: number): Card[] =>
  Array.from({ length: open + done }, (_, i) => ({
    ...newCard({ id: `c${i}`, name: '', bytes: 1, url: null, request: { question: '', mode: 'auto' } }),
    phase: i < done ? 'done' : 'queued',
  }));

describe('a run', () => {
  it('is none while nothing is open', () => {
    expect(new Run().follow(cards(0, 5), false, 0)).toBeNull();
  });

  it('counts from where it began, and tells the time once it knows a pace', () => {
    const run = new Run();
    expect(run.follow(cards(10, 0), false, 0)).toEqual({ total: 10, done: 0, secondsLeft: null });
    expect(run.follow(cards(9, 1), false, 2_000)?.secondsLeft).toBeNull();
    run.follow(cards(8, 2), false, 4_000);
    expect(run.follow(cards(7, 3), false, 6_000)).toEqual({ total: 10, done: 3, secondsLeft: 14 });
    expect(run.follow(cards(0, 10), false, 20_000)).toBeNull();
    expect(run.follow(cards(2, 10), false, 30_000)).toEqual({ total: 2, done: 0, secondsLeft: null });
  });

  it('takes in what is added, and forgets what is removed', () => {
    const run = new Run();
    run.follow(cards(4, 0), false, 0);
    expect(run.follow(cards(5, 1), false, 1_000)).toMatchObject({ total: 6, done: 1 });
    expect(run.follow(cards(5, 1).slice(1, 4), false, 2_000)).toMatchObject({ total: 4, done: 1 });
  });

  it('does not take a pause for slowness', () => {
    const run = new Run();
    for (let done = 0; done <= 4; done++) run.follow(cards(20 - done, done), false, done * 1_000);
    expect(run.follow(cards(16, 4), true, 5_000)?.secondsLeft).toBeNull();
    run.follow(cards(16, 4), true, 600_000);
    for (let done = 4; done <= 7; done++)
      run.follow(cards(20 - done, done), false, 600_000 + (done - 3) * 1_000);
    expect(run.follow(cards(12, 8), false, 605_000)?.secondsLeft).toBe(12);
  });
});

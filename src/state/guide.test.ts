import { describe, expect, it } from 'vitest';
import { Guide } from './guide';

function memory(seen = false) {
  let writes = 0;
  const read = () => seen || writes > 0;
  return { read, write: () => void writes++, writes: () => writes };
}

describe('the guide', () => {
  it('invites on the first visit, until it is opened', () => {
    const one = memory();
    const guide = new Guide(one);
    expect(guide.snapshot()).toEqual({ at: null, invites: true });
    guide.open();
    guide.open(2);
    guide.close();
    expect(guide.snapshot()).toEqual({ at: null, invites: false });
    expect(one.writes()).toBe(1);
    expect(new Guide(one).snapshot().invites).toBe(false);
  });

  it('takes a no for an answer, and opens all the same', () => {
    const one = memory();
    const guide = new Guide(one);
    guide.decline();
    expect(guide.snapshot()).toEqual({ at: null, invites: false });
    guide.open(3);
    expect(guide.snapshot().at).toBe(3);
  });

  it('tells nobody about nothing', () => {
    const guide = new Guide(memory(true));
    let told = 0;
    guide.subscribe(() => told++);
    guide.close();
    guide.decline();
    expect(told).toBe(0);
    guide.open(1);
    guide.open(1);
    expect(told).toBe(1);
  });
});

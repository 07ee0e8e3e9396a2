import { describe, expect, it } from 'vitest';
import { kinships, type Traits } from './groups';
import { NEAR_SAME_BITS } from './likeness';

/** A likeness with the first `bits` bits set. */
const likeness = (bits: number) => {
  const binary = '1'.repeat(bits).padEnd(128, '0');
  return Array.from({ length: 32 }, (_, i) =>
    Number.parseInt(binary.slice(4 * i, 4 * i + 4), 2).toString(16),
  ).join('');
};
const one = (id: string, sha256: string | null, bits: number | null): Traits => ({
  id,
  sha256,
  likeness: bits === null ? null : likeness(bits),
});

describe('kinships', () => {
  it('finds the same file, whatever its picture', () => {
    const kin = kinships([one('a', 'x', null), one('b', 'y', null), one('c', 'x', null)]);
    expect([...kin.keys()]).toEqual(['a', 'c']);
    expect(kin.get('a')).toEqual({ group: 1, members: ['a', 'c'], sameFile: ['c'] });
  });

  it('finds near-same pictures up to the threshold and no further', () => {
    expect(kinships([one('a', 'x', 0), one('b', 'y', NEAR_SAME_BITS)]).get('b')).toEqual({
      group: 1,
      members: ['a', 'b'],
      sameFile: [],
    });
    expect(kinships([one('a', 'x', 0), one('b', 'y', NEAR_SAME_BITS + 1)]).size).toBe(0);
  });

  it('joins chains, and both kinds of kin into one group', () => {
    const kin = kinships([
      one('a', 'x', 0),
      one('b', 'y', NEAR_SAME_BITS),
      one('c', 'z', 2 * NEAR_SAME_BITS),
      one('d', 'z', 2 * NEAR_SAME_BITS),
    ]);
    expect(kin.get('a')).toEqual({ group: 1, members: ['a', 'b', 'c', 'd'], sameFile: [] });
    expect(kin.get('d')?.sameFile).toEqual(['c']);
  });

  it('numbers groups in the order of the list', () => {
    const kin = kinships([one('a', 'x', 0), one('b', 'y', 64), one('c', 'y', 64), one('d', 'x', 0)]);
    expect([...kin].map(([id, { group }]) => `${id}${group}`).sort()).toEqual(['a1', 'b2', 'c2', 'd1']);
  });

  it('says nothing of pictures of which nothing is known', () => {
    expect(kinships([one('a', null, null), one('b', null, null)]).size).toBe(0);
  });

  it('is quick with two thousand pictures', () => {
    const many = Array.from({ length: 2000 }, (_, i) => one(`p${i}`, `s${i}`, null)).map((traits, i) => ({
      ...traits,
      likeness: ((i * 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(4),
    }));
    const began = performance.now();
    expect(kinships(many).size).toBeLessThanOrEqual(2000);
    // Two million pairs; a second even on a machine that trains beside it.
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

import { describe, expect, it } from 'vitest';
import grammar from './grammar.json';
import { Guide } from './guide';
import type { Subject } from './subject';

const encode = (text: string) => Array.from(text, (c) => c.codePointAt(0) as number);
const IDS = Object.keys(grammar.evidence);
const BINS = [0, 7, 7, 3];
const ZERO = 4;

/** A reasoning by logits drawn from a seed: whatever the model prefers. */
function write(seed: number, bins: number[], subject?: Subject): string {
  let state = seed;
  const evidence = IDS.map((id, i) => ({ id, bin: bins[i] ?? 2, reportable: [0, 4].includes(bins[i] ?? 2) }));
  const guide = new Guide(encode, evidence, BINS, ZERO, subject);
  const out: number[] = [];
  for (;;) {
    const logits = Float32Array.from({ length: 256 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    });
    const taken = guide.choose(logits, 1000);
    if (taken.length === 0) return String.fromCodePoint(...out);
    out.push(...taken);
  }
}

describe('Guide', () => {
  it('names only measurements that are far out, each once and in its direction', () => {
    for (let seed = 1; seed < 30; seed++) {
      const text = write(seed, [0, 2, 4, 3, 1]);
      const cited = IDS.flatMap((id) => {
        const entry = grammar.evidence[id as keyof typeof grammar.evidence];
        return (['low', 'high'] as const).flatMap((d) =>
          entry[d].filter((s) => text.includes(s)).map(() => `${id} ${d}`),
        );
      });
      expect([...cited].sort()).toEqual([`${IDS[0]} low`, `${IDS[2]} high`].sort());
      expect(grammar.nothing.some((s) => text.includes(s))).toBe(false);
    }
  });

  it('says that nothing stands out when nothing does', () => {
    expect(grammar.nothing.filter((s) => write(5, []).includes(s))).toHaveLength(1);
  });

  it('says what the picture shows only where the eyes are sure of it', () => {
    const every = Object.values(grammar.content).flatMap((byKind) => Object.values(byKind).flat());
    const says = (text: string) => every.filter((s) => text.startsWith(s));
    expect(says(write(3, [], { category: 'food', kind: null }))).toEqual([]);
    expect(says(write(3, []))).toEqual([]);
    const text = write(3, [], { category: 'animal', kind: 'art' });
    expect(grammar.content.animal.art).toEqual(expect.arrayContaining(says(text)));
    expect(says(text)).toHaveLength(1);
    expect(grammar.hint.animal.some((s) => text.includes(s))).toBe(true);
  });

  it('counts the crops right and points to a strongest one', () => {
    for (let seed = 1; seed < 20; seed++) {
      const text = write(seed, []);
      expect(text).toContain('Two of the four crops');
      expect(text).toMatch(/crop [23]\b/);
    }
  });

  it('ends with one stance, and an open one only after a conflict', () => {
    for (let seed = 1; seed < 40; seed++) {
      const text = write(seed, [4]);
      const conflict = grammar.conflict.some((s) => text.includes(s));
      expect(grammar.stance.open.some((s) => text.endsWith(s))).toBe(conflict);
      expect([...grammar.stance.fake, ...grammar.stance.real].some((s) => text.endsWith(s))).toBe(!conflict);
    }
  });
});

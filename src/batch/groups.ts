/**
 * Which pictures of a list are the same: the same file (SHA-256), or nearly the same picture (likeness.ts). Pure.
 *
 * Groups are chains: a picture belongs to a group that has one picture near enough to it, so that the first and the last
 * of a series may differ by more than the threshold.
 */
import { NEAR_SAME_BITS, ones, WORD_DIGITS, word } from './likeness';

/** What is known of a picture; null where it could not be, or is not yet. */
export interface Traits {
  readonly id: string;
  readonly sha256: string | null;
  readonly likeness: string | null;
}

export interface Kinship {
  /** Counts groups from 1, in the order of the list. */
  readonly group: number;
  /** All of the group, in the order of the list. */
  readonly members: readonly string[];
  /** Others whose file is byte for byte the same. */
  readonly sameFile: readonly string[];
}

/** Pictures that have kin, by id; the others are not in it. */
export type Kinships = ReadonlyMap<string, Kinship>;

export function kinships(pictures: readonly Traits[]): Kinships {
  const parent = pictures.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] as number;
    // Later questions take the short way.
    parent[index] = at;
    return at;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  };
  const byFile = new Map<string, number[]>();
  for (const [index, { sha256 }] of pictures.entries()) {
    if (sha256 === null) continue;
    const same = byFile.get(sha256);
    if (same) {
      join(same[0] as number, index);
      same.push(index);
    } else byFile.set(sha256, [index]);
  }
  joinNear(pictures, join);
  const groups = new Map<number, number[]>();
  for (const index of pictures.keys()) {
    const top = root(index);
    const members = groups.get(top);
    if (members) members.push(index);
    else groups.set(top, [index]);
  }
  return named(pictures, [...groups.values()], byFile);
}

/** Every pair once; likenesses as four words each, so that thousands of pictures stay a matter of milliseconds. */
function joinNear(pictures: readonly Traits[], join: (a: number, b: number) => void): void {
  const seen = new Map<string, number>();
  const words: number[] = [];
  const owners: number[] = [];
  for (const [index, { likeness }] of pictures.entries()) {
    if (likeness === null) continue;
    const equal = seen.get(likeness);
    if (equal !== undefined) {
      join(equal, index);
      continue;
    }
    seen.set(likeness, index);
    const own = Array.from({ length: WORDS }, (_, i) => word(likeness, i * WORD_DIGITS));
    for (const [at, other] of owners.entries()) {
      let distance = 0;
      for (let i = 0; i < WORDS; i++) distance += ones((own[i] ?? 0) ^ (words[at * WORDS + i] ?? 0));
      if (distance <= NEAR_SAME_BITS) join(other, index);
    }
    words.push(...own);
    owners.push(index);
  }
}

/** 32-bit words of a likeness. */
const WORDS = 4;

function named(
  pictures: readonly Traits[],
  groups: readonly (readonly number[])[],
  byFile: ReadonlyMap<string, readonly number[]>,
): Kinships {
  const kin = new Map<string, Kinship>();
  const idOf = (index: number) => pictures[index]?.id ?? '';
  let group = 0;
  for (const indices of groups) {
    if (indices.length < 2) continue;
    group++;
    const members = indices.map(idOf);
    for (const index of indices) {
      const { id, sha256 } = pictures[index] as Traits;
      const same = sha256 === null ? [] : (byFile.get(sha256) ?? []);
      kin.set(id, { group, members, sameFile: same.filter((other) => other !== index).map(idOf) });
    }
  }
  return kin;
}

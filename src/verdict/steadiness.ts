/**
 * Whether an answer holds when the same picture is changed a little. Pure; compares bands and blends nothing.
 *
 * `likely-ai` is the one band that accuses, so that border counts: an answer that crosses it flips. Between "can't tell"
 * and "no traces" it may move; neither of them claims anything that the other denies.
 */
import type { Band, VerdictData } from '../contract';

/** `steady`: one band throughout. `moves`: more than one, none accuses. `flips`: some accuse and some do not. */
export type Steadiness = 'steady' | 'moves' | 'flips';

/** Answers that were abstained from are no answers, and are left out. */
export function steadinessOf(answers: readonly Pick<VerdictData, 'band' | 'abstained'>[]): Steadiness {
  const bands = new Set<Band>(answers.filter((a) => a.abstained === null).map((a) => a.band));
  if (bands.size <= 1) return 'steady';
  return bands.has('likely-ai') ? 'flips' : 'moves';
}

/** The verdict with its numbers kept and its answer set aside; another reason to abstain stays the reason. */
export function setAside(verdict: VerdictData): VerdictData {
  if (verdict.abstained) return verdict;
  return { ...verdict, band: 'cant-tell', abstained: 'unstable' };
}

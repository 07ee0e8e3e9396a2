/** What a picture is and shows, named only where the heads are sure. Twin of `pick` in training/fakehr1/subject.py. */
import type { Kind, Manifest } from '../../src/contract';

export interface Subject {
  readonly kind: Kind | null;
  readonly category: string | null;
}

/** Id of the likeliest class, where its softmax probability reaches the class's threshold. `logits`: [classes]. */
export function pick<T extends string>(
  logits: Float32Array,
  classes: readonly { readonly id: T; readonly threshold: number }[],
): T | null {
  const top = logits.reduce((best, z, i) => (z > (logits[best] as number) ? i : best), 0);
  const sum = logits.reduce((total, z) => total + Math.exp(z - (logits[top] as number)), 0);
  const likeliest = classes[top];
  return likeliest && 1 / sum >= likeliest.threshold ? likeliest.id : null;
}

export function subjectOf(
  kinds: Float32Array,
  categories: Float32Array,
  heads: Manifest['subject'],
): Subject {
  return { kind: pick(kinds, heads.kinds), category: pick(categories, heads.categories) };
}

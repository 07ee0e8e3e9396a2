/** Means, percentiles and correlations of the measurements; float64, like the Python twin. */

export const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
};

/** Nearest rank: sorted[floor(q * (n - 1) + 0.5)]. */
export function percentile(values: Float64Array, q: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(q * (sorted.length - 1) + 0.5)] as number;
}

/** Pearson correlation of two lists of equal length. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const da = (a[i] as number) - ma;
    const db = (b[i] as number) - mb;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / (Math.sqrt(aa * bb) + 1e-9);
}

export const concat = (parts: readonly Float64Array[]): Float64Array => {
  const out = new Float64Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

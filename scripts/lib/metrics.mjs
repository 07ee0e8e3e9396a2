/**
 * Measures over evaluated pictures. A row: `{label: 'real'|'fake', p_fake, band, thought, tokens, output, repo?}`.
 * Rows without a score (errors) are counted apart and never guessed.
 */

/** Pictures of each label a repository needs to count, as in training/fakehr1/metrics.py. */
const MIN_PER_LABEL = 5;

export const BANDS = ['likely-ai', 'cant-tell', 'no-traces'];

/** 'real' or 'fake' of a label as data sets write it; throws for anything else. */
export function labelOf(value) {
  const text = String(value).toLowerCase();
  if (['fake', '1', 'true', 'ai'].includes(text)) return 'fake';
  if (['real', '0', 'false'].includes(text)) return 'real';
  throw new Error(`label is neither real nor fake: ${JSON.stringify(value)}`);
}

const ratio = (a, b) => (b === 0 ? Number.NaN : a / b);

/**
 * Table 1 of the paper: accuracy inside each label, F1 of each label, overall accuracy, and F1 weighted by the number of
 * pictures of each label (the paper's overall figures follow from its single ones only so).
 */
export function tableOne(rows, saysFake = (row) => row.p_fake >= 0.5) {
  const count = { real: { right: 0, all: 0, said: 0 }, fake: { right: 0, all: 0, said: 0 } };
  for (const row of rows) {
    const says = saysFake(row) ? 'fake' : 'real';
    count[row.label].all++;
    count[says].said++;
    if (says === row.label) count[says].right++;
  }
  const f1 = ({ right, all, said }) => (all + said === 0 ? Number.NaN : (2 * right) / (all + said));
  const { real, fake } = count;
  return {
    realAcc: ratio(real.right, real.all),
    realF1: f1(real),
    fakeAcc: ratio(fake.right, fake.all),
    fakeF1: f1(fake),
    acc: ratio(real.right + fake.right, real.all + fake.all),
    f1: ratio(f1(real) * real.all + f1(fake) * fake.all, real.all + fake.all),
  };
}

/** Area under the ROC curve by ranks (ties count half); NaN without both labels. */
export function auc(rows) {
  const sorted = [...rows].sort((a, b) => a.p_fake - b.p_fake);
  let rankSum = 0;
  let fakes = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end].p_fake === sorted[i].p_fake) end++;
    const rank = (i + 1 + end) / 2;
    for (; i < end; i++) {
      if (sorted[i].label === 'fake') {
        rankSum += rank;
        fakes++;
      }
    }
  }
  return ratio(rankSum - (fakes * (fakes + 1)) / 2, fakes * (sorted.length - fakes));
}

/** AUC inside each repository that holds enough of both labels, and their mean. */
export function pairedAuc(rows) {
  const byRepo = Map.groupBy
    ? Map.groupBy(rows, (row) => row.repo)
    : rows.reduce((map, row) => map.set(row.repo, [...(map.get(row.repo) ?? []), row]), new Map());
  const each = {};
  for (const [repo, inside] of byRepo) {
    const fakes = inside.filter((row) => row.label === 'fake').length;
    if (repo && Math.min(fakes, inside.length - fakes) >= MIN_PER_LABEL) each[repo] = auc(inside);
  }
  const values = Object.values(each);
  return {
    mean: ratio(
      values.reduce((a, b) => a + b, 0),
      values.length,
    ),
    each,
  };
}

/** Counts of bands by label, and the shares that matter: real pictures accused, fakes found, all left open. */
export function bandTable(rows) {
  const counts = { real: {}, fake: {} };
  for (const label of ['real', 'fake']) for (const band of BANDS) counts[label][band] = 0;
  for (const row of rows) counts[row.label][row.band]++;
  const all = (label) => BANDS.reduce((sum, band) => sum + counts[label][band], 0);
  return {
    counts,
    accused: ratio(counts.real['likely-ai'], all('real')),
    found: ratio(counts.fake['likely-ai'], all('fake')),
    open: ratio(counts.real['cant-tell'] + counts.fake['cant-tell'], rows.length),
  };
}

/** Mean, median, 95th percentile (nearest rank) and maximum of output tokens. */
export function tokenStats(rows) {
  const sorted = rows.map((row) => row.tokens).sort((a, b) => a - b);
  const at = (q) => sorted[Math.floor(q * (sorted.length - 1) + 0.5)] ?? Number.NaN;
  return {
    mean: ratio(
      sorted.reduce((a, b) => a + b, 0),
      sorted.length,
    ),
    median: at(0.5),
    p95: at(0.95),
    max: at(1),
    thought: ratio(rows.filter((row) => row.thought).length, rows.length),
  };
}

/** Whether an output has one of the paper's two exact forms. */
export function wellFormed(output) {
  return /^<think>\n(?:[^\n]+)?\n<\/think>\n\n(?:real|fake)$/.test(output);
}

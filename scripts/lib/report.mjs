/** The tables that `npm run evaluate` prints. */
import { auc, BANDS, bandTable, pairedAuc, tableOne, tokenStats, wellFormed } from './metrics.mjs';

const percent = (value) => (Number.isNaN(value) ? '-' : (100 * value).toFixed(2));
const figure = (value) => (Number.isNaN(value) ? '-' : value.toFixed(3));

/** Columns of equal width, numbers to the right. */
function table(head, body) {
  const rows = [head, ...body].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return [line(rows[0]), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

function accuracyRow(name, t) {
  return [name, ...[t.realAcc, t.realF1, t.fakeAcc, t.fakeF1, t.acc, t.f1].map(percent)];
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function histogram(rows) {
  const edges = [7, 32, 64, 96, 128, 160, Number.POSITIVE_INFINITY];
  return edges.map((edge, i) => {
    const low = i === 0 ? 0 : edges[i - 1];
    const inside = rows.filter((row) => row.tokens > low && row.tokens <= edge).length;
    const name =
      i === 0
        ? 'up to 7 (no thought)'
        : edge === Number.POSITIVE_INFINITY
          ? `over ${low}`
          : `${low + 1} to ${edge}`;
    return [name, inside, percent(inside / rows.length)];
  });
}

/** All of it as text. `rows`: every line of the output file. */
export function report(rows, perSecond) {
  const scored = rows.filter((row) => row.p_fake !== null);
  const errors = rows.filter((row) => row.p_fake === null);
  const out = [
    `${rows.length} pictures, ${scored.length} with a verdict, ${errors.length} errors; ${perSecond.toFixed(2)} a second`,
  ];
  if (errors.length > 0) {
    const codes = new Map();
    for (const { error } of errors) codes.set(error, (codes.get(error) ?? 0) + 1);
    out.push(`errors: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}`);
  }
  if (scored.length === 0) return out.join('\n');
  out.push('', 'Table 1 (%)');
  out.push(
    table(
      ['', 'Real Acc', 'Real F1', 'Fake Acc', 'Fake F1', 'Acc', 'F1'],
      [
        accuracyRow('p_fake at 0.5', tableOne(scored)),
        accuracyRow(
          'answer word',
          tableOne(scored, (row) => row.output.endsWith('fake')),
        ),
      ],
    ),
  );
  const paired = pairedAuc(scored);
  out.push(
    '',
    `AUC pooled ${figure(auc(scored))}, inside repositories with both labels ${figure(paired.mean)}`,
  );
  for (const [repo, value] of Object.entries(paired.each)) out.push(`  ${figure(value)}  ${repo}`);
  const bands = bandTable(scored);
  out.push('', 'Bands');
  out.push(
    table(
      ['label', ...BANDS],
      ['real', 'fake'].map((label) => [label, ...BANDS.map((b) => bands.counts[label][b])]),
    ),
  );
  out.push(
    `real pictures called likely AI: ${percent(bands.accused)} %; fakes called so: ${percent(bands.found)} %; left open: ${percent(bands.open)} %`,
  );
  const abstained = scored.filter((row) => row.abstained);
  if (abstained.length > 0) {
    const why = new Map();
    for (const row of abstained) why.set(row.abstained, (why.get(row.abstained) ?? 0) + 1);
    out.push(`abstained: ${[...why].map(([reason, n]) => `${reason} ${n}`).join(', ')}`);
  }
  const tokens = tokenStats(scored);
  out.push('', 'Output tokens');
  out.push(table(['length', 'pictures', '%'], histogram(scored)));
  out.push(
    `mean ${tokens.mean.toFixed(1)}, median ${tokens.median}, 95th percentile ${tokens.p95}, max ${tokens.max}; ` +
      `thought ${percent(tokens.thought)} %; well-formed ${percent(scored.filter((row) => wellFormed(row.output)).length / scored.length)} %`,
  );
  out.push(
    `median ms: verdict ${median(scored.map((row) => row.ms_verdict)).toFixed(0)}, total ${median(scored.map((row) => row.ms_total)).toFixed(0)}`,
  );
  return out.join('\n');
}

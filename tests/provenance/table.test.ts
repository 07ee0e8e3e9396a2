/**
 * Declared origins, file by file: what declares itself rightly is named rightly, and nothing else is believed.
 * `npm run provenance-table` prints the table.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/contract';
import { fileReportSchema } from '../../src/contract';
import { inspect } from '../../workers/provenance/inspect';
import type { Validator } from '../../workers/provenance/validator';
import { DECLARED } from './declared';
import { REFUSED } from './refused';
import { strangers } from './validators';

const lines: string[] = [];
const totals = { declared: 0, named: 0, refused: 0, believed: 0 };
let validator: Validator;

beforeAll(async () => {
  validator = await strangers();
});

async function report(data: Uint8Array): Promise<FileReport> {
  return fileReportSchema.parse(await inspect(data, 'picture', async () => validator));
}

const row = (good: boolean, group: string, name: string, found: string) =>
  lines.push(`${good ? 'ok  ' : 'FAIL'}  ${group.padEnd(13)}  ${name.padEnd(50)}  ${found}`);

describe('declared', () => {
  it.each(DECLARED)('$name', async ({ name, make, origin, by, where }) => {
    const { origin: found, declarations } = await report(await make());
    const carrier = declarations.find(({ claim, standing }) => claim === origin && standing === 'counts');
    const good = found === origin && carrier?.by === by && carrier.declaredIn === where;
    totals.declared++;
    if (good) totals.named++;
    row(
      good,
      'declared',
      name,
      `${found ?? '-'}${carrier?.by ? ` by ${carrier.by}` : ''} (${carrier?.declaredIn ?? '-'})`,
    );
    expect({ origin: found, by: carrier?.by, where: carrier?.declaredIn }).toEqual({ origin, by, where });
  });
});

describe('not believed', () => {
  it.each(REFUSED)('$kind: $name', async ({ name, kind, make }) => {
    const { origin, declarations } = await report(await make());
    const believed = origin !== null && origin !== 'contradictory';
    totals.refused++;
    if (believed) totals.believed++;
    const seen = declarations.filter(({ claim }) => claim !== 'camera').map(({ standing }) => standing);
    row(
      !believed,
      kind,
      name,
      `${origin ?? '-'}${seen.length > 0 ? ` (seen: ${[...new Set(seen)].join(', ')})` : ''}`,
    );
    expect(believed).toBe(false);
    expect(origin === 'contradictory').toBe(kind === 'contradicting');
  });
});

it('the table is as long as promised', () => {
  expect(DECLARED.length).toBeGreaterThanOrEqual(40);
  expect(REFUSED.length).toBeGreaterThanOrEqual(40);
});

afterAll(() => {
  if (!process.env.PROVENANCE_TABLE) return;
  const { declared, named, refused, believed } = totals;
  process.stdout.write(
    `${lines.join('\n')}\n\ndeclared: ${named} of ${declared} named right\nnot to be believed: ${believed} of ${refused} believed\n`,
  );
});

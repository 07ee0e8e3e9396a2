/** Files with bytes changed, cut out and repeated: whatever comes, a report that fits the contract, in bounded time. */
import { describe, expect, it } from 'vitest';
import { fileReportSchema } from '../../src/contract';
import { inspect } from '../../workers/provenance/inspect';
import { NS, readXmp } from '../../workers/provenance/xmp';
import { sourceTypeXmp, xmp } from './bytes';
import { DECLARED } from './declared';
import { photo } from './photo';

/** Deterministic whole numbers below `n`. */
function random(seed: number) {
  let state = seed || 1;
  return (n: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

function mutated(data: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  let copy = new Uint8Array(data);
  for (let i = next(6); i >= 0; i--) copy[next(copy.length)] = next(3) === 0 ? 0xff : next(256);
  if (next(4) === 0) copy = copy.slice(0, next(copy.length) + 1);
  if (next(5) === 0) {
    const at = next(copy.length);
    const part = copy.slice(at, at + next(64));
    copy = new Uint8Array([...copy.subarray(0, at), ...part, ...copy.subarray(at)]);
  }
  return copy;
}

/** Mutants of each file; the whole takes some seconds. */
const MUTANTS = 25;

const unsigned = DECLARED.filter(({ where }) => where !== 'credentials');

describe('mutants', () => {
  it.each([...unsigned, { name: 'a photograph', make: photo }])('$name', async ({ make }) => {
    const data = await make();
    for (let seed = 1; seed <= MUTANTS; seed++) {
      const report = await inspect(mutated(data, seed * 7919), 'x.jpg', async () => ({
        read: () => Promise.reject(new Error('credentials that nobody put there')),
      })).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      if (report === 'credentials that nobody put there') continue;
      expect(fileReportSchema.safeParse(report).error).toBeUndefined();
    }
  });
});

describe('XMP', () => {
  const values = (packet: string) =>
    readXmp(packet)
      ?.filter(({ ns, name }) => ns === NS.iptcExt && name === 'DigitalSourceType')
      .map(({ value }) => value);

  it('is read with any prefix', () => {
    const packet = sourceTypeXmp('digitalCapture').replace(/Iptc4xmpExt(?=[:=])/g, 'anything');
    expect(values(packet)).toEqual(['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture']);
  });

  it('padding and byte order marks do not matter', () => {
    expect(values(`\uFEFF${sourceTypeXmp('print')}${' '.repeat(2000)}\0\0`)).toHaveLength(1);
  });

  it.each([
    ['not closed', sourceTypeXmp('print').replace('</x:xmpmeta>', '')],
    ['two roots', `${sourceTypeXmp('print')}<a/>`],
    ['text around it', `x${sourceTypeXmp('print')}`],
    ['a prefix of nothing', sourceTypeXmp('print').replace(/xmlns:Iptc4xmpExt="[^"]*"/, '')],
    [
      'an entity of its own',
      sourceTypeXmp('print')
        .replace('<x:', '<!DOCTYPE x [<!ENTITY a "b">]><x:')
        .replace('rdf:about=""', 'rdf:about="&a;"'),
    ],
    ['no RDF', '<x xmlns="adobe:ns:meta/">print</x>'],
    ['empty', ''],
  ])('%s: not read', (_name, packet) => {
    expect(readXmp(packet)).toBeNull();
  });

  it('comments and instructions are no properties', () => {
    const packet = xmp('', '<!-- Iptc4xmpExt:DigitalSourceType="x" --><?a DigitalSourceType="x"?>');
    expect(values(packet)).toEqual([]);
  });
});

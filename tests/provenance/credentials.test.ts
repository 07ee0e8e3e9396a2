import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { inspect } from '../../workers/provenance/inspect';
import signers from '../../workers/provenance/trust/c2pa-trust-list.pem?raw';
import timeStampers from '../../workers/provenance/trust/c2pa-tsa-trust-list.pem?raw';
import { TRUST_LIST_DATE, type Validator } from '../../workers/provenance/validator';
import { bytes, exifSegment, jpeg, png, webp, xmp, xmpSegment } from './bytes';
import { photo } from './photo';
import { IPTC_TYPE, sign } from './sign';
import { friends, strangers } from './validators';

const CREATED = [
  {
    action: 'c2pa.created',
    digitalSourceType: `${IPTC_TYPE}trainedAlgorithmicMedia`,
    softwareAgent: { name: 'DALL·E' },
  },
];
let unknown: Validator;
let known: Validator;
beforeAll(async () => {
  unknown = await strangers();
  known = await friends();
});
afterEach(() => vi.unstubAllGlobals());

const read = (data: Uint8Array, validator: Validator) => inspect(data, 'x', async () => validator);

describe('integrity and trust are told apart', () => {
  it('intact, signer not on the list', async () => {
    const { credentials, origin, declarations } = await read(await sign(png(), 'png', CREATED), unknown);
    expect(credentials).toMatchObject({
      intact: true,
      listed: false,
      signer: 'Fake-HR1 test signer',
      maker: 'Test maker',
    });
    expect(credentials?.failures).toEqual(['signingCredential.untrusted']);
    expect(credentials?.listDate).toBe(TRUST_LIST_DATE);
    expect(origin).toBe('ai-generated');
    expect(declarations[0]?.backing).toBe('signed-unlisted');
  });

  it('intact, signer on the list', async () => {
    const { credentials, declarations } = await read(await sign(png(), 'png', CREATED), known);
    expect(credentials).toMatchObject({ intact: true, listed: true, failures: [] });
    expect(declarations[0]?.backing).toBe('signed-listed');
  });

  it('changed after signing: broken, whoever signed', async () => {
    const data = bytes(await sign(jpeg(), 'jpeg', CREATED), new Uint8Array(13));
    for (const validator of [unknown, known]) {
      const { credentials, origin } = await read(data, validator);
      expect(credentials).toMatchObject({ intact: false, listed: false });
      expect(credentials?.failures).toContain('assertion.dataHash.mismatch');
      expect(origin).toBeNull();
    }
  });

  it('there, and no credentials at all', async () => {
    const box = bytes('C2PA', [12, 0, 0, 0], 'not a store!');
    const picture = webp();
    const data = bytes('RIFF', [picture.length - 8 + box.length, 0, 0, 0], picture.subarray(8), box);
    const { credentials, origin } = await read(data, unknown);
    expect(credentials).toMatchObject({ intact: null, listed: false });
    expect(credentials?.failures).toHaveLength(1);
    expect(origin).toBeNull();
  });
});

describe('against other statements', () => {
  it('a listed signer outweighs camera data that anyone can write', async () => {
    const data = await sign(photo(), 'jpeg', CREATED);
    expect((await read(data, known)).origin).toBe('ai-generated');
    expect((await read(data, unknown)).origin).toBe('contradictory');
  });

  it('a listed camera stands, and the generator’s name beside it is no origin', async () => {
    const camera = [{ action: 'c2pa.created', digitalSourceType: `${IPTC_TYPE}digitalCapture` }];
    const data = await sign(jpeg(xmpSegment(xmp('xmp:CreatorTool="Midjourney"'))), 'jpeg', camera);
    const { origin, declarations } = await read(data, known);
    expect(origin).toBe('contradictory');
    expect(declarations.map(({ claim, standing }) => [claim, standing])).toEqual([
      ['camera', 'counts'],
      ['ai-generated', 'contradicted'],
    ]);
  });
});

describe('history', () => {
  const OPENED = { action: 'c2pa.opened', parameters: { ingredientIds: ['parent'] } };

  it('is read in order, with what the picture was made from', async () => {
    const before = await sign(png(), 'png', CREATED);
    const data = await sign(
      png(),
      'png',
      [OPENED, { action: 'c2pa.cropped', softwareAgent: { name: 'Editor' } }],
      {
        parent: { data: before, format: 'png' },
      },
    );
    const { credentials } = await read(data, unknown);
    expect(credentials?.actions.map(({ action, by }) => [action, by])).toEqual([
      ['c2pa.opened', null],
      ['c2pa.cropped', 'Editor'],
    ]);
    expect(credentials?.ingredients).toEqual([
      { title: 'before', relationship: 'parentOf', credentials: 'intact', ai: true },
    ]);
  });

  it('what was taken over broken is not believed', async () => {
    const before = bytes(await sign(jpeg(), 'jpeg', CREATED), new Uint8Array(13));
    const data = await sign(png(), 'png', [OPENED], { parent: { data: before, format: 'jpeg' } });
    const { credentials, origin } = await read(data, known);
    expect(credentials?.intact).toBe(true);
    expect(credentials?.ingredients[0]).toMatchObject({ credentials: 'broken', ai: false });
    expect(origin).toBeNull();
  });

  it('a stranger’s statement stays one, even inside listed credentials', async () => {
    // The builder, like a program without our root, found the signer of what it opened unknown.
    const before = await sign(png(), 'png', CREATED);
    const data = await sign(png(), 'png', [OPENED], { parent: { data: before, format: 'png' } });
    const { credentials, declarations } = await read(data, known);
    expect(credentials?.listed).toBe(true);
    expect(declarations[0]).toMatchObject({ claim: 'ai-generated', backing: 'signed-unlisted' });
  });
});

describe('offline', () => {
  it('validating asks the network for nothing, credentials kept elsewhere are only named', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    await read(await sign(png(), 'png', CREATED), unknown);
    const elsewhere = jpeg(
      exifSegment({ main: [] }),
      xmpSegment(xmp('dcterms:provenance="https://example.org/m.c2pa"')),
    );
    const { findings, credentials } = await read(elsewhere, unknown);
    expect(findings.map(({ kind }) => kind)).toContain('credentials-elsewhere');
    expect(credentials).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('the validator is not even loaded for a file without credentials', async () => {
    const open = vi.fn();
    await inspect(png(), 'x', open);
    expect(open).not.toHaveBeenCalled();
  });
});

it('the bundled lists are whole: every certificate with its end', () => {
  const count = (text: string, mark: string) => text.split(`-----${mark} CERTIFICATE-----`).length - 1;
  for (const [list, certificates] of [
    [signers, 30],
    [timeStampers, 22],
  ] as const) {
    expect(count(list, 'BEGIN')).toBe(certificates);
    expect(count(list, 'END')).toBe(certificates);
  }
  expect(signers).toContain(TRUST_LIST_DATE);
});

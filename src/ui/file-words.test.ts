import { describe, expect, it } from 'vitest';
import {
  BACKINGS,
  CLAIMS,
  type Credentials,
  DECLARED_IN,
  type Declaration,
  FINDINGS,
  type FileReport,
  ORIGINS,
  STANDINGS,
} from '../contract';
import {
  actionWords,
  backingWords,
  CLAIM_WORDS,
  cameraName,
  DECLARED_IN_WORDS,
  declaredWords,
  exifTime,
  ingredientWords,
  integrityWords,
  makerName,
  ORIGIN_WORDS,
  signerWords,
  standingWords,
} from './file-words';
import { findingWords } from './received-words';

const credentials: Credentials = {
  intact: true,
  listed: false,
  signer: 'Somebody',
  signedAt: null,
  maker: null,
  title: null,
  actions: [],
  ingredients: [],
  failures: [],
  listDate: '2026-08-05',
};
const declaration: Declaration = {
  claim: 'ai-generated',
  by: 'Midjourney',
  declaredIn: 'xmp',
  field: 'dc:description',
  quote: 'q',
  backing: 'unsigned',
  standing: 'counts',
};
const report = (change: Partial<FileReport>) =>
  ({ origin: null, declarations: [], credentials: null, ...change }) as unknown as FileReport;

describe('vocabulary', () => {
  it('never states as a fact what a picture is', () => {
    const said = [
      ...ORIGINS.map((origin) => ORIGIN_WORDS[origin]),
      ...CLAIMS.map((claim) => CLAIM_WORDS[claim]),
      ...BACKINGS.map((backing) => backingWords(backing, credentials)),
      ...STANDINGS.map((standing) => standingWords(standing) ?? ''),
      ...FINDINGS.flatMap((kind) => Object.values(findingWords({ kind, detail: '12' }, 'jpeg'))),
    ];
    for (const line of said) expect(line).not.toMatch(/\b(fake|real|genuine|authentic|proven|proof)\b/i);
  });

  it('no finding shares its words with another', () => {
    const titles = FINDINGS.map((kind) => findingWords({ kind, detail: '12' }, 'jpeg').what);
    expect(new Set(titles).size).toBe(FINDINGS.length);
    expect(new Set(DECLARED_IN.map((place) => DECLARED_IN_WORDS[place])).size).toBe(DECLARED_IN.length);
  });
});

describe('what stands above the verdict', () => {
  it('is nothing where nothing is declared', () => {
    expect(declaredWords(report({}))).toBeNull();
    expect(declaredWords(report({ declarations: [{ ...declaration, standing: 'damaged' }] }))).toBeNull();
  });

  it('names who, where, and how far it can be trusted', () => {
    expect(declaredWords(report({ origin: 'ai-generated', declarations: [declaration] }))).toEqual({
      title: 'Declared as AI-generated',
      what: 'By Midjourney, according to XMP metadata in the file.',
      trust: 'It is not signed. Metadata can be removed or forged by anyone.',
    });
  });

  it('goes by the best backed declaration and takes a name from another', () => {
    const signed: Declaration = {
      ...declaration,
      by: null,
      declaredIn: 'credentials',
      backing: 'signed-listed',
    };
    const words = declaredWords(
      report({ origin: 'ai-generated', declarations: [declaration, signed], credentials }),
    );
    expect(words?.what).toBe('By Midjourney, according to Content Credentials and XMP metadata in the file.');
    expect(words?.trust).toContain('Signed by Somebody');
  });

  it('takes no side in a contradiction', () => {
    const words = declaredWords(
      report({ origin: 'contradictory', declarations: [{ ...declaration, standing: 'contradicted' }] }),
    );
    expect(words?.title).toBe('The file contradicts itself');
    expect(words?.what).not.toContain('Midjourney');
  });
});

describe('credentials', () => {
  it('integrity and trust are two sentences', () => {
    expect(integrityWords(credentials)).toMatch(/intact/);
    expect(signerWords(credentials)).toBe(
      'Somebody, not on the C2PA trust list of 5 August 2026, which is the one this page carries',
    );
    expect(signerWords({ ...credentials, listed: true })).toBe(
      'Somebody, on the C2PA trust list of 5 August 2026',
    );
    expect(
      integrityWords({ ...credentials, intact: false, failures: ['assertion.dataHash.mismatch'] }),
    ).toMatch(/^Broken/);
    expect(
      integrityWords({ ...credentials, intact: false, failures: ['signingCredential.expired'] }),
    ).not.toMatch(/^Broken/);
    expect(integrityWords({ ...credentials, intact: null })).toMatch(/Cannot be read/);
  });

  it('steps in plain words', () => {
    const step = { by: null, sourceType: null, when: null };
    expect(
      actionWords({ ...step, action: 'c2pa.created', by: 'DALL·E', sourceType: 'trainedAlgorithmicMedia' }),
    ).toBe('Made by an AI generator, with DALL·E');
    expect(actionWords({ ...step, action: 'c2pa.cropped' })).toBe('Cropped');
    expect(actionWords({ ...step, action: 'com.example.thing' })).toBe('Another step (com.example.thing)');
    expect(
      ingredientWords({ title: 'a.png', relationship: 'parentOf', credentials: 'intact', ai: true }),
    ).toBe('Made from “a.png”, with credentials of its own; these declare AI');
  });
});

it('cameras, times and producers as people write them', () => {
  const camera = { lens: null, takenAt: null, exposure: null };
  expect(cameraName({ ...camera, maker: 'Canon', model: 'Canon EOS R5' })).toBe('Canon EOS R5');
  expect(cameraName({ ...camera, maker: 'NIKON CORPORATION', model: 'NIKON Z 9' })).toBe('NIKON Z 9');
  expect(cameraName({ ...camera, maker: 'Apple', model: 'iPhone 17' })).toBe('Apple iPhone 17');
  expect(exifTime('2026:05:17 18:22:03')).toBe('17 May 2026, 18:22:03');
  expect(exifTime('0000:00:00 00:00:00')).toBe('0000:00:00 00:00:00');
  expect(makerName('001191610133596325171T12566')).toMatch(/^the producer registered as 0011/);
});

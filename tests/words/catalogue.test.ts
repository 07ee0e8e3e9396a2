/** The catalogues: whole, with the same placeholders, closed in their verdicts, and never stating as a fact what a picture is. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { complaints, literals, placeholders, unusedKeys } from '../../scripts/lib/locales.mjs';
import { BANDS } from '../../src/contract';
import { wishedLanguage } from '../../src/ui/language';
import { BAND_WORDS, realShareLine } from '../../src/ui/words';
import {
  bytes,
  day,
  duration,
  fixed,
  LANGUAGE_FACTS,
  LANGUAGES,
  type Language,
  language,
  listed,
  type MessageKey,
  percent,
  signed,
  speak,
  switchLanguage,
  t,
  whole,
} from '../../src/words';
import { ar } from '../../src/words/ar';
import { NUMBER_ARGS, TEXT_ARGS } from '../../src/words/args';
import { de } from '../../src/words/de';
import { en } from '../../src/words/en';
import { es } from '../../src/words/es';
import { fr } from '../../src/words/fr';
import { ROOT } from '../imports';

const ALL: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, de, fr, es, ar };
const KEYS = Object.keys(en) as MessageKey[];

afterEach(() => speak('en', en));

describe.each(LANGUAGES)('%s', (name) => {
  it('is whole, with the placeholders and choices of English and the plurals of its own', () => {
    expect(complaints(en, ALL[name], LANGUAGE_FACTS[name].locale)).toEqual([]);
  });
});

describe('complaints', () => {
  const english = { a: '{count, plural, one {# x} other {# y}}', b: 'B {name}' };
  it.each([
    [{ b: 'B {name}' }, 'de', ['a: missing']],
    [{ ...english, c: 'C' }, 'de', ['c: unknown']],
    [{ ...english, b: ' ' }, 'de', ['b: empty', 'b: has , not name text']],
    [{ ...english, b: 'B {named}' }, 'de', ['b: has named text, not name text']],
    [{ ...english, b: 'B {name' }, 'de', [expect.stringMatching(/^b: /)]],
    [english, 'ar', ['zero', 'two', 'few', 'many'].map((form) => `a: count has no form "${form}"`)],
  ])('%j in %s', (other, locale, expected) => {
    const found = complaints(english, other, locale);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});

it('every key is used, every argument has a type and no two kinds of values', () => {
  expect(unusedKeys(en, join(ROOT, 'src'))).toEqual([]);
  const known = new Set([...TEXT_ARGS.map((a) => `${a} text`), ...NUMBER_ARGS.map((a) => `${a} number`)]);
  const unknown = KEYS.flatMap((key) => placeholders(en[key]).filter((one) => !known.has(one)));
  expect(unknown).toEqual([]);
});

describe('verdicts', () => {
  it.each([
    ['en', ['Likely AI-generated', 'Can’t tell', 'No AI traces found']],
    ['de', ['Wahrscheinlich KI-generiert', 'Nicht zu entscheiden', 'Keine KI-Spuren gefunden']],
    ['fr', ['Probablement générée par IA', 'Impossible de trancher', 'Aucune trace d’IA trouvée']],
    ['es', ['Probablemente generada por IA', 'No se puede determinar', 'No se hallaron rastros de IA']],
    ['ar', ['مولّدة بالذكاء الاصطناعي على الأرجح', 'لا يمكن الجزم', 'لم يُعثر على آثار للذكاء الاصطناعي']],
  ] as const)('in %s are the three agreed ones', async (name, words) => {
    await switchLanguage(name);
    expect(BANDS.map((band) => BAND_WORDS[band])).toEqual(words);
  });
});

/** Words that would say of a picture that it is what it seems, or is not; whole words, whatever their ending. */
const TRUTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['real', 'fakes?', 'faked', 'genuine', 'authentic', 'original', 'true', 'false', 'bogus', 'hoax'],
  de: [
    'echt\\p{L}*',
    'unecht\\p{L}*',
    'gefälscht\\p{L}*',
    'fälschung\\p{L}*',
    'fakes?',
    'authentisch\\p{L}*',
    'wahr',
    'falsch',
    'original',
  ],
  fr: [
    'réel(le)?s?',
    'vraie?s?',
    'faux',
    'fausses?',
    'authenti\\p{L}*',
    'fakes?',
    'truqué\\p{L}*',
    'originale?s?',
  ],
  es: [
    'real(es)?',
    'verdader\\p{L}*',
    'fals[oa]s?',
    'auténtic\\p{L}*',
    'autenticidad',
    'fakes?',
    'trucad\\p{L}*',
    'original(es)?',
  ],
  ar: [
    '\\p{L}*حقيقي\\p{L}*',
    'حقيقتها',
    '\\p{L}*أصلي\\p{L}*',
    '\\p{L}*مزيّ?ف\\p{L}*',
    '\\p{L}*مزوّ?ر\\p{L}*',
    '\\p{L}*زائف\\p{L}*',
  ],
};

/** Where such a word may stand, because it is not said of the picture at hand. */
const NOT_OF_THE_PICTURE: Readonly<Partial<Record<MessageKey, string>>> = {
  'share.few': 'photos of the evaluation',
  'share.some': 'photos of the evaluation',
  'share.all': 'photos of the evaluation',
  'caveat.cantTellRare': 'photos of the evaluation',
  'numbers.share': 'photos of the evaluation',
  'evidence.caption': 'photos of the evaluation',
  'evidence.among': 'photos of the evaluation',
  'model.evaluation': 'photos of the evaluation',
  'footer.can.text': 'photos of the evaluation',
  'report.written': 'photos of the evaluation',
  'guide.answers.share': 'photos of the evaluation',
  'guide.answers.likely': 'photos of the evaluation',
  'guide.answers.likelyTest': 'photos of the evaluation',
  'guide.wrong.test': 'photos of the evaluation',
  'guide.wrong.heldOut': 'photos of the evaluation',
  'guide.lead.pixels': 'a caption, which the page cannot judge',
  'now.none.ask': 'a caption, which the page cannot judge',
  'guide.todo.original': 'a first copy of the file',
  'now.likely.ask': 'a first copy of the file',
  'now.little.larger': 'a first copy of the file',
  'footer.cannot.text': 'says that it cannot be proven',
  'numbers.languageLogit': 'the two answer words of the model, in quotes or as names',
  'error.tooSmall.advice': 'a first copy of the file',
  'error.tooSmall.adviceLimit': 'a first copy of the file',
  'someCompression.means': 'a first copy of the file',
  'platformSize.means': 'a first copy of the file',
  'error.selfTest.title': 'the device computes so',
  'reasoning.note': 'the model reads it so',
  'file.asWritten': 'metadata that are easily forged',
  'report.metadataNote': 'metadata that are easily forged',
};

const truth = (name: Language) =>
  new RegExp(`(?<![\\p{L}\\p{M}])(${TRUTHS[name].join('|')})(?![\\p{L}\\p{M}])`, 'iu');

/** What a message says; the name of the program is none of its words. */
const said = (name: Language, key: string) => literals(ALL[name][key] ?? '').replaceAll('Fake-HR1', '');

describe('no language states as a fact that a picture is real or fake', () => {
  it.each(LANGUAGES)('%s', (name) => {
    const claims = KEYS.filter((key) => !(key in NOT_OF_THE_PICTURE)).filter((key) =>
      truth(name).test(said(name, key)),
    );
    expect(claims).toEqual([]);
  });

  it('and no exception stands without a need', () => {
    const needed = (key: string) => LANGUAGES.some((name) => truth(name).test(said(name, key)));
    expect(Object.keys(NOT_OF_THE_PICTURE).filter((key) => !needed(key))).toEqual([]);
  });

  it.each([
    ['en', 'This picture is real.'],
    ['de', 'Dieses Bild ist gefälscht.'],
    ['fr', 'Cette image est authentique.'],
    ['es', 'Esta imagen es falsa.'],
    ['ar', 'هذه الصورة مزيفة.'],
  ] as const)('%s: "%s" would be found', (name, text) => {
    expect(text).toMatch(truth(name));
  });
});

describe('numbers and dates', () => {
  it.each([
    ['en', ['41.3 MB', '2 min 5 s', '2.3%', '5 August 2026', '−1.3', '12,345', 'a, b and c']],
    ['de', ['41,3 MB', '2 min 5 s', '2,3 %', '5. August 2026', '−1,3', '12.345', 'a, b und c']],
    ['fr', ['41,3 Mo', '2 min 5 s', '2,3 %', '5 août 2026', '−1,3', '12 345', 'a, b et c']],
    ['es', ['41,3 MB', '2 min 5 s', '2,3 %', '5 de agosto de 2026', '−1,3', '12.345', 'a, b y c']],
    ['ar', ['41.3 م.ب', '2 د 5 ث', '2.3%', '5 أغسطس 2026', '−1.3', '12,345', 'a وb وc']],
  ] as const)('in %s', async (name, expected) => {
    await switchLanguage(name);
    expect(
      [
        bytes(41_300_000),
        duration(125_000),
        percent(0.023, 1),
        day('2026-08-05'),
        signed(-1.3, 1),
        whole(12_345),
        listed(['a', 'b', 'c']),
        // Which space it is, is Intl's affair.
      ].map((text) => text.replace(/\s/g, ' ')),
    ).toEqual(expected);
  });

  it('have the plurals of Arabic', async () => {
    await switchLanguage('ar');
    expect([1, 2, 5, 11, 100].map((count) => t('page.pictures', { count }))).toEqual([
      'صورة واحدة',
      'صورتان',
      '5 صور',
      '11 صورة',
      '100 صورة',
    ]);
  });

  it('leave no marks of direction, which a report would show', () => {
    for (const name of LANGUAGES) {
      speak(name, ALL[name] as typeof en);
      expect(`${percent(0.5, 0)}${fixed(-1.5, 2)}${day('2026-08-05')}`).not.toMatch(/[\u061c\u200e\u200f]/);
    }
  });
});

describe('the language', () => {
  it.each([
    ['?lang=ar', 'de', ['fr'], 'ar'],
    ['?lang=xx', 'de', ['fr'], 'de'],
    ['', null, ['pt-BR', 'es-MX', 'en'], 'es'],
    ['', null, ['DE-at'], 'de'],
    ['', 'gone', [], 'en'],
  ] as const)('asked for %j, kept %j, browser %j: %s', (search, kept, browser, expected) => {
    expect(wishedLanguage(search, kept, browser)).toBe(expected);
  });

  it('is the one wished for last, also where an earlier one comes later', async () => {
    await Promise.all([switchLanguage('fr'), switchLanguage('de'), switchLanguage('en')]);
    expect(language()).toBe('en');
    expect(realShareLine(0.02)).toBe('Of 100 real photos, 2 score this high or higher.');
  });
});

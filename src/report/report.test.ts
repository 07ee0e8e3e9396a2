import { describe, expect, it } from 'vitest';
import { FORMULA, fullCard, HOSTILE, hash, TURNED } from '../../tests/report/fixture';
import { appError } from '../contract';
import { type Card, failed, newCard } from '../state/card';
import { BAND_WORDS } from '../ui/words';
import { buildPicture, isSettled } from './build';
import { reportCsv } from './csv';
import { reportHtml } from './html';
import { Reporter } from './reporter';
import { type PictureReport, parseReport, type Report, type Thumbnail } from './schema';
import { csvText, escapeHtml, reportName, visible } from './text';
import { digestLines, sha256Hex, weightsSha256 } from './weights-hash';

const thumbnail: Thumbnail = { width: 90, height: 60, dataUrl: 'data:image/jpeg;base64,/9j/4AAQ==' };
const picture = (card: Card, pixels: Thumbnail | null = null): PictureReport =>
  buildPicture(card, { sha256: hash, weightsSha256: hash, thumbnail: pixels });
const report = (...pictures: PictureReport[]): Report => ({
  schema: 'fake-hr1-report',
  version: 1,
  createdAt: '2026-11-26T12:00:01.000Z',
  build: 'unknown',
  pictures,
});
const refused = newCard(
  { id: 'card-2', name: 'folder', bytes: 0, url: null, request: { question: 'q', mode: 'auto' } },
  appError('UNSUPPORTED_FORMAT', 'a folder', { format: 'folder' }),
);

describe('the data', () => {
  it('survive writing and reading', () => {
    const written = report(picture(fullCard(HOSTILE), thumbnail), picture(refused));
    expect(parseReport(JSON.stringify(written))).toEqual({ ok: true, value: written });
  });

  it('hold both answers, what they were made with, and the words of the card', () => {
    const one = picture(fullCard('text', 'hills.png'));
    expect(one).toMatchObject({
      file: { name: 'hills.png', bytes: 1234, sha256: hash },
      request: { question: 'text', mode: 'explain', maxNewTokens: 40 },
      verdict: { band: 'cant-tell', basis: 'final' },
      instant: { pFake: 0.4, logit: -0.4 },
      final: { pFake: 0.35, logit: -0.6 },
      madeWith: { model: { weightsSha256: hash, preprocessingVersion: 1 }, engine: { dtype: 'fp32' } },
      note: 'text',
    });
    expect(one.verdict?.said[0]).toBe(BAND_WORDS['cant-tell']);
    expect(one.reasoning.sentences[0]).toEqual({ text: 'text in place 2.', crops: [1] });
  });

  it('never say where a picture was taken', () => {
    const text = JSON.stringify(picture(fullCard('x')));
    expect(text).not.toMatch(/latitude|52\.52|13\.40/);
    expect(text).toContain('"containsPlace":true');
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...report(), version: 2 })],
    [
      'a number that is none',
      JSON.stringify(report(picture(fullCard('x')))).replace('"pThink":0.7', '"pThink":"0.7"'),
    ],
    [
      'a thumbnail that is no JPEG',
      JSON.stringify(report(picture(fullCard('x'), thumbnail))).replace(
        'data:image/jpeg',
        'data:image/svg+xml',
      ),
    ],
  ])('are refused when they are %s', (_what, text) => {
    expect(parseReport(text).ok).toBe(false);
  });

  it('are made of settled cards only', () => {
    const card = fullCard('x');
    expect(isSettled(card)).toBe(true);
    expect(isSettled({ ...card, file: { phase: 'reading' } })).toBe(false);
    expect(isSettled({ ...card, phase: 'thinking' })).toBe(false);
    expect(isSettled(refused)).toBe(true);
  });
});

/** What a browser would see as tags. */
const tags = (html: string) =>
  [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name = '']) => name.toLowerCase());

describe('the page', () => {
  const plain = reportHtml(report(picture(fullCard('x'), thumbnail)));

  it('has the same elements whatever a file or a person wrote', () => {
    expect(tags(reportHtml(report(picture(fullCard(HOSTILE), thumbnail))))).toEqual(tags(plain));
  });

  it('runs nothing and fetches nothing', () => {
    const html = reportHtml(report(picture(fullCard(HOSTILE), thumbnail)));
    expect(tags(html)).not.toContain('script');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    // Of every tag: no handler, and no address but the thumbnail's.
    for (const [tag] of html.replace(/<style>.*?<\/style>/s, '').matchAll(/<[a-z][^>]*>/gi)) {
      expect(tag).not.toMatch(/\son\w+\s*=/i);
      const address = /\s(?:src|href|action|data)="([^"]*)"/i.exec(tag)?.[1];
      if (address !== undefined) expect(address).toBe(thumbnail.dataUrl);
    }
    expect(html).not.toMatch(/url\(|@import|https?:/i);
  });

  it('shows a turned name as it is written', () => {
    const html = reportHtml(report(picture(fullCard('x', TURNED))));
    expect(html).toContain('photo⟨U+202E⟩gpj.exe');
    expect(html).not.toContain('\u202e');
  });

  it('keeps places and logits without pixels', () => {
    const html = reportHtml(report(picture(fullCard('x'))));
    expect(html).not.toContain('data:image');
    expect(html).toContain('1: +1.50');
    expect(html).toContain('2: −0.50');
  });

  it('says what became of a picture without a verdict', () => {
    const html = reportHtml(
      report(picture(failed(fullCard('x'), appError('TIMEOUT', 'hung'))), picture(refused)),
    );
    expect(html).toContain('UNSUPPORTED_FORMAT');
    expect(html).toContain('Report on 2 pictures');
  });
});

/** A reader of RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

describe('the table', () => {
  it('has a row a picture and a value a column', () => {
    const [head, first, second, ...more] = parseCsv(
      reportCsv(report(picture(fullCard(HOSTILE, 'a,"b"\n.png')), picture(refused))),
    );
    expect(more).toEqual([]);
    expect(first).toHaveLength(head?.length ?? 0);
    expect(second).toHaveLength(head?.length ?? 0);
    const value = (name: string) => first?.[head?.indexOf(name) ?? -1];
    expect(value('file')).toBe('a,"b"\n.png');
    expect(value('verdict')).toBe('Can’t tell');
    // Numbers are ours: a minus is no formula.
    expect(value('logit_instant')).toBe('-0.4');
    expect(value('note')).toBe(HOSTILE);
  });

  it.each([FORMULA, "=cmd|'/C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
    'makes no formula of %j',
    (text) => {
      const cells = parseCsv(reportCsv(report(picture(fullCard(text))))).flat();
      expect(cells.filter((cell) => /^\s*[=+@\t]/.test(cell) || /^-(?![\d.]+$)/.test(cell))).toEqual([]);
      expect(csvText(text)).toMatch(/^"?'/);
    },
  );
});

describe('texts', () => {
  it('escapes what has a meaning in HTML', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
  it('shows what nobody sees, and leaves lines and emoji alone', () => {
    expect(visible('a\u0000b\u200fc\u2066d\ufeff')).toBe('a⟨U+0000⟩b⟨U+200F⟩c⟨U+2066⟩d⟨U+FEFF⟩');
    expect(visible('a\r\nb\tc 👩\u200d🚀')).toBe('a\nb\tc 👩\u200d🚀');
  });
  it.each([
    ['hills.png', 'fake-hr1-hills.json'],
    ['../../etc/passwd', 'fake-hr1-etc-passwd.json'],
    ['..\\..\\x.exe.png', 'fake-hr1-x.exe.json'],
    [HOSTILE, 'fake-hr1-script-alert-1-script-img-src-x-onerror-alert-2-amp.json'],
    [TURNED, 'fake-hr1-photo-gpj.json'],
    ['写真.jpg', 'fake-hr1-写真.json'],
    ['', 'fake-hr1-picture.json'],
    ['a'.repeat(400), `fake-hr1-${'a'.repeat(60)}.json`],
  ])('names the report on %j', (name, expected) => {
    expect(reportName(name, 'json')).toBe(expected);
  });
});

describe('hashes', () => {
  it('are those of everybody else', async () => {
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
  it('of weights do not depend on the order of files, but on every name and digest', async () => {
    const files = [
      { path: 'b', sha256: hash },
      { path: 'a', sha256: '00'.repeat(32) },
    ];
    expect(digestLines(files)).toBe(`${'00'.repeat(32)}  a\n${hash}  b\n`);
    expect(await weightsSha256(files)).toBe(await weightsSha256([...files].reverse()));
    expect(await weightsSha256(files)).not.toBe(await weightsSha256([{ path: 'c', sha256: hash }]));
  });
});

describe('saving', () => {
  function make(sha256: () => Promise<string | null> = async () => hash) {
    const saved: { name: string; media: string; text: string }[] = [];
    const reporter = new Reporter({
      sha256,
      thumbnail: async () => thumbnail,
      save: (name, media, text) => void saved.push({ name, media, text }),
      now: () => new Date('2026-11-26T12:00:00Z'),
      build: 'abc',
    });
    return { reporter, saved };
  }
  const card = fullCard('x', 'hills.png');

  it('puts pixels in only if wished', async () => {
    const { reporter, saved } = make();
    expect(await reporter.save([card], 'json', true)).toEqual({ ok: true, value: 'fake-hr1-hills.json' });
    await reporter.save([card], 'json', false);
    await reporter.save([card], 'html', false);
    expect(saved[0]?.text).toContain('data:image/jpeg');
    for (const { text } of saved.slice(1)) expect(text).not.toContain('data:image');
  });

  it('leaves out what is still being examined', async () => {
    const { reporter, saved } = make();
    expect((await reporter.save([card, { ...card, phase: 'thinking' }, refused], 'json', false)).ok).toBe(
      true,
    );
    const parsed = parseReport(saved[0]?.text ?? '');
    expect(parsed.ok && parsed.value.pictures.map(({ file }) => file.name)).toEqual(['hills.png', 'folder']);
    expect(saved[0]?.name).toBe('fake-hr1-2-pictures.json');
    expect((await reporter.save([{ ...card, phase: 'queued' }], 'json', false)).ok).toBe(false);
  });

  it('says so when a file can no longer be read', async () => {
    const { reporter, saved } = make(() => Promise.reject(new Error('gone')));
    expect(await reporter.save([card], 'html', true)).toMatchObject({ ok: false, error: { detail: 'gone' } });
    expect(saved).toEqual([]);
  });
});

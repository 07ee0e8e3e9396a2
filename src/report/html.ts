/**
 * The report as one HTML file: no script, nothing from elsewhere, readable on paper. Pure: data in, text out.
 *
 * Everything that comes from a file or a person goes through `escapeHtml`; the file's own policy forbids scripts all the same.
 */

import { formatName } from '../ui/words';
import { dimensions, instant, LANGUAGE_FACTS, language, t, whole } from '../words';
import { heatMap } from './heat-map';
import { metadataPart } from './html-metadata';
import { note, rows, section, unbroken } from './html-parts';
import { REPORT_STYLE } from './html-style';
import { computedPart, madeWithPart } from './html-verdict';
import type { PictureReport, Report } from './schema';
import { escapeHtml } from './text';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole file. */
export function reportHtml(report: Report): string {
  const { pictures } = report;
  const [only] = pictures;
  const title =
    pictures.length === 1 && only
      ? t('report.title', { name: only.file.name })
      : t('report.titleMany', { count: pictures.length });
  return `<!doctype html>
<html lang="${language()}" dir="${LANGUAGE_FACTS[language()].dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<p class="kicker">${escapeHtml(t('report.kicker'))}</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(t('report.written', { time: instant(report.createdAt), count: pictures.length }))}</p>
</header>
${pictures.map(pictureHtml).join('\n')}
<footer><p>${escapeHtml(t('report.built', { build: report.build, version: whole(report.version) }))} ${escapeHtml(t('report.reproduce'))} <code dir="ltr" translate="no">npm run reproduce -- REPORT.json IMAGE</code></p></footer>
</body>
</html>
`;
}

function pictureHtml(picture: PictureReport): string {
  const { file, received } = picture;
  return `<article>
<h2 class="name"><bdi translate="no">${escapeHtml(file.name)}</bdi></h2>
${outcome(picture)}
${picture.note.trim() ? section(t('report.reviewer'), `<p class="written" dir="auto" translate="no">${escapeHtml(picture.note)}</p>`) : ''}
${mapPart(picture)}
${reasoningPart(picture)}
${section(
  t('report.file'),
  rows([
    [t('report.name'), file.name, 'verbatim'],
    [t('report.sha256'), file.sha256, 'verbatim'],
    [t('report.size'), t('report.bytes', { count: file.bytes })],
    [
      t('report.content'),
      received &&
        [
          formatName(received.format),
          t('units.pixels', { size: dimensions(received.width, received.height) }),
          ...(received.animated ? [t('card.animated')] : []),
        ].join(t('units.comma')),
    ],
  ]),
)}
${metadataPart(picture.metadata)}
${computedPart(picture)}
${madeWithPart(picture)}
</article>`;
}

function outcome({ verdict, error, status }: PictureReport): string {
  const failure = error
    ? `<p>${escapeHtml(t('report.error'))} <bdi lang="en" translate="no"><code>${escapeHtml(error.code)}</code> ${escapeHtml(error.detail)}</bdi></p>`
    : '';
  if (!verdict)
    return `<div class="outcome"><p class="band">${escapeHtml(t('outcome.none'))}</p>${failure}</div>`;
  const [band = '', ...lines] = verdict.said;
  const basis =
    verdict.basis === 'final'
      ? ''
      : status === 'stopped'
        ? t('report.firstSightStopped')
        : t('report.firstSight');
  return `<div class="outcome" data-band="${verdict.band}"><p class="band">${unbroken(band)}</p>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
${basis && note(basis)}${failure}</div>`;
}

function mapPart({ final, instant, received, thumbnail }: PictureReport): string {
  const crops = (final ?? instant)?.crops ?? [];
  if (!received || (crops.length === 0 && !thumbnail)) return '';
  const caption = [
    ...(crops.length === 0 ? [] : [t('report.map')]),
    ...(thumbnail ? [] : [t('report.mapWithout')]),
  ].join(' ');
  return section(
    t('report.where'),
    `<figure>${heatMap(crops, received, thumbnail)}<figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  );
}

function reasoningPart({ reasoning }: PictureReport): string {
  if (reasoning.sentences.length === 0) return '';
  const lines = reasoning.sentences.map(({ text, crops }) => {
    const places =
      crops.length > 0 ? ` <span class="soft">[${crops.map((i) => i + 1).join(', ')}]</span>` : '';
    return `<p>${escapeHtml(text)}${places}</p>`;
  });
  return section(
    t('reasoning.title'),
    `<div class="reasoning" lang="en" dir="ltr" translate="no">${lines.join('\n')}</div>${note(t('report.reasoningNote'))}`,
  );
}

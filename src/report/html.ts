/**
 * The report as one HTML file: no script, nothing from elsewhere, readable on paper. Pure: data in, text out.
 *
 * Everything that comes from a file or a person goes through `escapeHtml`; the file's own policy forbids scripts all the same.
 */
import { formatName } from '../ui/words';
import { heatMap } from './heat-map';
import { metadataPart } from './html-metadata';
import { note, rows, section } from './html-parts';
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
    pictures.length === 1 && only ? `Report on ${only.file.name}` : `Report on ${pictures.length} pictures`;
  return `<!doctype html>
<html lang="en">
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
<p class="kicker">Fake-HR1 for the browser</p>
<h1>${escapeHtml(title)}</h1>
<p>Written ${escapeHtml(time(report.createdAt))} on the device the ${pictures.length === 1 ? 'picture was' : 'pictures were'} examined on. A verdict is a lead, not proof: it says which traces a small model found, and how often photos known to be real look the same.</p>
</header>
${pictures.map(pictureHtml).join('\n')}
<footer><p>Page built from ${escapeHtml(report.build)} · report version ${report.version}. With the JSON report and the picture, <code>npm run reproduce -- REPORT.json IMAGE</code> computes every number again.</p></footer>
</body>
</html>
`;
}

/** "2026-11-26 16:40:05 UTC"; as it is, if it is no time. */
export function time(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function pictureHtml(picture: PictureReport): string {
  const { file, received } = picture;
  return `<article>
<h2 class="name"><bdi>${escapeHtml(file.name)}</bdi></h2>
${outcome(picture)}
${picture.note.trim() ? section('Reviewer’s note', `<p class="written" dir="auto">${escapeHtml(picture.note)}</p>`) : ''}
${mapPart(picture)}
${reasoningPart(picture)}
${section(
  'File',
  rows([
    ['Name', file.name],
    ['SHA-256', file.sha256],
    ['Size', `${file.bytes.toLocaleString('en')} bytes`],
    [
      'Content',
      received &&
        `${formatName(received.format)}, ${received.width} × ${received.height} px${received.animated ? ', animated: first frame only' : ''}`,
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
    ? `<p>The examination ended with an error: <code>${escapeHtml(error.code)}</code> ${escapeHtml(error.detail)}</p>`
    : '';
  if (!verdict) return `<div class="outcome"><p class="band">No verdict</p>${failure}</div>`;
  const [band = '', ...lines] = verdict.said;
  const basis =
    verdict.basis === 'instant'
      ? `Verdict at first sight${status === 'stopped' ? '; the examination was stopped' : ''}.`
      : '';
  return `<div class="outcome" data-band="${verdict.band}"><p class="band">${escapeHtml(band)}</p>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
${basis && note(basis)}${failure}</div>`;
}

function mapPart({ final, instant, received, thumbnail }: PictureReport): string {
  const crops = (final ?? instant)?.crops ?? [];
  if (!received || (crops.length === 0 && !thumbnail)) return '';
  const what =
    crops.length === 0
      ? ''
      : 'The numbered places were looked at closely. Each number is that place’s logit: above zero (orange) leans to AI, below (blue) away from it.';
  return section(
    'Where it looked',
    `<figure>${heatMap(crops, received, thumbnail)}<figcaption>${what}${thumbnail ? '' : ' The picture itself was left out of this report.'}</figcaption></figure>`,
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
    'Reasoning',
    `<div class="reasoning">${lines.join('\n')}</div>${note('Written by the model. It can be wrong about what measurements mean and what the picture shows. Numbers in brackets are places on the map.')}`,
  );
}

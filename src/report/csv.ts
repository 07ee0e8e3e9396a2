/** All pictures of a report as a table, a row each, for spreadsheets. Pure. */
import { BAND_WORDS } from '../ui/words';
import type { PictureReport, Report } from './schema';
import { csvCell, csvText } from './text';

/** Without it Excel reads UTF-8 as the local code page. */
const BYTE_ORDER_MARK = '\ufeff';

type Value = string | number | boolean | null | undefined;

const COLUMNS: readonly [string, (picture: PictureReport, report: Report) => Value][] = [
  ['file', ({ file }) => file.name],
  ['sha256', ({ file }) => file.sha256],
  ['bytes', ({ file }) => file.bytes],
  ['format', ({ received, metadata }) => received?.format ?? metadata?.format],
  ['width_px', ({ received }) => received?.width],
  ['height_px', ({ received }) => received?.height],
  ['status', ({ status }) => status],
  ['error', ({ error }) => error?.code],
  ['verdict', ({ verdict }) => verdict && BAND_WORDS[verdict.band]],
  ['abstained', ({ verdict }) => verdict?.abstained],
  ['kind', ({ verdict }) => verdict?.kind],
  ['p_ai_instant', ({ instant }) => instant?.pFake],
  ['p_ai_final', ({ final }) => final?.pFake],
  ['logit_instant', ({ instant }) => instant?.logit],
  ['logit_final', ({ final }) => final?.logit],
  ['language_logit', (p) => (p.final ?? p.instant)?.languageLogit],
  ['detector_logit', (p) => (p.final ?? p.instant)?.detectorLogit],
  ['real_share', (p) => (p.final ?? p.instant)?.realShare],
  ['p_think', ({ gate }) => gate?.pThink],
  ['raw_output_instant', ({ instant }) => instant?.output],
  ['raw_output_final', ({ final }) => final?.output],
  ['question', ({ request }) => request.question],
  ['mode', ({ request }) => request.mode],
  ['declared_origin', ({ metadata }) => metadata?.origin],
  [
    'declared_by',
    ({ metadata }) =>
      metadata?.declarations
        .filter(({ standing, by }) => standing === 'counts' && by !== null)
        .map(({ by }) => by)
        .join('; '),
  ],
  ['credentials_intact', ({ metadata }) => metadata?.credentials?.intact],
  ['credentials_listed', ({ metadata }) => metadata?.credentials?.listed],
  ['camera', ({ metadata }) => [metadata?.camera?.maker, metadata?.camera?.model].filter(Boolean).join(' ')],
  ['findings', ({ metadata }) => metadata?.findings.map(({ kind }) => kind).join('; ')],
  ['likely_ai_from_logit', ({ madeWith }) => madeWith?.thresholds.likelyAi],
  ['no_traces_below_logit', ({ madeWith }) => madeWith?.thresholds.noTraces],
  ['model', ({ madeWith }) => madeWith && `${madeWith.model.id} ${madeWith.model.version}`],
  ['weights_sha256', ({ madeWith }) => madeWith?.model.weightsSha256],
  ['preprocessing', ({ madeWith }) => madeWith?.model.preprocessingVersion],
  ['device', ({ madeWith }) => madeWith?.engine.device],
  ['dtype', ({ madeWith }) => madeWith?.engine.dtype],
  ['self_test_passed', ({ madeWith }) => madeWith?.engine.selfTest.passed],
  ['made_at', ({ madeWith }) => madeWith?.at],
  ['page_build', (_picture, { build }) => build],
  ['checked', ({ checked }) => checked],
  ['note', ({ note }) => note],
];

/** The table with a head line; numbers in full, texts guarded against formulas. */
export function reportCsv(report: Report): string {
  const head = COLUMNS.map(([name]) => csvCell(name)).join(',');
  const rows = report.pictures.map((picture) => COLUMNS.map(([, of]) => cell(of(picture, report))).join(','));
  return `${BYTE_ORDER_MARK}${[head, ...rows].join('\r\n')}\r\n`;
}

/** A number is one of ours and may be negative; only texts can be formulas. */
function cell(value: Value): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? csvText(value) : String(value);
}

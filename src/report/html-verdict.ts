/** Every number of the analysis, and what made them, in the report. Pure. */

import type { VerdictData } from '../contract';
import {
  BAND_WORDS,
  deviceWords,
  evaluationWords,
  MODE_NAMES,
  measurementName,
  placeWords,
  STANCE_WORDS,
  selfTestWords,
} from '../ui/words';
import {
  duration,
  exact,
  fixed,
  instant,
  type PlainKey,
  percent,
  plain,
  significant,
  t,
  whole,
} from '../words';
import { signed } from './heat-map';
import { rows, section, table } from './html-parts';
import type { PictureReport } from './schema';
import { escapeHtml } from './text';

/** Digits of logits and probabilities on paper; the JSON has all. */
const DIGITS = 4;
const digits = (value: number) => fixed(value, DIGITS);

const NUMBERS: readonly [PlainKey, (verdict: VerdictData) => string][] = [
  ['report.band', ({ band }) => BAND_WORDS[band]],
  ['numbers.score', ({ pFake }) => digits(pFake)],
  ['numbers.logit', ({ logit }) => digits(logit)],
  ['numbers.languageLogit', ({ languageLogit }) => digits(languageLogit)],
  ['numbers.detectorLogit', ({ detectorLogit }) => digits(detectorLogit)],
  ['numbers.share', ({ realShare }) => percent(realShare, 1)],
  [
    'numbers.crops',
    ({ crops }) =>
      crops.map(({ logit }, i) => `${whole(i + 1)}:\u00a0${signed(logit)}`).join(t('units.comma')),
  ],
];

/** Both answers, the wish to think, measurements, raw outputs. */
export function computedPart(picture: PictureReport): string {
  const { instant, final, gate, evidence, request, timing, reasoning } = picture;
  const answers = [
    ...(instant ? [{ name: t('report.atFirst'), verdict: instant }] : []),
    ...(final ? [{ name: t('report.final'), verdict: final }] : []),
  ];
  const numbers =
    answers.length === 0
      ? ''
      : table(
          t('report.answers'),
          ['', ...answers.map(({ name }) => name)],
          NUMBERS.map(([term, of]) => [plain(term), ...answers.map(({ verdict }) => of(verdict))]),
        );
  const facts = rows([
    [t('ask.question'), request.question, 'verbatim'],
    [t('report.mode'), MODE_NAMES[request.mode]],
    [t('report.tokenLimit'), request.maxNewTokens && whole(request.maxNewTokens)],
    [
      t('numbers.think'),
      gate &&
        (gate.decidedBy === 'request'
          ? t('report.modeSet', { value: digits(gate.pThink) })
          : digits(gate.pThink)),
    ],
    [t('numbers.tokens'), reasoning.tokens === null ? null : whole(reasoning.tokens)],
    [t('numbers.stance'), reasoning.stance && STANCE_WORDS[reasoning.stance]],
    [t('report.firstAfter'), timing.instantMs === null ? null : duration(timing.instantMs)],
    [t('report.finalAfter'), timing.finalMs === null ? null : duration(timing.finalMs)],
  ]);
  const measured =
    evidence.length === 0
      ? ''
      : table(
          t('evidence.caption'),
          [t('evidence.measurement'), t('evidence.value'), t('evidence.among')],
          evidence.map(({ id, name, value, bin }) => [
            measurementName({ id, name }),
            significant(value, 4),
            placeWords(bin),
          ]),
        );
  const raw = answers
    .filter(({ verdict }) => verdict.output !== '')
    .map(
      ({ name, verdict }) =>
        `<h4>${escapeHtml(t('report.raw', { name }))}</h4><pre lang="en" dir="ltr" translate="no">${escapeHtml(verdict.output)}</pre>`,
    )
    .join('');
  return section(t('report.numbers'), facts + numbers + measured + raw);
}

/** Model, thresholds, device, self-test. */
export function madeWithPart({ madeWith }: PictureReport): string {
  if (!madeWith) return '';
  const { model, thresholds, engine, at } = madeWith;
  const { evaluation, calibration } = thresholds;
  return section(
    t('report.madeWith'),
    rows([
      [t('model.label'), `${model.id} ${model.version}, ${model.licence}`, 'verbatim'],
      [t('model.checkpoint'), model.checkpoint, 'verbatim'],
      [t('report.weights'), model.weightsSha256, 'verbatim'],
      [t('report.preprocessing'), model.preprocessingVersion],
      [t('report.likelyFrom', { likely: BAND_WORDS['likely-ai'] }), digits(thresholds.likelyAi)],
      [t('report.likelyOutside'), digits(thresholds.likelyAiOutside)],
      [t('report.noneBelow', { none: BAND_WORDS['no-traces'] }), digits(thresholds.noTraces)],
      [
        t('report.calibration'),
        t('report.formula', {
          a: exact(calibration.a),
          beta: exact(thresholds.beta),
          b: exact(calibration.b),
        }),
      ],
      [t('report.thinks'), digits(thresholds.think)],
      [t('model.bandsFrom'), evaluationWords(evaluation)],
      [t('report.ranOn'), `${deviceWords(engine.device, engine.threads)} (${engine.dtype})`],
      [t('model.notOnWebgpu'), engine.fallbackReason, 'verbatim'],
      [t('model.selfTest'), selfTestWords(engine.selfTest)],
      [t('report.made'), instant(at)],
    ]),
  );
}

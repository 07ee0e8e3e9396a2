/** Every number of the analysis, and what made them, in the report. Pure. */
import type { VerdictData } from '../contract';
import { BAND_WORDS, deviceWords, duration, MODE_WORDS, placeWords, STANCE_WORDS } from '../ui/words';
import { signed } from './heat-map';
import { rows, section, table } from './html-parts';
import type { PictureReport } from './schema';
import { escapeHtml } from './text';

/** Digits of logits and probabilities on paper; the JSON has all. */
const DIGITS = 4;
const digits = (value: number) => value.toFixed(DIGITS);

const NUMBERS: readonly [string, (verdict: VerdictData) => string][] = [
  ['Band', ({ band }) => BAND_WORDS[band]],
  ['Model’s score for “AI-generated”', ({ pFake }) => digits(pFake)],
  ['Calibrated logit', ({ logit }) => digits(logit)],
  ['Language model’s logit, fake − real', ({ languageLogit }) => digits(languageLogit)],
  ['Detector logit', ({ detectorLogit }) => digits(detectorLogit)],
  ['Real photos scoring this high', ({ realShare }) => `${(realShare * 100).toFixed(1)} %`],
  ['Crop logits', ({ crops }) => crops.map(({ logit }, i) => `${i + 1}: ${signed(logit)}`).join(', ')],
];

/** Both answers, the wish to think, measurements, raw outputs. */
export function computedPart(picture: PictureReport): string {
  const { instant, final, gate, evidence, request, timing, reasoning } = picture;
  const answers = [
    ...(instant ? [{ name: 'At first sight', verdict: instant }] : []),
    ...(final ? [{ name: 'Final', verdict: final }] : []),
  ];
  const numbers =
    answers.length === 0
      ? ''
      : table(
          'The two answers',
          ['', ...answers.map(({ name }) => name)],
          NUMBERS.map(([term, of]) => [term, ...answers.map(({ verdict }) => of(verdict))]),
        );
  const facts = rows([
    ['Question', request.question],
    ['Mode', MODE_WORDS[request.mode].name],
    ['Limit of tokens', request.maxNewTokens],
    [
      'Wish to think',
      gate && `${digits(gate.pThink)}${gate.decidedBy === 'request' ? ' (mode was set)' : ''}`,
    ],
    ['Tokens', reasoning.tokens],
    ['The reasoning argues for', reasoning.stance && STANCE_WORDS[reasoning.stance]],
    ['First verdict after', timing.instantMs === null ? null : duration(timing.instantMs)],
    ['Final verdict after', timing.finalMs === null ? null : duration(timing.finalMs)],
  ]);
  const measured =
    evidence.length === 0
      ? ''
      : table(
          'Measured in the picture, against real photos with as much compression',
          ['Measurement', 'Value', 'Among real photos'],
          evidence.map(({ name, value, bin }) => [name, value.toPrecision(4), placeWords(bin)]),
        );
  const raw = answers
    .filter(({ verdict }) => verdict.output !== '')
    .map(({ name, verdict }) => `<h4>Raw output: ${name}</h4><pre>${escapeHtml(verdict.output)}</pre>`)
    .join('');
  return section('Numbers', facts + numbers + measured + raw);
}

/** Model, thresholds, device, self-test. */
export function madeWithPart({ madeWith }: PictureReport): string {
  if (!madeWith) return '';
  const { model, thresholds, engine, at } = madeWith;
  const { evaluation, calibration } = thresholds;
  return section(
    'Made with',
    rows([
      ['Model', `${model.id} ${model.version}, ${model.licence}`],
      ['Checkpoint', model.checkpoint],
      ['Weights, SHA-256 over the files’ digests', model.weightsSha256],
      ['Preprocessing version', model.preprocessingVersion],
      [`“${BAND_WORDS['likely-ai']}” from a calibrated logit of`, digits(thresholds.likelyAi)],
      ['The same, for what is no photograph', digits(thresholds.likelyAiOutside)],
      [`“${BAND_WORDS['no-traces']}” below`, digits(thresholds.noTraces)],
      [
        'Calibrated logit comes from',
        `${calibration.a} · (language + ${thresholds.beta} · detector) + ${calibration.b}`,
      ],
      ['Thinks from a wish of', digits(thresholds.think)],
      [
        'Bands from',
        `${evaluation.set}: ${evaluation.realImages} real and ${evaluation.fakeImages} generated pictures`,
      ],
      ['Ran on', `${deviceWords(engine.device, engine.threads)} (${engine.dtype})`],
      ['Not on WebGPU because', engine.fallbackReason],
      [
        'Self-test',
        `${engine.selfTest.passed ? 'passed' : 'failed'}, off by ${engine.selfTest.maxDifference.toPrecision(2)} (limit ${engine.selfTest.tolerance})`,
      ],
      ['Verdict made', at],
    ]),
  );
}

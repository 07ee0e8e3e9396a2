/**
 * From logits to a verdict. Pure: no model, no words for people (src/ui/words.ts), no thresholds (manifest).
 */
import type { Band, DtypeSet, Manifest, VerdictData } from '../contract';

type Thresholds = Pick<Manifest['verdict'], 'likelyAi' | 'likelyAiOutside' | 'noTraces'>;

/** Platt scaling of a raw verdict logit. */
export function calibrate(raw: number, { a, b }: DtypeSet['calibration']): number {
  return a * raw + b;
}

/** Logistic function; exact at both ends. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Outside of what the detector was made for: drawings, renderings, screenshots and scans. */
export function outside(kind: VerdictData['kind']): boolean {
  return kind !== null && kind !== 'photo';
}

/** Bands are cut on the calibrated logit; outside of photographs more is needed to say "likely AI". */
export function bandOf(logit: number, rules: Thresholds, kind: VerdictData['kind'] = null): Band {
  if (logit >= (outside(kind) ? rules.likelyAiOutside : rules.likelyAi)) return 'likely-ai';
  return logit < rules.noTraces ? 'no-traces' : 'cant-tell';
}

/**
 * Share (0..1) of held-out real images that score at least `logit`: linear between the points of the falling curve,
 * and the outermost share beyond them.
 */
export function realShare(logit: number, curve: Manifest['verdict']['realSurvival']): number {
  const points = [...curve].sort((p, q) => p.logit - q.logit);
  const above = points.findIndex((p) => p.logit >= logit);
  const right = points[above === -1 ? points.length - 1 : above];
  const left = points[above - 1];
  if (!right) throw new RangeError('empty survival curve');
  if (above === -1 || !left) return right.share;
  const t = (logit - left.logit) / (right.logit - left.logit);
  return left.share + t * (right.share - left.share);
}

/** What the engine knows at an answer position. */
export interface AnswerFacts {
  readonly languageLogit: number;
  readonly detectorLogit: number;
  readonly crops: VerdictData['crops'];
  readonly kind: VerdictData['kind'];
  readonly output: string;
  readonly abstained: VerdictData['abstained'];
}

/** Raw logit of the collaborative decision; its sign is the answer word of the output. */
export function rawLogit(languageLogit: number, detectorLogit: number, beta: number): number {
  return languageLogit + beta * detectorLogit;
}

/** Puts a verdict together. An abstention keeps the numbers and takes the band "can't tell". */
export function makeVerdict(
  facts: AnswerFacts,
  rules: Manifest['verdict'],
  scaling: DtypeSet['calibration'],
): VerdictData {
  const logit = calibrate(rawLogit(facts.languageLogit, facts.detectorLogit, rules.beta), scaling);
  return {
    ...facts,
    band: facts.abstained ? 'cant-tell' : bandOf(logit, rules, facts.kind),
    pFake: probability(logit),
    logit,
    realShare: realShare(logit, rules.realSurvival),
  };
}

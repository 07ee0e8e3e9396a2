/**
 * Two reports of the same picture, number by number: what `npm run reproduce` prints. Pure.
 *
 * Words, bands, places and counts must be equal; numbers may differ by what rounding on the slower of the two devices
 * explains.
 */
import type { VerdictData } from '../contract';
import type { PictureReport } from './schema';

/** Largest absolute differences: of logits, of probabilities and shares, and, relative, of measurements. */
export interface Tolerance {
  readonly name: string;
  readonly logit: number;
  readonly probability: number;
  readonly measurement: number;
}

/**
 * By dtype, the logits as in the manifest's self-tests. A probability moves at most a quarter as much as its logit; the
 * share of real photos is steeper, hence the half. Measurements are computed in double precision on every device, from pixels that
 * decoders may round differently by one.
 */
export const TOLERANCES: Readonly<Record<string, Tolerance>> = {
  fp32: { name: 'wasm-fp32', logit: 0.02, probability: 0.01, measurement: 1e-6 },
  'fp32-webgpu': { name: 'webgpu-fp32', logit: 0.05, probability: 0.025, measurement: 1e-6 },
  'fp16-webgpu': { name: 'webgpu-fp16', logit: 0.35, probability: 0.175, measurement: 1e-6 },
};
const STRICTEST = TOLERANCES.fp32 as Tolerance;

/** The wider of the two devices' tolerances; an unknown dtype gets the strictest. */
export function toleranceOf(dtypes: readonly string[]): Tolerance {
  return dtypes
    .map((dtype) => TOLERANCES[dtype] ?? STRICTEST)
    .reduce((widest, one) => (one.logit > widest.logit ? one : widest), STRICTEST);
}

export interface Difference {
  readonly what: string;
  readonly reported: string;
  readonly here: string;
  /** Absolute (measurements: relative) difference; null where only equality counts. */
  readonly off: number | null;
  readonly tolerance: number | null;
  readonly same: boolean;
}

type Plain = string | number | boolean | null;

class Rows {
  readonly list: Difference[] = [];

  exact(what: string, reported: Plain, here: Plain): void {
    const [a, b] = [String(reported), String(here)];
    this.list.push({ what, reported: a, here: b, off: null, tolerance: null, same: a === b });
  }

  number(
    what: string,
    reported: number | null,
    here: number | null,
    tolerance: number,
    relative = false,
  ): void {
    if (reported === null || here === null) {
      this.exact(what, reported, here);
      return;
    }
    const scale = relative ? Math.max(1, Math.abs(reported)) : 1;
    const off = Math.abs(reported - here) / scale;
    this.list.push({
      what,
      reported: String(reported),
      here: String(here),
      off,
      tolerance,
      same: off <= tolerance,
    });
  }
}

/** Whether the same thing is compared at all: picture, weights, preprocessing. */
export function compareInputs(reported: PictureReport, here: PictureReport): readonly Difference[] {
  const rows = new Rows();
  rows.exact('picture SHA-256', reported.file.sha256, here.file.sha256);
  rows.exact('picture bytes', reported.file.bytes, here.file.bytes);
  const [a, b] = [reported.madeWith, here.madeWith];
  // A picture that could not be opened has no model to speak of.
  if (!a) return rows.list;
  rows.exact('model', `${a.model.id} ${a.model.version}`, b && `${b.model.id} ${b.model.version}`);
  rows.exact('checkpoint', a.model.checkpoint, b?.model.checkpoint ?? null);
  rows.exact('weights SHA-256', a.model.weightsSha256, b?.model.weightsSha256 ?? null);
  rows.exact('preprocessing version', a.model.preprocessingVersion, b?.model.preprocessingVersion ?? null);
  rows.exact('thresholds', JSON.stringify(thresholds(a)), JSON.stringify(b && thresholds(b)));
  return rows.list;
}

/** Calibration belongs to a dtype, so it may differ between devices. */
function thresholds({
  thresholds: { calibration: _calibration, ...rest },
}: NonNullable<PictureReport['madeWith']>) {
  return rest;
}

/** Every number and word of the analysis. */
export function compareAnalyses(
  reported: PictureReport,
  here: PictureReport,
  tolerance: Tolerance,
): readonly Difference[] {
  const rows = new Rows();
  rows.exact('error', reported.error?.code ?? null, here.error?.code ?? null);
  for (const field of ['format', 'width', 'height', 'hasExif', 'animated'] as const)
    rows.exact(field, reported.received?.[field] ?? null, here.received?.[field] ?? null);
  if (reported.instant) answer(rows, 'instant', reported.instant, here.instant, tolerance);
  rows.number('P(think)', reported.gate?.pThink ?? null, here.gate?.pThink ?? null, tolerance.probability);
  rows.exact('thinks', reported.gate?.thinks ?? null, here.gate?.thinks ?? null);
  const measured = new Map(here.evidence.map((one) => [one.id, one]));
  for (const { id, value, bin } of reported.evidence) {
    const other = measured.get(id);
    rows.number(`measurement ${id}`, value, other?.value ?? null, tolerance.measurement, true);
    rows.exact(`bin of ${id}`, bin, other?.bin ?? null);
  }
  // What was stopped has no end to compare.
  if (reported.status === 'stopped') return rows.list;
  if (reported.final) answer(rows, 'final', reported.final, here.final, tolerance);
  rows.exact('tokens', reported.reasoning.tokens, here.reasoning.tokens);
  rows.exact('stance', reported.reasoning.stance, here.reasoning.stance);
  rows.exact(
    'reasoning',
    JSON.stringify(reported.reasoning.sentences),
    JSON.stringify(here.reasoning.sentences),
  );
  rows.exact('said', reported.verdict?.said.join(' ') ?? null, here.verdict?.said.join(' ') ?? null);
  return rows.list;
}

function answer(rows: Rows, name: string, a: VerdictData, b: VerdictData | null, tolerance: Tolerance): void {
  rows.exact(`${name} band`, a.band, b?.band ?? null);
  rows.exact(`${name} abstained`, a.abstained, b?.abstained ?? null);
  rows.exact(`${name} kind`, a.kind, b?.kind ?? null);
  for (const field of ['logit', 'languageLogit', 'detectorLogit'] as const)
    rows.number(`${name} ${field}`, a[field], b?.[field] ?? null, tolerance.logit);
  for (const field of ['pFake', 'realShare'] as const)
    rows.number(`${name} ${field}`, a[field], b?.[field] ?? null, tolerance.probability);
  rows.exact(`${name} crops`, a.crops.length, b?.crops.length ?? null);
  a.crops.forEach(({ region, logit }, i) => {
    const other = b?.crops[i];
    rows.exact(`${name} crop ${i + 1} place`, place(region), other ? place(other.region) : null);
    rows.number(`${name} crop ${i + 1} logit`, logit, other?.logit ?? null, tolerance.logit);
  });
  rows.exact(`${name} output`, a.output, b?.output ?? null);
}

const place = ({ x, y, width, height }: VerdictData['crops'][number]['region']) =>
  `${x},${y} ${width}x${height}`;

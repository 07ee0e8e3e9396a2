/**
 * Every word the page says about a result, an error or the model's state. Closed: a verdict is one of three bands, an
 * error one of the contract's codes, and the compiler finds a missing one.
 *
 * A band is never stated as a fact about the picture. No word, in no language, says that a picture is real or fake.
 */
import {
  type AbstainReason,
  type AppError,
  type Band,
  type Device,
  type Evidence,
  type Format,
  type Kind,
  type Manifest,
  type Mode,
  type ModelInfo,
  unreachable,
} from '../contract';
import { bytes, exact, type PlainKey, plain, significant, t, wordsOf } from '../words';

export { bytes, duration, secondsLeft } from '../words';

export const BAND_WORDS = wordsOf<Band>({
  'likely-ai': 'band.likelyAi',
  'cant-tell': 'band.cantTell',
  'no-traces': 'band.noTraces',
});

/** Why the band may be wrong; stands under every verdict. */
const BAND_CAVEATS = wordsOf<Band>({
  'likely-ai': 'caveat.likelyAi',
  'cant-tell': 'caveat.cantTell',
  'no-traces': 'caveat.noTraces',
});

/**
 * Share of real photos up to which a score counts as rare: what the band "Likely AI-generated" may hold (LIKELY_AI_RATE of
 * training/calibrate.py). The band begins where no place of real photos is accused often either, which may lie higher: a rare
 * score without it needs a word of its own.
 */
const RARE_SHARE = 0.02;

/** The caveat of a band; `share` (0..1) of held-out real photos score at least as high. */
export function caveatOf(band: Band, share: number): string {
  return band === 'cant-tell' && share <= RARE_SHARE ? t('caveat.cantTellRare') : BAND_CAVEATS[band];
}

export const ABSTAIN_WORDS = wordsOf<AbstainReason>({
  blank: 'abstain.blank',
  noise: 'abstain.noise',
  'too-small': 'abstain.tooSmall',
  contradiction: 'abstain.contradiction',
  'crops-disagree': 'abstain.cropsDisagree',
  unstable: 'abstain.unstable',
});

/** What is said of pictures that the model was not made for; a photograph needs no word. */
export const KIND_WORDS = wordsOf<Exclude<Kind, 'photo'>>({
  art: 'kind.art',
  render: 'kind.render',
  page: 'kind.page',
});

/** "of 100 real photos ..." from the share (0..1) of held-out real photos that score at least as high. */
export function realShareLine(share: number): string {
  const count = Math.round(share * 100);
  if (share * 100 < 1) return t('share.few');
  return count >= 100 ? t('share.all') : t('share.some', { count });
}

/** Names of the modes. */
export const MODE_NAMES = wordsOf<Mode>({
  auto: 'mode.auto.name',
  answer: 'mode.answer.name',
  explain: 'mode.explain.name',
});

/** What a mode does, and what it costs. */
export const MODE_WHAT = wordsOf<Mode>({
  auto: 'mode.auto.what',
  answer: 'mode.answer.what',
  explain: 'mode.explain.what',
});

/** Proper names, the same in every language. */
const DEVICE_NAMES: Readonly<Record<Device, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

export function deviceWords(device: Device, threads: number): string {
  if (device === 'webgpu') return DEVICE_NAMES.webgpu;
  return t('units.threads', { device: DEVICE_NAMES.wasm, count: threads });
}

/** Proper names, the same in every language. */
const FORMAT_NAMES: Readonly<Record<Exclude<Format, 'unknown'>, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  heic: 'HEIC',
  svg: 'SVG',
};

export function formatName(format: Format): string {
  return format === 'unknown' ? t('format.unknown') : FORMAT_NAMES[format];
}

const PLACES = [
  'evidence.bin0',
  'evidence.bin1',
  'evidence.bin2',
  'evidence.bin3',
  'evidence.bin4',
] as const satisfies readonly PlainKey[];

/** Where a measurement lies among held-out real pictures with as much compression. */
export function placeWords(bin: Evidence['bin']): string {
  return plain(PLACES[bin] ?? 'evidence.bin2');
}

const MEASUREMENT_WORDS: Readonly<Record<string, string>> = wordsOf({
  noise: 'evidence.noise',
  noise_vs_brightness: 'evidence.noise_vs_brightness',
  noise_evenness: 'evidence.noise_evenness',
  detail_slope: 'evidence.detail_slope',
  fine_detail: 'evidence.fine_detail',
  compression: 'evidence.compression',
  pixel_pairing: 'evidence.pixel_pairing',
  mosaic: 'evidence.mosaic',
  clipped: 'evidence.clipped',
  saturation: 'evidence.saturation',
  smooth_area: 'evidence.smooth_area',
  texture_contrast: 'evidence.texture_contrast',
  colour_noise: 'evidence.colour_noise',
});

/** A measurement's name; one that a newer model brings keeps the name the model gives it. */
export function measurementName({ id, name }: Pick<Evidence, 'id' | 'name'>): string {
  return MEASUREMENT_WORDS[id] ?? name;
}

/** What the reasoning argues for. */
export const STANCE_WORDS = wordsOf({ fake: 'stance.fake', real: 'stance.real', open: 'stance.open' });

/** How a self-test came out, and by how much. */
export function selfTestWords({ passed, maxDifference, tolerance }: ModelInfo['selfTest']): string {
  const args = { off: significant(maxDifference, 2), limit: exact(tolerance) };
  return passed ? t('model.passed', args) : t('model.failed', args);
}

/** The set of the model in use has a name in every language; another one is called as its makers call it. */
const SETS: Readonly<Record<string, string | undefined>> = wordsOf({
  'half of the held-out repositories, as found and degraded': 'model.set',
});

/** What the bands were cut on. */
export function evaluationWords(of: Manifest['verdict']['evaluation']): string {
  return t('model.evaluation', {
    set: SETS[of.set] ?? of.set,
    real: of.realImages,
    generated: of.fakeImages,
  });
}

export interface ErrorWords {
  readonly title: string;
  /** What the user can do now. */
  readonly advice: string;
}

const of = (title: PlainKey, advice: PlainKey): ErrorWords => ({
  title: plain(title),
  advice: plain(advice),
});

/** An error in the user’s words: what was wrong, what to do. The technical detail stands elsewhere. */
export function errorWords(error: AppError): ErrorWords {
  const { code, facts = {} } = error;
  switch (code) {
    case 'UNSUPPORTED_FORMAT':
      return unsupported(facts.format);
    case 'CORRUPT_IMAGE':
      return of('error.corrupt.title', 'error.corrupt.advice');
    case 'IMAGE_TOO_LARGE':
      return typeof facts.maxMegapixels === 'number'
        ? {
            title: t('error.tooLarge.title'),
            advice: t('error.tooLarge.adviceLimit', { count: facts.maxMegapixels }),
          }
        : of('error.tooLarge.title', 'error.tooLarge.advice');
    case 'IMAGE_TOO_SMALL':
      return typeof facts.minSide === 'number'
        ? {
            title: t('error.tooSmall.title'),
            advice: t('error.tooSmall.adviceLimit', { count: facts.minSide }),
          }
        : of('error.tooSmall.title', 'error.tooSmall.advice');
    case 'NO_CONTENT':
      return facts.bytes === 0
        ? of('error.emptyFile.title', 'error.emptyFile.advice')
        : of('error.noContent.title', 'error.noContent.advice');
    case 'QUOTA':
      return typeof facts.needed === 'number'
        ? {
            title: t('error.quota.title'),
            advice: t('error.quota.adviceNeeded', { size: bytes(facts.needed) }),
          }
        : of('error.quota.title', 'error.quota.advice');
    case 'MODEL_MISSING':
      return of('error.modelMissing.title', 'error.modelMissing.advice');
    case 'MODEL_TAMPERED':
      return of('error.modelTampered.title', 'error.modelTampered.advice');
    case 'NO_DEVICE':
      return of('error.noDevice.title', 'error.noDevice.advice');
    case 'DEVICE_LOST':
      return of('error.deviceLost.title', 'error.deviceLost.advice');
    case 'OUT_OF_MEMORY':
      return of('error.memory.title', 'error.memory.advice');
    case 'TIMEOUT':
      return of('error.timeout.title', 'error.timeout.advice');
    case 'SELF_TEST_FAILED':
      return of('error.selfTest.title', 'error.selfTest.advice');
    case 'CANCELLED':
      return of('error.cancelled.title', 'error.cancelled.advice');
    case 'INTERNAL':
      return of('error.internal.title', 'error.internal.advice');
    default:
      return unreachable(code);
  }
}

function unsupported(format: string | number | undefined): ErrorWords {
  switch (format) {
    case 'heic':
    case 'tiff':
    case 'svg':
    case 'unreadable':
    case 'link':
      return of(`error.${format}.title`, `error.${format}.advice`);
    default:
      return of('error.unsupported.title', 'error.unsupported.advice');
  }
}

/**
 * Every word the page says about a result, an error or the model's state. Closed: a verdict is one of three bands, an
 * error one of the contract's codes, and the compiler finds a missing one.
 *
 * A band is never stated as a fact about the picture. No word here says that a picture is real or fake.
 */
import {
  type AbstainReason,
  type AppError,
  type Band,
  type Device,
  type Evidence,
  type Format,
  type Kind,
  type Mode,
  unreachable,
} from '../contract';

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  'likely-ai': 'Likely AI-generated',
  'cant-tell': 'Can’t tell',
  'no-traces': 'No AI traces found',
};

/** Why the band may be wrong; stands under every verdict. */
export const BAND_CAVEATS: Readonly<Record<Band, string>> = {
  'likely-ai': 'A strong hint, not proof. Heavy editing or filters can look the same.',
  'cant-tell': 'The traces point neither way clearly enough to say more.',
  'no-traces':
    'Not finding traces does not prove that a camera took it. New generators and re-saving hide them.',
};

export const ABSTAIN_WORDS: Readonly<Record<AbstainReason, string>> = {
  blank: 'The picture is blank or nearly so: there is nothing in it to judge.',
  noise: 'The picture is little more than noise: there is nothing in it to judge.',
  'too-small': 'The picture is too small to carry traces that can be relied on.',
  contradiction: 'The model argued one way and answered the other, so its answer is set aside.',
  'crops-disagree': 'Different parts of the picture point in opposite directions.',
  unstable:
    'The answer flips when the same picture is changed a little, as the tries below show; so it is set aside.',
};

/** What is said of pictures that the model was not made for; a photograph needs no word. */
export const KIND_WORDS: Readonly<Record<Exclude<Kind, 'photo'>, string>> = {
  art: 'It looks like a drawing or painting. The model learned from photographs, and style is no sign of AI.',
  render:
    'It looks like a computer rendering. The model learned from photographs, and style is no sign of AI.',
  page: 'It looks like a screenshot or scan. The model learned from photographs and may miss what such a page shows.',
};

/** "of 100 real photos ..." from the share (0..1) of held-out real photos that score at least as high. */
export function realShareLine(share: number): string {
  const of100 = Math.round(share * 100);
  if (share * 100 < 1) return 'Fewer than 1 in 100 real photos score this high.';
  if (of100 >= 100) return 'Practically all real photos score this high or higher.';
  return `Of 100 real photos, ${of100} ${of100 === 1 ? 'scores' : 'score'} this high or higher.`;
}

export const MODE_WORDS: Readonly<Record<Mode, { readonly name: string; readonly what: string }>> = {
  auto: { name: 'Let the model decide', what: 'It reasons only where it finds that worth while.' },
  answer: { name: 'Answer at once', what: 'A verdict without reasoning; quickest.' },
  explain: { name: 'Explain', what: 'It looks at more places and says what it goes by; takes longer.' },
};

const DEVICE_NAMES: Readonly<Record<Device, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

export function deviceWords(device: Device, threads: number): string {
  if (device === 'webgpu') return DEVICE_NAMES.webgpu;
  return `${DEVICE_NAMES.wasm}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

/** "0.4 s", "12 s", "2 min 5 s". */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Decimal units, as disks and downloads are labelled: "512 B", "48 kB", "41.3 MB". */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 999_500) return `${Math.round(count / 1000)} kB`;
  if (count < 999_950_000) return `${(count / 1e6).toFixed(1)} MB`;
  return `${(count / 1e9).toFixed(1)} GB`;
}

export function secondsLeft(seconds: number): string {
  if (seconds < 90) return `about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  heic: 'HEIC',
  svg: 'SVG',
  unknown: 'unknown format',
};

export function formatName(format: Format): string {
  return FORMAT_NAMES[format];
}

/** Where a measurement lies among held-out real pictures with as much compression. */
export function placeWords(bin: Evidence['bin']): string {
  return ['unusually low', 'rather low', 'ordinary', 'rather high', 'unusually high'][bin] ?? 'ordinary';
}

/** What the reasoning argues for. */
export const STANCE_WORDS = {
  fake: 'a generated picture',
  real: 'a camera picture',
  open: 'neither',
} as const;

export interface ErrorWords {
  readonly title: string;
  /** What the user can do now. */
  readonly advice: string;
}

/** An error in the user's words: what was wrong, what to do. The technical detail stands elsewhere. */
export function errorWords(error: AppError): ErrorWords {
  const { code, facts = {} } = error;
  switch (code) {
    case 'UNSUPPORTED_FORMAT':
      return unsupported(facts.format);
    case 'CORRUPT_IMAGE':
      return {
        title: 'This picture is damaged',
        advice:
          'It begins like a picture but cannot be decoded to its end. Try to download or copy it again.',
      };
    case 'IMAGE_TOO_LARGE':
      return {
        title: 'This picture is too large',
        advice:
          typeof facts.maxMegapixels === 'number'
            ? `More than ${facts.maxMegapixels} megapixels do not fit safely into memory. Cut out the part in question, without shrinking it.`
            : 'It does not fit safely into memory. Cut out the part in question, without shrinking it.',
      };
    case 'IMAGE_TOO_SMALL':
      return {
        title: 'This picture is too small',
        advice:
          typeof facts.minSide === 'number'
            ? `A side of less than ${facts.minSide} pixels carries no traces. Look for a larger copy, best the original.`
            : 'So few pixels carry no traces. Look for a larger copy, best the original.',
      };
    case 'NO_CONTENT':
      return facts.bytes === 0
        ? {
            title: 'This file is empty',
            advice: 'It has a name but no content. Fetch or save the picture again, then drop the new file.',
          }
        : {
            title: 'There is nothing to see in this picture',
            advice: 'It is wholly transparent. Try another picture.',
          };
    case 'MODEL_MISSING':
      return {
        title: 'The model could not be fetched',
        advice:
          'It is downloaded once, from the site this page came from. Check the connection and try again.',
      };
    case 'MODEL_TAMPERED':
      return {
        title: 'The model is not the one it should be',
        advice:
          'A file differs from its fingerprint and was not used. Try again; if it stays so, tell who runs this site.',
      };
    case 'QUOTA':
      return {
        title: 'There is no room for the model',
        advice:
          typeof facts.needed === 'number'
            ? `It needs ${bytes(facts.needed)} of this browser’s storage. Free some space, or leave private browsing, and try again.`
            : 'This browser refused to store it. Free some space, or leave private browsing, and try again.',
      };
    case 'NO_DEVICE':
      return {
        title: 'This browser cannot run the model',
        advice:
          'It offers neither WebGPU nor WebAssembly as needed. A current Chrome, Edge, Firefox or Safari will do.',
      };
    case 'DEVICE_LOST':
      return {
        title: 'The graphics card gave up',
        advice:
          'The picture was tried twice. Try it again: the next attempt may run on the processor instead.',
      };
    case 'OUT_OF_MEMORY':
      return {
        title: 'There was not enough memory',
        advice: 'Close other tabs or programs, then try again.',
      };
    case 'TIMEOUT':
      return {
        title: 'The model did not answer in time',
        advice: 'The device may be busy. Try again when it has less to do.',
      };
    case 'SELF_TEST_FAILED':
      return {
        title: 'This device computes wrongly',
        advice:
          'A known picture did not give its known result, so no verdict can be trusted here. Try another browser or device.',
      };
    case 'CANCELLED':
      return { title: 'Stopped', advice: 'You can ask again at any time.' };
    case 'INTERNAL':
      return {
        title: 'Something went wrong in the model',
        advice: 'It was started afresh. Try the picture again; the details below help whoever looks into it.',
      };
    default:
      return unreachable(code);
  }
}

function unsupported(format: string | number | undefined): ErrorWords {
  switch (format) {
    case 'heic':
      return {
        title: 'This browser cannot open HEIC photos',
        advice:
          'Open the photo in your phone’s gallery and share or export it as JPEG. Mind that this compresses it anew, which weakens traces. Safari opens HEIC as it is.',
      };
    case 'tiff':
      return {
        title: 'TIFF pictures cannot be opened',
        advice: 'Save the picture as PNG, which loses nothing, and drop that.',
      };
    case 'svg':
      return {
        title: 'This is a drawing, not a photo',
        advice:
          'SVG files hold shapes instead of pixels; there are no camera or generator traces to look for.',
      };
    case 'folder':
      return { title: 'This is a folder', advice: 'Open it and drop the pictures inside.' };
    case 'link':
      return {
        title: 'This is only a link to a picture',
        advice:
          'This page never fetches anything from elsewhere. Save the picture to this device and drop the file.',
      };
    default:
      return {
        title: 'This is not a picture that can be opened',
        advice:
          'JPEG, PNG, WebP, AVIF, GIF and BMP work. What counts is the content of the file, not its name.',
      };
  }
}

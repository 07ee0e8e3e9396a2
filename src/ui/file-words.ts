/**
 * Every word about what a file declares of itself. Closed like words.ts: the compiler finds a missing
 * one. A declaration is always somebody's statement, never a fact; the absence of one is never said to mean anything.
 */
import {
  type Backing,
  type Camera,
  type Claim,
  type Credentials,
  type Declaration,
  type DeclaredIn,
  type FileReport,
  type Origin,
  type Standing,
  unreachable,
} from '../contract';

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  'ai-generated': 'Declared as AI-generated',
  'ai-edited': 'Declared as edited with AI',
  'ai-possible': 'Declared as possibly AI-generated',
  contradictory: 'The file contradicts itself',
};

export const CLAIM_WORDS: Readonly<Record<Claim, string>> = {
  'ai-generated': 'Made by an AI generator',
  'ai-edited': 'Edited with AI, or with parts made by AI',
  'ai-possible': 'Labelled as possibly made by AI',
  camera: 'Taken with a camera',
};

export const DECLARED_IN_WORDS: Readonly<Record<DeclaredIn, string>> = {
  credentials: 'Content Credentials',
  iptc: 'IPTC metadata',
  xmp: 'XMP metadata',
  exif: 'EXIF metadata',
  'png-text': 'a PNG text entry',
  comment: 'a comment in the file',
  'aigc-label': 'the AIGC label that Chinese law asks for',
};

export const STANDING_WORDS: Readonly<Record<Standing, string | null>> = {
  counts: null,
  damaged: 'Not counted: the file is damaged.',
  'broken-signature': 'Not counted: the signature does not fit the file.',
  contradicted: 'Not counted: the file states the opposite, too.',
};

/** "5 August 2026" from an ISO day or time; as it is, if it is neither. */
export function day(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** How far a declaration can be trusted. */
export function backingWords(backing: Backing, credentials: Credentials | null): string {
  const signer = credentials?.signer ?? 'its signer';
  switch (backing) {
    case 'signed-listed':
      return `Signed by ${signer}, whose certificate leads to the C2PA trust list, and unchanged since. That is as sure as a declaration gets.`;
    case 'signed-unlisted':
      return `The signature fits these bytes, but nobody on the C2PA trust list vouches for ${signer}. Anyone can sign like that.`;
    case 'unsigned':
      return 'It is not signed. Metadata can be removed or forged by anyone.';
    default:
      return unreachable(backing);
  }
}

/** China's label names producers by their registration. */
const REGISTRATION = /^[0-9A-Z]{15,}$/;

/** A program or service as people call it. */
export function makerName(by: string): string {
  return REGISTRATION.test(by) ? `the producer registered as ${by}` : by;
}

/** "Canon EOS R5": many makers repeat their name in the model's. */
export function cameraName({ maker, model }: Camera): string | null {
  if (!maker || !model) return model ?? maker;
  const brand = maker.split(' ')[0] ?? maker;
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${maker} ${model}`;
}

/** "17 May 2026, 18:22:03" from EXIF's "2026:05:17 18:22:03", by the camera's clock; as it is, if it is none. */
export function exifTime(written: string): string {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(written);
  const date = new Date(`${match?.[1]}-${match?.[2]}-${match?.[3]}T00:00:00Z`);
  return match && !Number.isNaN(date.getTime()) ? `${day(date.toISOString())}, ${match[4]}` : written;
}

export interface DeclaredWords {
  readonly title: string;
  /** What declares it. */
  readonly what: string;
  /** How far that can be trusted. */
  readonly trust: string;
}

const BACKING_ORDER: readonly Backing[] = ['signed-listed', 'signed-unlisted', 'unsigned'];

/** The declarations that carry the origin, the best backed first. */
export function carriers({
  origin,
  declarations,
}: Pick<FileReport, 'origin' | 'declarations'>): Declaration[] {
  return declarations
    .filter(({ claim, standing }) => claim === origin && standing === 'counts')
    .sort((a, b) => BACKING_ORDER.indexOf(a.backing) - BACKING_ORDER.indexOf(b.backing));
}

/** What stands above the verdict; null where nothing is declared. */
export function declaredWords(report: FileReport): DeclaredWords | null {
  const { origin } = report;
  if (origin === null) return null;
  if (origin === 'contradictory')
    return {
      title: ORIGIN_WORDS[origin],
      what: 'Its metadata name both a camera and an AI generator, which cannot both have made it.',
      trust: 'Neither statement is taken up here. The details below show both.',
    };
  const [first, ...others] = carriers(report);
  if (!first) return null;
  const by = first.by ?? others.find((one) => one.by !== null)?.by ?? null;
  const places = [...new Set([first, ...others].map(({ declaredIn }) => DECLARED_IN_WORDS[declaredIn]))];
  const where = places.length > 1 ? `${places.slice(0, -1).join(', ')} and ${places.at(-1)}` : places[0];
  return {
    title: ORIGIN_WORDS[origin],
    what: `${by ? `By ${makerName(by)}, according to` : 'According to'} ${where} in the file.`,
    trust: backingWords(first.backing, report.credentials),
  };
}

/** Integrity and trust, said apart. */
export function integrityWords({ intact, failures }: Credentials): string {
  if (intact === null) return 'Cannot be read, so nothing in them counts.';
  if (intact) return 'Signature intact: these are the bytes that were signed.';
  return failures.some((code) => /hash|mismatch/i.test(code))
    ? 'Broken: these are not the bytes that were signed, so nothing in them counts.'
    : 'Cannot be confirmed, so nothing in them counts.';
}

export function signerWords({ signer, listed, listDate }: Credentials): string {
  const list = `the C2PA trust list of ${day(listDate)}`;
  return `${signer ?? 'Unknown'}, ${listed ? `on ${list}` : `not on ${list}, which is the one this page carries`}`;
}

const ACTIONS: Readonly<Record<string, string>> = {
  'c2pa.created': 'Made',
  'c2pa.opened': 'Opened',
  'c2pa.placed': 'Another picture placed into it',
  'c2pa.edited': 'Edited',
  'c2pa.edited.metadata': 'Metadata edited',
  'c2pa.adjustedColor': 'Colours adjusted',
  'c2pa.color_adjustments': 'Colours adjusted',
  'c2pa.addedText': 'Text added',
  'c2pa.cropped': 'Cropped',
  'c2pa.resized': 'Resized',
  'c2pa.resized.proportional': 'Resized',
  'c2pa.orientation': 'Turned or mirrored',
  'c2pa.converted': 'Converted to another format',
  'c2pa.transcoded': 'Compressed anew',
  'c2pa.repackaged': 'Repackaged',
  'c2pa.drawing': 'Drawn on',
  'c2pa.filtered': 'Filtered',
  'c2pa.enhanced': 'Enhanced',
  'c2pa.deleted': 'Parts removed',
  'c2pa.removed': 'A part removed',
  'c2pa.redacted': 'Some statements blacked out',
  'c2pa.watermarked': 'Watermark added',
  'c2pa.watermarked.bound': 'Watermark added',
  'c2pa.watermarked.unbound': 'Watermark added',
  'c2pa.published': 'Published',
  'c2pa.managed': 'Taken into an archive',
  'c2pa.produced': 'Produced',
  'c2pa.saved': 'Saved',
  'c2pa.unknown': 'Something unnamed done',
};

const SOURCE_TYPES: Readonly<Record<string, string>> = {
  trainedAlgorithmicMedia: 'by an AI generator',
  trainedAlgorithmicData: 'by an AI model',
  compositeWithTrainedAlgorithmicMedia: 'with parts made by AI',
  compositeSynthetic: 'with synthetic parts',
  algorithmicMedia: 'by an algorithm without training',
  algorithmicallyEnhanced: 'enhanced by an algorithm',
  digitalCapture: 'by a digital camera',
  computationalCapture: 'by a camera that computes its pictures',
  multiFrameComputationalCapture: 'by a camera, out of several shots',
  screenCapture: 'as a screenshot',
  digitalCreation: 'by hand, in a program',
  digitalArt: 'by hand, in a program',
  humanEdits: 'by a person',
  minorHumanEdits: 'by a person',
  composite: 'from several pictures',
  compositeCapture: 'from several camera pictures',
  negativeFilm: 'from a film negative',
  positiveFilm: 'from film',
  print: 'from a print',
};

/** One step of the history: "Made by an AI generator, with DALL·E". */
export function actionWords({ action, by, sourceType }: Credentials['actions'][number]): string {
  const what = ACTIONS[action] ?? `Another step (${action})`;
  const how = sourceType ? ` ${SOURCE_TYPES[sourceType] ?? `(${sourceType})`}` : '';
  return `${what}${how}${by ? `, with ${by}` : ''}`;
}

export function ingredientWords({
  title,
  relationship,
  credentials,
  ai,
}: Credentials['ingredients'][number]): string {
  const role =
    relationship === 'parentOf'
      ? 'Made from'
      : relationship === 'inputTo'
        ? 'Given to the generator'
        : 'Contains';
  const own = {
    none: 'without credentials of its own',
    intact: 'with credentials of its own',
    broken: 'whose own credentials were broken',
  }[credentials];
  return `${role} ${title ? `“${title}”` : 'another picture'}, ${own}${ai ? '; these declare AI' : ''}`;
}

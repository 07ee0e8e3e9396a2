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
import { day, listed, t, wordsOf } from '../words';

export { day } from '../words';

export const ORIGIN_WORDS = wordsOf<Origin>({
  'ai-generated': 'origin.aiGenerated',
  'ai-edited': 'origin.aiEdited',
  'ai-possible': 'origin.aiPossible',
  contradictory: 'origin.contradictory',
});

export const CLAIM_WORDS = wordsOf<Claim>({
  'ai-generated': 'claim.aiGenerated',
  'ai-edited': 'claim.aiEdited',
  'ai-possible': 'claim.aiPossible',
  camera: 'claim.camera',
});

export const DECLARED_IN_WORDS = wordsOf<DeclaredIn>({
  credentials: 'declaredIn.credentials',
  iptc: 'declaredIn.iptc',
  xmp: 'declaredIn.xmp',
  exif: 'declaredIn.exif',
  'png-text': 'declaredIn.pngText',
  comment: 'declaredIn.comment',
  'aigc-label': 'declaredIn.aigcLabel',
});

const DISCOUNTED_WORDS = wordsOf<Exclude<Standing, 'counts'>>({
  damaged: 'standing.damaged',
  'broken-signature': 'standing.brokenSignature',
  contradicted: 'standing.contradicted',
});

/** Why a claim does not count; null where it does. */
export const standingWords = (standing: Standing): string | null =>
  standing === 'counts' ? null : DISCOUNTED_WORDS[standing];

/** How far a declaration can be trusted. */
export function backingWords(backing: Backing, credentials: Credentials | null): string {
  const signer = credentials?.signer ?? t('backing.signer');
  switch (backing) {
    case 'signed-listed':
      return t('backing.listed', { signer });
    case 'signed-unlisted':
      return t('backing.unlisted', { signer });
    case 'unsigned':
      return t('backing.unsigned');
    default:
      return unreachable(backing);
  }
}

/** China's label names producers by their registration. */
const REGISTRATION = /^[0-9A-Z]{15,}$/;

/** A program or service as people call it. */
export function makerName(by: string): string {
  return REGISTRATION.test(by) ? t('file.registered', { by }) : by;
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
  return match && !Number.isNaN(date.getTime())
    ? t('file.dayTime', { day: day(date.toISOString()), time: match[4] ?? '' })
    : written;
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
      what: t('file.bothClaims'),
      trust: t('file.neitherTaken'),
    };
  const [first, ...others] = carriers(report);
  if (!first) return null;
  const by = first.by ?? others.find((one) => one.by !== null)?.by ?? null;
  const named = [first, ...others].map(({ declaredIn }) => DECLARED_IN_WORDS[declaredIn]);
  const places = listed([...new Set(named)]);
  return {
    title: ORIGIN_WORDS[origin],
    what: by ? t('file.byAccordingTo', { by: makerName(by), places }) : t('file.accordingTo', { places }),
    trust: backingWords(first.backing, report.credentials),
  };
}

/** Integrity and trust, said apart. */
export function integrityWords({ intact, failures }: Credentials): string {
  if (intact === null) return t('integrity.unreadable');
  if (intact) return t('integrity.intact');
  return failures.some((code) => /hash|mismatch/i.test(code))
    ? t('integrity.broken')
    : t('integrity.unconfirmed');
}

export function signerWords({ signer, listed: onList, listDate }: Credentials): string {
  const args = { signer: signer ?? t('signer.unknown'), day: day(listDate) };
  return onList ? t('signer.listed', args) : t('signer.unlisted', args);
}

/** Lists of standards, open at their end: what is not in them is shown by its code. */
type Codes = Readonly<Record<string, string | undefined>>;

const ACTIONS: Codes = wordsOf({
  'c2pa.created': 'action.created',
  'c2pa.opened': 'action.opened',
  'c2pa.placed': 'action.placed',
  'c2pa.edited': 'action.edited',
  'c2pa.edited.metadata': 'action.metadata',
  'c2pa.adjustedColor': 'action.colour',
  'c2pa.color_adjustments': 'action.colour',
  'c2pa.addedText': 'action.text',
  'c2pa.cropped': 'action.cropped',
  'c2pa.resized': 'action.resized',
  'c2pa.resized.proportional': 'action.resized',
  'c2pa.orientation': 'action.turned',
  'c2pa.converted': 'action.converted',
  'c2pa.transcoded': 'action.transcoded',
  'c2pa.repackaged': 'action.repackaged',
  'c2pa.drawing': 'action.drawing',
  'c2pa.filtered': 'action.filtered',
  'c2pa.enhanced': 'action.enhanced',
  'c2pa.deleted': 'action.deleted',
  'c2pa.removed': 'action.removed',
  'c2pa.redacted': 'action.redacted',
  'c2pa.watermarked': 'action.watermarked',
  'c2pa.watermarked.bound': 'action.watermarked',
  'c2pa.watermarked.unbound': 'action.watermarked',
  'c2pa.published': 'action.published',
  'c2pa.managed': 'action.managed',
  'c2pa.produced': 'action.produced',
  'c2pa.saved': 'action.saved',
  'c2pa.unknown': 'action.unknown',
});

const SOURCE_TYPES: Codes = wordsOf({
  trainedAlgorithmicMedia: 'source.generator',
  trainedAlgorithmicData: 'source.model',
  compositeWithTrainedAlgorithmicMedia: 'source.withAi',
  compositeSynthetic: 'source.synthetic',
  algorithmicMedia: 'source.algorithm',
  algorithmicallyEnhanced: 'source.enhanced',
  digitalCapture: 'source.camera',
  computationalCapture: 'source.computed',
  multiFrameComputationalCapture: 'source.shots',
  screenCapture: 'source.screenshot',
  digitalCreation: 'source.byHand',
  digitalArt: 'source.byHand',
  humanEdits: 'source.person',
  minorHumanEdits: 'source.person',
  composite: 'source.pictures',
  compositeCapture: 'source.cameraPictures',
  negativeFilm: 'source.negative',
  positiveFilm: 'source.film',
  print: 'source.print',
});

/** One step of the history: "Made by an AI generator, with DALL·E". */
export function actionWords({ action, by, sourceType }: Credentials['actions'][number]): string {
  const what = ACTIONS[action] ?? t('action.other', { code: action });
  const how = sourceType && (SOURCE_TYPES[sourceType] ?? t('source.other', { code: sourceType }));
  const step = how ? t('step.how', { what, how }) : what;
  return by ? t('step.by', { step, by }) : step;
}

export function ingredientWords({
  title,
  relationship,
  credentials,
  ai,
}: Credentials['ingredients'][number]): string {
  return t('ingredient', {
    role: relationship ?? 'other',
    titled: title ? 'yes' : 'no',
    title: title ?? '',
    own: credentials,
    ai: ai ? 'yes' : 'no',
  });
}

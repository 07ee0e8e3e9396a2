/** Every word about what a file went through on its way here, each with what it means for a verdict. Closed. */
import { type FileReport, type Finding, type JpegFacts, unreachable } from '../contract';
import { bytes, type PlainKey, plain, t, whole, wordsOf } from '../words';
import { BAND_WORDS, formatName } from './words';

export interface FindingWords {
  readonly what: string;
  /** What it means for the verdict. */
  readonly means: string;
}

const of = (what: string, means: PlainKey): FindingWords => ({ what, means: plain(means) });

/** What the worker calls by a word of its own; all else in a detail is a name or a number. */
const DETAIL_WORDS: Readonly<Record<string, string>> = wordsOf({
  'its metadata': 'screenshot.metadata',
  'its name': 'screenshot.name',
  'a retouching app': 'savedBySoftware.retouching',
  'a photo viewer': 'savedBySoftware.viewer',
  'GD, the image library of many web sites': 'savedBySoftware.gd',
  'Facebook or Instagram': 'platform.facebook',
});

/** One finding and what it means for the verdict. */
export function findingWords({ kind, detail: said }: Finding, format: FileReport['format']): FindingWords {
  const detail = DETAIL_WORDS[said ?? ''] ?? said ?? '';
  switch (kind) {
    case 'wrong-extension':
      return of(t('wrongExtension.what', { detail, format: formatName(format) }), 'wrongExtension.means');
    case 'damaged':
      return of(t('damaged.what', { detail: damageWords(detail) }), 'damaged.means');
    case 'appended':
      return of(t('appended.what', { detail: bytes(Number(detail)) }), 'appended.means');
    case 'strong-compression':
      return {
        what: t('strongCompression.what', { detail }),
        means: t('strongCompression.means', { none: BAND_WORDS['no-traces'] }),
      };
    case 'some-compression':
      return of(t('someCompression.what', { detail }), 'someCompression.means');
    case 'compressed-twice':
      return of(t('compressedTwice.what'), 'compressedTwice.means');
    case 'saved-by-software':
      return of(t('savedBySoftware.what', { detail }), 'savedBySoftware.means');
    case 'resized':
      return of(t('resized.what', { detail }), 'resized.means');
    case 'platform-size':
      return of(t('platformSize.what', { detail }), 'platformSize.means');
    case 'screenshot':
      return of(t('screenshot.what', { detail }), 'screenshot.means');
    case 'screen-size':
      return of(t('screenSize.what', { detail }), 'screenSize.means');
    case 'no-metadata':
      return of(t('noMetadata.what'), 'noMetadata.means');
    case 'platform-trace':
      return of(t('platformTrace.what', { detail }), 'platformTrace.means');
    case 'platform-name':
      return of(t('platformName.what', { detail }), 'platformName.means');
    case 'credentials-elsewhere':
      return of(t('credentialsElsewhere.what'), 'credentialsElsewhere.means');
    default:
      return unreachable(kind);
  }
}

/** What is broken, in plain words; the reader's own stand in the report's data. */
function damageWords(problem: string): string {
  if (/cut off|no end of image/.test(problem)) return t('damaged.cutOff');
  if (problem.includes('check sum')) return t('damaged.checkSum');
  return problem === 'no picture data' ? t('damaged.noPicture') : t('damaged.structure');
}

/** "quality about 85, 4:2:0, progressive". */
export function jpegWords({ quality, standardTables, subsampling, progressive }: JpegFacts): string {
  const detail = whole(quality);
  return [
    standardTables ? t('jpeg.quality', { detail }) : t('jpeg.qualityAbout', { detail }),
    t('jpeg.colour', { detail: subsampling === 'grey' ? t('jpeg.grey') : subsampling }),
    progressive ? t('jpeg.progressive') : t('jpeg.baseline'),
  ].join(t('units.comma'));
}

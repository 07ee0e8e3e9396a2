/** Every word about what a file went through on its way here, each with what it means for a verdict. Closed. */
import { type FileReport, type Finding, type JpegFacts, unreachable } from '../contract';
import { bytes, formatName } from './words';

export interface FindingWords {
  readonly what: string;
  /** What it means for the verdict. */
  readonly means: string;
}

/** One finding and what it means for the verdict. */
export function findingWords({ kind, detail }: Finding, format: FileReport['format']): FindingWords {
  switch (kind) {
    case 'wrong-extension':
      return {
        what: `Named ${detail}, but it is ${formatName(format)}`,
        means: 'The content counts. It was renamed or converted on its way.',
      };
    case 'damaged':
      return {
        what: `The file is damaged: ${detail}`,
        means: 'What it says of itself is not counted.',
      };
    case 'appended':
      return {
        what: `${bytes(Number(detail))} follow the end of the picture`,
        means: 'They are no part of it and were not read.',
      };
    case 'strong-compression':
      return {
        what: `Strongly compressed, JPEG quality about ${detail}`,
        means:
          'Recompressed like this, traces of generators are mostly gone. “No AI traces found” means little.',
      };
    case 'some-compression':
      return {
        what: `Compressed, JPEG quality about ${detail}`,
        means: 'Fine traces are weakened. A missing trace means less than in an original.',
      };
    case 'compressed-twice':
      return {
        what: 'Compressed before, more strongly than now',
        means: 'It looks better saved than it is: the traces were already worn down by the first time.',
      };
    case 'saved-by-software':
      return {
        what: `Saved by ${detail}`,
        means: 'It is not as a camera or generator left it; edits may hide traces or look like some.',
      };
    case 'resized':
      return {
        what: `Its camera data speak of ${detail} pixels`,
        means: 'It was scaled or cut since. Scaling blurs the traces that verdicts rest on.',
      };
    case 'platform-size':
      return {
        what: `Its long side is ${detail} pixels, a size that services scale to`,
        means: 'Probably a smaller copy. Look for the original: it carries more traces.',
      };
    case 'screenshot':
      return {
        what: `A screenshot, by ${detail}`,
        means: 'The verdict is about the screen’s picture. Traces of what was shown there rarely survive.',
      };
    case 'screen-size':
      return {
        what: `Exactly as large as a screen (${detail})`,
        means: 'It may be a screenshot, in which traces of what was shown rarely survive.',
      };
    case 'no-metadata':
      return {
        what: 'No metadata at all',
        means: 'Usual for pictures from the web. It is evidence of nothing.',
      };
    case 'platform-trace':
      return {
        what: `Carries a mark of ${detail}`,
        means: 'It passed through that service, which scales and compresses: traces are worn.',
      };
    case 'platform-name':
      return {
        what: `Named as ${detail} names pictures`,
        means: 'Such services compress strongly and remove metadata. A name is easily changed, though.',
      };
    case 'credentials-elsewhere':
      return {
        what: 'Its Content Credentials are kept on a server',
        means: 'This page never fetches anything from elsewhere, so they were not looked at.',
      };
    default:
      return unreachable(kind);
  }
}

/** "quality about 85, 4:2:0, progressive". */
export function jpegWords({ quality, standardTables, subsampling, progressive }: JpegFacts): string {
  const tables = standardTables ? `quality ${quality}` : `quality about ${quality}, encoder’s own tables`;
  return [tables, `colour ${subsampling}`, progressive ? 'progressive' : 'baseline'].join(', ');
}

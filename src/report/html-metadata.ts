/** What the file says of itself, in the report. The words are those of the card. Pure. */
import {
  actionWords,
  backingWords,
  CLAIM_WORDS,
  cameraName,
  DECLARED_IN_WORDS,
  exifTime,
  ingredientWords,
  integrityWords,
  makerName,
  ORIGIN_WORDS,
  STANDING_WORDS,
  signerWords,
} from '../ui/file-words';
import { findingWords, jpegWords } from '../ui/received-words';
import { note, type Row, rows, section } from './html-parts';
import type { PictureReport } from './schema';

type Metadata = NonNullable<PictureReport['metadata']>;

export function metadataPart(metadata: PictureReport['metadata']): string {
  if (!metadata) return section('What the file says of itself', note('It was not read, or could not be.'));
  const { origin, declarations, camera, software, containsPlace, credentials } = metadata;
  const list: Row[] = [
    ['Declared origin', origin ? ORIGIN_WORDS[origin] : 'none, which is evidence of nothing'],
    ...declarations.map((one): Row => {
      const standing = STANDING_WORDS[one.standing];
      const by = one.by ? `, by ${makerName(one.by)}` : '';
      return [
        `In ${DECLARED_IN_WORDS[one.declaredIn]}: ${one.field}`,
        `${CLAIM_WORDS[one.claim]}${by}. ${standing ?? backingWords(one.backing, credentials)} “${one.quote}”`,
      ];
    }),
    ...credentialRows(metadata),
    ['Camera', camera && cameraName(camera)],
    ['Lens', camera?.lens],
    ['Taken', camera?.takenAt && exifTime(camera.takenAt)],
    ['Exposure', camera?.exposure],
    ['Programs', software.join(', ')],
    ['Place', containsPlace ? 'The file contains a location, which is left out of this report.' : null],
  ];
  return (
    section(
      'What the file says of itself',
      rows(list) + note('Metadata are kept, lost or forged with ease. None of this entered the verdict.'),
    ) + receivedPart(metadata)
  );
}

function credentialRows({ credentials }: Metadata): Row[] {
  if (!credentials) return [];
  return [
    ['Content Credentials', integrityWords(credentials)],
    ['Signed by', credentials.intact === null ? null : signerWords(credentials)],
    ['Signed at', credentials.signedAt],
    ['Written by', credentials.maker],
    [
      'History',
      [...credentials.ingredients.map(ingredientWords), ...credentials.actions.map(actionWords)].join('; '),
    ],
    ['Validator', credentials.failures.join(', ')],
  ];
}

function receivedPart({ jpeg, findings, format }: Metadata): string {
  const list: Row[] = findings.map((finding) => {
    const { what, means } = findingWords(finding, format);
    return [what, means];
  });
  if (jpeg) list.unshift(['JPEG', jpegWords(jpeg)]);
  return section(
    'What was received',
    list.length > 0 ? rows(list) : note('Nothing noticed that would have worn traces down.'),
  );
}

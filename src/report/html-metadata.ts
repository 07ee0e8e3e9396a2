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
  signerWords,
  standingWords,
} from '../ui/file-words';
import { findingWords, jpegWords } from '../ui/received-words';
import { instant, t } from '../words';
import { note, type Row, rows, section } from './html-parts';
import type { PictureReport } from './schema';

type Metadata = NonNullable<PictureReport['metadata']>;

export function metadataPart(metadata: PictureReport['metadata']): string {
  if (!metadata) return section(t('file.says'), note(t('report.unread')));
  const { origin, declarations, camera, software, containsPlace, credentials } = metadata;
  const list: Row[] = [
    [t('file.declared'), origin ? ORIGIN_WORDS[origin] : t('report.noOrigin')],
    ...declarations.map((one): Row => {
      const said = {
        claim: CLAIM_WORDS[one.claim],
        trust: standingWords(one.standing) ?? backingWords(one.backing, credentials),
        quote: one.quote,
      };
      return [
        t('file.in', { place: DECLARED_IN_WORDS[one.declaredIn], field: one.field }),
        one.by ? t('report.claimBy', { ...said, by: makerName(one.by) }) : t('report.claim', said),
      ];
    }),
    ...credentialRows(metadata),
    [t('file.camera'), camera && cameraName(camera), 'verbatim'],
    [t('file.lens'), camera?.lens, 'verbatim'],
    [t('file.taken'), camera?.takenAt && exifTime(camera.takenAt)],
    [t('file.exposure'), camera?.exposure, 'verbatim'],
    [t('file.programs'), software.join(', '), 'verbatim'],
    [t('file.place'), containsPlace ? t('report.placeLeftOut') : null],
  ];
  return section(t('file.says'), rows(list) + note(t('report.metadataNote'))) + receivedPart(metadata);
}

function credentialRows({ credentials }: Metadata): Row[] {
  if (!credentials) return [];
  return [
    [t('file.credentials'), integrityWords(credentials)],
    [t('file.signedBy'), credentials.intact === null ? null : signerWords(credentials)],
    [t('report.signedAt'), credentials.signedAt && instant(credentials.signedAt)],
    [t('file.writtenBy'), credentials.maker, 'verbatim'],
    [
      t('report.history'),
      [...credentials.ingredients.map(ingredientWords), ...credentials.actions.map(actionWords)].join('; '),
    ],
    [t('file.validator'), credentials.failures.join(', '), 'verbatim'],
  ];
}

function receivedPart({ jpeg, findings, format }: Metadata): string {
  const list: Row[] = findings.map((finding) => {
    const { what, means } = findingWords(finding, format);
    return [what, means];
  });
  if (jpeg) list.unshift(['JPEG', jpegWords(jpeg)]);
  return section(t('received.title'), list.length > 0 ? rows(list) : note(t('received.nothing')));
}

/** Files that declare an AI origin in Content Credentials, signed in the test. */
import { bytes, CAMERA, exifSegment, gif, isoMedia, jpeg, png, tiffFile, webp, XMP_ITEM, xmp } from './bytes';
import { edited, made, type Row, TRAINED } from './case';
import { IPTC_TYPE, sign } from './sign';

const OPENED = { action: 'c2pa.opened', parameters: { ingredientIds: ['parent'] } };
const created = (more: object) => [{ action: 'c2pa.created', ...more }];
const byDalle = created({ digitalSourceType: TRAINED, softwareAgent: { name: 'DALL·E' } });

export const DECLARED_SIGNED: readonly Row[] = [
  [
    'JPEG, credentials, made',
    () => sign(jpeg(), 'jpeg', created({ digitalSourceType: TRAINED, softwareAgent: { name: 'DALL·E' } })),
    made,
    'DALL·E',
    'credentials',
  ],
  [
    'PNG, credentials, made',
    () => sign(png(), 'png', created({ digitalSourceType: TRAINED, softwareAgent: { name: 'GPT-4o' } })),
    made,
    'OpenAI',
    'credentials',
  ],
  [
    'PNG, credentials, agent alone',
    () => sign(png(), 'png', created({ softwareAgent: 'Bing Image Creator' }), { version: 1 }),
    made,
    'Microsoft',
    'credentials',
  ],
  [
    'JPEG, credentials, edited',
    () =>
      sign(jpeg(exifSegment(CAMERA)), 'jpeg', [
        { action: 'c2pa.created', digitalSourceType: `${IPTC_TYPE}digitalCapture` },
        {
          action: 'c2pa.edited',
          digitalSourceType: `${IPTC_TYPE}compositeWithTrainedAlgorithmicMedia`,
          softwareAgent: { name: 'Adobe Firefly' },
        },
      ]),
    edited,
    'Adobe Firefly',
    'credentials',
  ],
  [
    'PNG, credentials of what it was made from',
    async () => {
      const before = await sign(
        png(),
        'png',
        created({ digitalSourceType: TRAINED, softwareAgent: { name: 'Adobe Firefly' } }),
      );
      return sign(png(), 'png', [OPENED, { action: 'c2pa.cropped' }], {
        parent: { data: before, format: 'png' },
      });
    },
    made,
    'Adobe Firefly',
    'credentials',
  ],
  ['WebP, credentials', () => sign(webp(), 'webp', byDalle), made, 'DALL·E', 'credentials'],
  ['GIF, credentials', () => sign(gif(), 'gif', byDalle), made, 'DALL·E', 'credentials'],
  ['TIFF, credentials', () => sign(tiffFile(), 'tiff', byDalle), made, 'DALL·E', 'credentials'],
  [
    'AVIF, credentials',
    () => sign(isoMedia('avif', XMP_ITEM, bytes(xmp(''))), 'avif', byDalle),
    made,
    'DALL·E',
    'credentials',
  ],
  [
    'HEIC, credentials',
    () => sign(isoMedia('heic', XMP_ITEM, bytes(xmp(''))), 'heic', byDalle),
    made,
    'DALL·E',
    'credentials',
  ],
];

/** Files that declare an AI origin where such declarations belong. */
import type { DeclaredIn, Origin } from '../../src/contract';
import {
  ascii,
  bytes,
  CAMERA,
  chunk,
  comment,
  EXIF_ITEM,
  exifSegment,
  gif,
  gifComment,
  gifXmp,
  iptcSegment,
  isoMedia,
  iTXt,
  jpeg,
  png,
  raw,
  sourceTypeXmp,
  tEXt,
  tiff,
  tiffFile,
  userComment,
  webp,
  XMP_ITEM,
  xmp,
  xmpSegment,
  zTXt,
} from './bytes';
import { IPTC_TYPE, sign } from './sign';
import {
  A1111,
  aigc,
  attribute,
  COMFY_PROMPT,
  COMFY_WORKFLOW,
  FOOOCUS,
  FORGE,
  INVOKE,
  INVOKE_OLD,
  MIDJOURNEY,
  NOVELAI,
  SWARM,
} from './texts';

export interface DeclaredCase {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly origin: Exclude<Origin, 'contradictory'>;
  readonly by: string | null;
  readonly where: DeclaredIn;
}

type Row = readonly [
  name: string,
  make: Uint8Array | (() => Promise<Uint8Array>),
  origin: DeclaredCase['origin'],
  by: string | null,
  where: DeclaredIn,
];

const TRAINED = `${IPTC_TYPE}trainedAlgorithmicMedia`;
const made = 'ai-generated';
const edited = 'ai-edited';
const exifPicture = (entries: Parameters<typeof tiff>[0]) => jpeg(exifSegment(entries));
const xmpPicture = (packet: string) => jpeg(xmpSegment(packet));
const PRODUCER = '001191610133596325171T12566';
/** ImageMagick's way of carrying EXIF over into a PNG. */
const rawProfile = (body: Uint8Array) =>
  `\nexif\n${String(body.length).padStart(8)}\n${Buffer.from(body).toString('hex').replace(/.{72}/g, '$&\n')}\n`;
const OPENED = { action: 'c2pa.opened', parameters: { ingredientIds: ['parent'] } };
const created = (more: object) => [{ action: 'c2pa.created', ...more }];

const ROWS: readonly Row[] = [
  [
    'JPEG, XMP source type as attribute',
    xmpPicture(sourceTypeXmp('trainedAlgorithmicMedia')),
    made,
    null,
    'iptc',
  ],
  [
    'JPEG, XMP source type as element',
    xmpPicture(xmp('', `<Iptc4xmpExt:DigitalSourceType>${TRAINED}</Iptc4xmpExt:DigitalSourceType>`)),
    made,
    null,
    'iptc',
  ],
  [
    'JPEG, XMP source type as rdf:resource',
    xmpPicture(xmp('', `<Iptc4xmpExt:DigitalSourceType rdf:resource="${TRAINED}"/>`)),
    made,
    null,
    'iptc',
  ],
  [
    'JPEG, XMP composite with AI',
    xmpPicture(sourceTypeXmp('compositeWithTrainedAlgorithmicMedia')),
    edited,
    null,
    'iptc',
  ],
  ['JPEG, XMP synthetic composite', xmpPicture(sourceTypeXmp('compositeSynthetic')), edited, null, 'iptc'],
  [
    'JPEG, XMP tool Adobe Firefly',
    xmpPicture(xmp('xmp:CreatorTool="Adobe Firefly"')),
    made,
    'Adobe Firefly',
    'xmp',
  ],
  [
    'JPEG, XMP credit Google',
    xmpPicture(xmp('photoshop:Credit="Made with Google AI"')),
    made,
    'Google AI',
    'xmp',
  ],
  [
    'JPEG, XMP credit Google, edited',
    xmpPicture(xmp('photoshop:Credit="Edited with Google AI"')),
    edited,
    'Google AI',
    'xmp',
  ],
  [
    'JPEG, XMP description Midjourney',
    xmpPicture(
      xmp(
        '',
        `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${MIDJOURNEY}</rdf:li></rdf:Alt></dc:description>`,
      ),
    ),
    made,
    'Midjourney',
    'xmp',
  ],
  [
    'JPEG, XMP AIGC label 1',
    xmpPicture(xmp(`TC260:AIGC="${attribute(aigc('1'))}"`)),
    made,
    PRODUCER,
    'aigc-label',
  ],
  [
    'JPEG, XMP AIGC label 2',
    xmpPicture(xmp(`TC260:AIGC="${attribute(aigc('2'))}"`)),
    'ai-possible',
    PRODUCER,
    'aigc-label',
  ],
  [
    'JPEG, XMP AIGC label 3',
    xmpPicture(xmp('', `<TC260:AIGC>${aigc('3')}</TC260:AIGC>`)),
    'ai-possible',
    PRODUCER,
    'aigc-label',
  ],
  [
    'JPEG, XMP comment parameters',
    xmpPicture(xmp('', `<exif:UserComment>${A1111}</exif:UserComment>`)),
    made,
    'Stable Diffusion',
    'xmp',
  ],
  [
    'JPEG, EXIF software Midjourney',
    exifPicture({ main: [ascii(0x0131, 'Midjourney v6.1')] }),
    made,
    'Midjourney',
    'exif',
  ],
  ['JPEG, EXIF software DALL-E', exifPicture({ main: [ascii(0x0131, 'DALL-E 3')] }), made, 'DALL·E', 'exif'],
  [
    'JPEG, EXIF software Google',
    exifPicture({ main: [ascii(0x0131, 'Nano Banana Pro')] }),
    made,
    'Google',
    'exif',
  ],
  [
    'JPEG, EXIF comment, UTF-16 big',
    exifPicture({ exif: [userComment('UNICODE-BE', A1111)] }),
    made,
    'Stable Diffusion',
    'exif',
  ],
  [
    'JPEG, EXIF comment, UTF-16 little',
    exifPicture({ exif: [userComment('UNICODE-LE', FORGE)] }),
    made,
    'Stable Diffusion (Forge)',
    'exif',
  ],
  [
    'JPEG, EXIF comment, ASCII',
    exifPicture({ exif: [userComment('ASCII', A1111)] }),
    made,
    'Stable Diffusion',
    'exif',
  ],
  [
    'JPEG, EXIF comment AIGC',
    exifPicture({ exif: [userComment('ASCII', `{"AIGC":${aigc('1')}}`)] }),
    made,
    PRODUCER,
    'aigc-label',
  ],
  [
    'JPEG, EXIF description Midjourney',
    exifPicture({ main: [ascii(0x010e, MIDJOURNEY)] }),
    made,
    'Midjourney',
    'exif',
  ],
  [
    'JPEG, EXIF ComfyUI prompt',
    exifPicture({ main: [ascii(0x0110, `prompt:${COMFY_PROMPT}`)] }),
    made,
    'ComfyUI',
    'exif',
  ],
  [
    'JPEG, EXIF ComfyUI workflow',
    exifPicture({ main: [ascii(0x010f, `workflow:${COMFY_WORKFLOW}`)] }),
    made,
    'ComfyUI',
    'exif',
  ],
  ['JPEG, IPTC credit Google', jpeg(iptcSegment(110, 'Made with Google AI')), made, 'Google AI', 'iptc'],
  ['JPEG, IPTC program Firefly', jpeg(iptcSegment(65, 'Adobe Firefly')), made, 'Adobe Firefly', 'iptc'],
  ['JPEG, comment parameters', jpeg(comment(A1111)), made, 'Stable Diffusion', 'comment'],
  [
    'JPEG, camera data and AI edit',
    jpeg(exifSegment(CAMERA), xmpSegment(sourceTypeXmp('compositeWithTrainedAlgorithmicMedia'))),
    edited,
    null,
    'iptc',
  ],
  [
    'JPEG, source type, 13 bytes behind',
    bytes(xmpPicture(sourceTypeXmp('trainedAlgorithmicMedia')), new Uint8Array(13)),
    made,
    null,
    'iptc',
  ],
  ['PNG, parameters tEXt', png(tEXt('parameters', A1111)), made, 'Stable Diffusion', 'png-text'],
  [
    'PNG, parameters iTXt',
    png(iTXt('parameters', A1111.replace('dusk', '夕暮れ'))),
    made,
    'Stable Diffusion',
    'png-text',
  ],
  ['PNG, parameters zTXt', png(zTXt('parameters', A1111)), made, 'Stable Diffusion', 'png-text'],
  ['PNG, ComfyUI prompt', png(tEXt('prompt', COMFY_PROMPT)), made, 'ComfyUI', 'png-text'],
  ['PNG, ComfyUI workflow', png(tEXt('workflow', COMFY_WORKFLOW)), made, 'ComfyUI', 'png-text'],
  [
    'PNG, NovelAI software',
    png(tEXt('Title', 'AI generated image'), tEXt('Software', 'NovelAI')),
    made,
    'NovelAI',
    'png-text',
  ],
  ['PNG, NovelAI comment', png(tEXt('Comment', NOVELAI)), made, 'NovelAI', 'png-text'],
  ['PNG, InvokeAI', png(tEXt('invokeai_metadata', INVOKE)), made, 'InvokeAI', 'png-text'],
  ['PNG, InvokeAI 2', png(tEXt('sd-metadata', INVOKE_OLD)), made, 'InvokeAI', 'png-text'],
  [
    'PNG, Fooocus',
    png(tEXt('parameters', FOOOCUS), tEXt('fooocus_scheme', 'fooocus')),
    made,
    'Fooocus',
    'png-text',
  ],
  ['PNG, SwarmUI', png(tEXt('parameters', SWARM)), made, 'SwarmUI', 'png-text'],
  [
    'PNG, Midjourney',
    png(tEXt('Description', MIDJOURNEY), tEXt('Author', 'somebody')),
    made,
    'Midjourney',
    'png-text',
  ],
  ['PNG, AIGC label', png(tEXt('AIGC', aigc('1'))), made, PRODUCER, 'aigc-label'],
  [
    'PNG, XMP source type',
    png(iTXt('XML:com.adobe.xmp', sourceTypeXmp('trainedAlgorithmicMedia'))),
    made,
    null,
    'iptc',
  ],
  [
    'PNG, eXIf software',
    png(chunk('eXIf', tiff({ main: [ascii(0x0131, 'Stable Diffusion XL')] }))),
    made,
    'Stable Diffusion',
    'exif',
  ],
  [
    'PNG, EXIF carried over by ImageMagick',
    png(
      zTXt(
        'Raw profile type exif',
        rawProfile(bytes('Exif\0\0', tiff({ exif: [userComment('UNICODE-LE', A1111)] }))),
      ),
    ),
    made,
    'Stable Diffusion',
    'exif',
  ],
  [
    'WebP, EXIF comment',
    webp(['EXIF', tiff({ exif: [userComment('UNICODE-BE', A1111)] })]),
    made,
    'Stable Diffusion',
    'exif',
  ],
  [
    'WebP, EXIF ComfyUI',
    webp(['EXIF', bytes('Exif\0\0', tiff({ main: [ascii(0x010f, `Prompt:${COMFY_PROMPT}`)] }))]),
    made,
    'ComfyUI',
    'exif',
  ],
  [
    'WebP, XMP source type',
    webp(['XMP ', bytes(sourceTypeXmp('trainedAlgorithmicMedia'))]),
    made,
    null,
    'iptc',
  ],
  ['GIF, comment parameters', gif(gifComment(A1111)), made, 'Stable Diffusion', 'comment'],
  ['GIF, XMP source type', gif(gifXmp(sourceTypeXmp('trainedAlgorithmicMedia'))), made, null, 'iptc'],
  ['TIFF, software', tiffFile(ascii(0x0131, 'Midjourney')), made, 'Midjourney', 'exif'],
  [
    'TIFF, XMP source type',
    tiffFile(raw(0x02bc, 1, bytes(sourceTypeXmp('trainedAlgorithmicMedia')))),
    made,
    null,
    'iptc',
  ],
  [
    'AVIF, XMP source type',
    isoMedia('avif', XMP_ITEM, bytes(sourceTypeXmp('trainedAlgorithmicMedia'))),
    made,
    null,
    'iptc',
  ],
  [
    'AVIF, EXIF software',
    isoMedia('avif', EXIF_ITEM, tiff({ main: [ascii(0x0131, 'Ideogram 3.0')] })),
    made,
    'Ideogram',
    'exif',
  ],
  [
    'HEIC, XMP composite with AI',
    isoMedia('heic', XMP_ITEM, bytes(sourceTypeXmp('compositeWithTrainedAlgorithmicMedia'))),
    edited,
    null,
    'iptc',
  ],
  [
    'HEIC, EXIF comment',
    isoMedia('heic', EXIF_ITEM, tiff({ exif: [userComment('ASCII', A1111)] })),
    made,
    'Stable Diffusion',
    'exif',
  ],
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
];

export const DECLARED: readonly DeclaredCase[] = ROWS.map(([name, make, origin, by, where]) => ({
  name,
  make: typeof make === 'function' ? make : () => make,
  origin,
  by,
  where,
}));

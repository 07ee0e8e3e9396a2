/** Files whose claims must not be repeated: appended, damaged, cut off, contradicted, tampered with, merely mentioned. */
import {
  ascii,
  be16,
  bytes,
  CAMERA,
  chunk,
  comment,
  exifSegment,
  GREY_TAIL,
  gif,
  gifComment,
  isoMedia,
  iTXt,
  jpeg,
  PNG_HEAD,
  png,
  raw,
  segment,
  sourceTypeXmp,
  tEXt,
  tiff,
  tiffFile,
  userComment,
  webp,
  XMP_ITEM,
  xmp,
  xmpSegment,
} from './bytes';
import { photo } from './photo';
import { IPTC_TYPE, sign } from './sign';
import { A1111, aigc, COMFY_PROMPT, COMFY_RESIZE, MIDJOURNEY } from './texts';

export interface RefusedCase {
  readonly name: string;
  readonly kind: 'appended' | 'damaged' | 'contradicting' | 'tampered' | 'mentioned';
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

type Maker = Uint8Array | (() => Uint8Array | Promise<Uint8Array>);

const AI_XMP = sourceTypeXmp('trainedAlgorithmicMedia');
const AI_JPEG = jpeg(xmpSegment(AI_XMP));
const AI_PNG = png(tEXt('parameters', A1111));
const AI_WEBP = webp(['XMP ', bytes(AI_XMP)]);
const AI_GIF = gif(gifComment(A1111));
const AI_AVIF = isoMedia('avif', XMP_ITEM, bytes(AI_XMP));
const AI_TIFF = tiffFile(ascii(0x0131, 'Midjourney'), raw(0x02bc, 1, bytes(AI_XMP)));
const AI_EXIF = tiff({ main: [ascii(0x0131, 'Midjourney v6.1')] });
const CREATED = [
  {
    action: 'c2pa.created',
    digitalSourceType: `${IPTC_TYPE}trainedAlgorithmicMedia`,
    softwareAgent: { name: 'DALL·E' },
  },
];
const TAKEN = [{ action: 'c2pa.created', digitalSourceType: `${IPTC_TYPE}digitalCapture` }];

const behind = (tail: Uint8Array | string) => () => bytes(photo(), tail);
const cut = (data: Uint8Array, off: number) => data.subarray(0, data.length - off);
/** `data` with one byte changed, `from` its end where negative. */
function flipped(data: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(data);
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] as number) ^ 0x40;
  return copy;
}
const find = (data: Uint8Array, text: string) => Buffer.from(data).indexOf(text);
const badCrc = (whole: Uint8Array) => flipped(whole, -1);

const APPENDED: Record<string, Maker> = {
  '13 zero bytes behind a photograph': behind(new Uint8Array(13)),
  '13 bytes of noise behind a photograph': behind(
    Uint8Array.from({ length: 13 }, (_, i) => (i * 89 + 41) & 255),
  ),
  '13 bytes of text behind a photograph': behind('AI-generated!'),
  'the name of a source type behind it': behind('trainedAlgorithmicMedia'),
  'an XMP packet behind it': behind(AI_XMP),
  'an XMP segment behind it': behind(xmpSegment(AI_XMP)),
  'an EXIF segment behind it': behind(segment(0xe1, 'Exif\0\0', AI_EXIF)),
  'sampling parameters behind it': behind(`parameters\0${A1111}`),
  'a PNG text entry behind it': behind(tEXt('parameters', A1111)),
  'a Midjourney job behind it': behind(MIDJOURNEY),
  'an AIGC label behind it': behind(`{"AIGC":${aigc('1')}}`),
  'a whole declared JPEG behind it': behind(AI_JPEG),
  'a whole declared PNG behind it': behind(AI_PNG),
  'a segment that looks like credentials behind it': behind(
    segment(0xeb, 'JP', be16(1), [0, 0, 0, 1, 0, 0, 0, 40], 'jumb', 'c2pa'),
  ),
  'a whole signed picture behind it': async () => bytes(photo(), await sign(jpeg(), 'jpeg', CREATED)),
  'a text entry behind the end of a PNG': bytes(png(), tEXt('parameters', A1111)),
  'a chunk behind the end of a WebP': bytes(
    webp(),
    'XMP ',
    [bytes(AI_XMP).length & 255, bytes(AI_XMP).length >> 8, 0, 0],
    AI_XMP,
  ),
  'a comment behind the end of a GIF': bytes(gif(), gifComment(A1111)),
  'a second meta box behind an AVIF': bytes(isoMedia('avif', XMP_ITEM, bytes(xmp(''))), AI_AVIF.subarray(24)),
};

const DAMAGED: Record<string, Maker> = {
  'PNG, wrong check sum of the text entry': png(badCrc(tEXt('parameters', A1111))),
  'PNG, one letter of the text changed': () => flipped(AI_PNG, find(AI_PNG, 'Sampler') + 20),
  'PNG, cut off in the pixels': cut(AI_PNG, 60),
  'PNG, cut off before its end chunk': cut(AI_PNG, 12),
  'PNG, cut off in the text entry': AI_PNG.subarray(0, 120),
  'PNG without pixels': bytes(PNG_HEAD, tEXt('parameters', A1111), chunk('IEND')),
  'PNG, compressed text that does not unfold': png(chunk('zTXt', 'parameters', [0, 0], A1111)),
  'PNG, keyword longer than allowed': png(chunk('tEXt', `${'x'.repeat(90)}parameters`, [0], A1111)),
  'JPEG, cut off in the scan': cut(AI_JPEG, 6),
  'JPEG without its end marker': cut(AI_JPEG, 2),
  'JPEG, XMP segment longer than the file': () => {
    const copy = new Uint8Array(AI_JPEG);
    copy.set([0xff, 0xff], 4);
    return copy;
  },
  'JPEG without a frame': bytes([0xff, 0xd8], xmpSegment(AI_XMP), [0xff, 0xd9]),
  'JPEG, XMP behind the pixels': bytes(cut(jpeg(), 2), xmpSegment(AI_XMP), [0xff, 0xd9]),
  'JPEG, XMP that is not well-formed': jpeg(xmpSegment(AI_XMP.replace('</rdf:RDF>', ''))),
  'JPEG, XMP without RDF': jpeg(xmpSegment(`<x DigitalSourceType="${IPTC_TYPE}trainedAlgorithmicMedia"/>`)),
  'JPEG, EXIF cut off': jpeg(segment(0xe1, 'Exif\0\0', cut(AI_EXIF, 8))),
  'JPEG, EXIF that points outside': () => {
    const block = new Uint8Array(AI_EXIF);
    block.set([0xff, 0xff, 0, 0], 8 + 2 + 8);
    return jpeg(segment(0xe1, 'Exif\0\0', block));
  },
  'JPEG, EXIF that turns in a circle': () => {
    const block = new Uint8Array(AI_EXIF);
    block.set([8, 0, 0, 0], 8 + 2 + 12);
    return jpeg(segment(0xe1, 'Exif\0\0', block));
  },
  'WebP, cut off': cut(AI_WEBP, 40),
  'WebP, a chunk longer than the file': () => {
    const copy = new Uint8Array(AI_WEBP);
    copy.set([0xff, 0xff], find(copy, 'XMP ') + 4);
    return copy;
  },
  'GIF, cut off': cut(AI_GIF, 1),
  'TIFF, cut off': cut(AI_TIFF, 400),
  'AVIF, cut off': cut(AI_AVIF, 30),
};

const CONTRADICTING: Record<string, Maker> = {
  'camera data and a source type': jpeg(exifSegment(CAMERA), xmpSegment(AI_XMP)),
  'camera data and a generator’s name': jpeg(
    exifSegment({ ...CAMERA, main: [...(CAMERA.main ?? []), ascii(0x0131, 'Midjourney')] }),
  ),
  'camera data and sampling parameters': jpeg(
    exifSegment({ ...CAMERA, exif: [...(CAMERA.exif ?? []), userComment('ASCII', A1111)] }),
  ),
  'source type camera, and sampling parameters': png(
    iTXt('XML:com.adobe.xmp', sourceTypeXmp('digitalCapture')),
    tEXt('parameters', A1111),
  ),
  'camera data and a stranger’s signature for AI': () => sign(photo(), 'jpeg', CREATED),
  'credentials of a camera, and a generator’s text': () => sign(png(tEXt('parameters', A1111)), 'png', TAKEN),
};

const TAMPERED: Record<string, Maker> = {
  'signed, then a pixel changed': async () => flipped(await sign(png(), 'png', CREATED), -40),
  'signed, then 13 bytes appended': async () =>
    bytes(await sign(jpeg(), 'jpeg', CREATED), new Uint8Array(13)),
  'signed, then the statement changed': async () => {
    const signed = await sign(jpeg(), 'jpeg', [
      { action: 'c2pa.created', digitalSourceType: `${IPTC_TYPE}trainedAlgorithmicMedia` },
    ]);
    return flipped(signed, find(signed, 'c2pa.created') + 3);
  },
  'credentials moved to another picture': async () => {
    const signed = await sign(jpeg(), 'jpeg', CREATED);
    // All segments before the quantisation table, in front of other pixels.
    const tail = new Uint8Array(GREY_TAIL);
    tail[tail.length - 4] = 0x55;
    return bytes(signed.subarray(0, find(signed, '\u0008\u0008\u0008\u0008\u0008') - 5), tail);
  },
};

const MENTIONED: Record<string, Maker> = {
  'a caption that names Midjourney': jpeg(
    xmpSegment(
      xmp(
        '',
        '<dc:description><rdf:Alt><rdf:li xml:lang="en">Visitors before a Midjourney picture</rdf:li></rdf:Alt></dc:description>',
      ),
    ),
  ),
  'a comment that names Stable Diffusion': jpeg(comment('not made with Stable Diffusion')),
  'an EXIF description that names DALL-E': jpeg(
    exifSegment({ main: [ascii(0x010e, 'DALL-E exhibition, Berlin')] }),
  ),
  'a source type of another address': jpeg(
    xmpSegment(xmp('Iptc4xmpExt:DigitalSourceType="http://example.org/trainedAlgorithmicMedia"')),
  ),
  'a source type in another field': jpeg(
    xmpSegment(xmp(`photoshop:Credit="${IPTC_TYPE}trainedAlgorithmicMedia"`)),
  ),
  'a ComfyUI graph that only scales': png(tEXt('prompt', COMFY_RESIZE)),
  'a ComfyUI graph in a caption': png(tEXt('Comment', COMFY_PROMPT)),
  'parameters that are somebody’s words': png(tEXt('parameters', 'Steps to reproduce: open the app')),
  'an AIGC label of another kind': png(tEXt('AIGC', aigc('0'))),
};

const list = (kind: RefusedCase['kind'], cases: Record<string, Maker>): RefusedCase[] =>
  Object.entries(cases).map(([name, make]) => ({
    name,
    kind,
    make: typeof make === 'function' ? make : () => make,
  }));

export const REFUSED: readonly RefusedCase[] = [
  ...list('appended', APPENDED),
  ...list('damaged', DAMAGED),
  ...list('contradicting', CONTRADICTING),
  ...list('tampered', TAMPERED),
  ...list('mentioned', MENTIONED),
];

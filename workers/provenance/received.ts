/**
 * What happened to a file on its way here, as far as its bytes tell. Each finding is weak by itself and worded so; they
 * say how much of a generator's or a camera's traces can be left, not what the picture is.
 */
import type { FileReport, Finding, Format, JpegFacts } from '../../src/contract';
import type { Container } from './containers';
import type { Exif, Iptc } from './exif';
import { sourceType } from './generators';
import { NS, type Property } from './xmp';

/**
 * JPEG qualities on libjpeg's scale. Below 75, its default, steps are so coarse that the fine noise detectors live on is
 * mostly rounded away; 90 is where cameras and careful exports begin.
 */
const STRONG_BELOW = 75;
const SOME_BELOW = 90;

/** Long sides, px, to which services scale what is uploaded: Facebook, Instagram, Telegram, WhatsApp, X and others. */
const SERVICE_SIDES: ReadonlySet<number> = new Set([720, 960, 1080, 1200, 1280, 1440, 1600, 2048]);

/** Screens, long by short side, px: common monitors, laptops, iPhones and Android phones. */
const SCREENS: ReadonlySet<string> = new Set(
  (
    '1920x1080 2560x1440 3840x2160 1366x768 1536x864 1440x900 1680x1050 1280x800 2560x1600 2880x1800 3024x1964 ' +
    '3456x2234 2560x1664 1792x828 1334x750 2436x1125 2532x1170 2556x1179 2688x1242 2778x1284 2796x1290 2622x1206 ' +
    '2868x1320 2340x1080 2400x1080 2408x1080 3088x1440 3120x1440 3200x1440 2388x1668 2732x2048 2360x1640'
  ).split(' '),
);

const EXTENSIONS: Readonly<Partial<Record<Format, readonly string[]>>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg', 'pjp'],
  png: ['png', 'apng'],
  webp: ['webp'],
  gif: ['gif'],
  avif: ['avif', 'avifs'],
  heic: ['heic', 'heif', 'hif'],
  tiff: ['tif', 'tiff', 'dng'],
  bmp: ['bmp', 'dib'],
  svg: ['svg'],
};

/** Programs that save pictures anew, as they sign software fields and comments. */
const EDITORS: readonly (readonly [RegExp, string])[] = [
  [/photoshop lightroom|^lightroom/i, 'Lightroom'],
  [/photoshop/i, 'Photoshop'],
  [/^gimp/i, 'GIMP'],
  [/snapseed/i, 'Snapseed'],
  [/canva/i, 'Canva'],
  [/picsart/i, 'Picsart'],
  [/picasa/i, 'Picasa'],
  [/pixelmator/i, 'Pixelmator'],
  [/affinity/i, 'Affinity'],
  [/paint\.net/i, 'Paint.NET'],
  [/darktable/i, 'darktable'],
  [/capture one/i, 'Capture One'],
  [/acdsee/i, 'ACDSee'],
  [/imagemagick/i, 'ImageMagick'],
  [/meitu|beautyplus|facetune|faceapp|remini/i, 'a retouching app'],
  [/^(microsoft windows photo|windows photo|photos \d)/i, 'a photo viewer'],
  [/creator: gd-jpeg/i, 'GD, the image library of many web sites'],
  [/^lavc\d|^lavf\d/i, 'FFmpeg'],
];

/** Patterns of names that services give to what they hand on. */
const SERVICE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(IMG-\d{8}-WA\d{4}|WhatsApp Image )/, 'WhatsApp'],
  [/^photo_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d/, 'Telegram'],
  [/^signal-\d{4}-\d\d-\d\d/, 'Signal'],
  [/^\d{6,}_\d{10,}_\d{10,}_[no]\.(jpe?g|png|webp)$/i, 'Facebook or Instagram'],
];

const SCREENSHOT_NAME =
  /^(screen[ _-]?shot|bildschirmfoto|capture d.écran|captura de pantalla|schermafbeelding|スクリーンショット|屏幕截图)/i;

/** What the findings are read from. */
export interface Arrival {
  readonly name: string;
  readonly bytes: number;
  readonly format: Format;
  readonly size: FileReport['size'];
  readonly container: Container | null;
  readonly exif: Exif | null;
  readonly iptc: Iptc | null;
  readonly xmp: readonly Property[];
  readonly iccName: string | null;
  readonly software: readonly string[];
  readonly jpeg: JpegFacts | null;
}

const finding = (kind: Finding['kind'], detail: string | null = null): Finding => ({ kind, detail });

function ofName({ name, format }: Arrival): Finding[] {
  const found: Finding[] = [];
  const extension = /\.([A-Za-z0-9]{2,5})$/.exec(name)?.[1]?.toLowerCase();
  const own = EXTENSIONS[format];
  const known = Object.values(EXTENSIONS).some((list) => list.includes(extension ?? ''));
  if (own && extension && known && !own.includes(extension))
    found.push(finding('wrong-extension', `.${extension}`));
  const service = SERVICE_NAMES.find(([pattern]) => pattern.test(name));
  if (service) found.push(finding('platform-name', service[1]));
  return found;
}

function ofStructure({ container, bytes }: Arrival): Finding[] {
  if (!container) return [];
  if (container.problem) return [finding('damaged', container.problem)];
  const behind = bytes - container.end;
  // Phones announce previews and gain maps that follow the picture; those are no strangers.
  return behind > 0 && !container.jpeg?.multiPicture ? [finding('appended', String(behind))] : [];
}

function ofCompression({ jpeg }: Arrival): Finding[] {
  if (!jpeg) return [];
  const found: Finding[] = [];
  if (jpeg.quality < STRONG_BELOW) found.push(finding('strong-compression', String(jpeg.quality)));
  else if (jpeg.quality < SOME_BELOW) found.push(finding('some-compression', String(jpeg.quality)));
  if (jpeg.doubleCompressed) found.push(finding('compressed-twice'));
  return found;
}

/** Special instructions that Facebook and Instagram write begin so. */
const FACEBOOK_MARK = /^FBMD[0-9a-f]{8,}/;
/** The tiny sRGB profile that Facebook attaches calls itself so. */
const FACEBOOK_PROFILE = 'c2';

function ofTraces(a: Arrival): Finding[] {
  const found: Finding[] = [];
  if (FACEBOOK_MARK.test(a.iptc?.instructions ?? '') || a.iccName === FACEBOOK_PROFILE)
    found.push(finding('platform-trace', 'Facebook or Instagram'));
  const signatures = [...a.software, ...(a.container?.comments ?? [])];
  const editor = EDITORS.find(([pattern]) => signatures.some((text) => pattern.test(text)));
  if (editor) found.push(finding('saved-by-software', editor[1]));
  const elsewhere = a.xmp.find(
    ({ ns, name, value }) => ns === NS.terms && name === 'provenance' && /^https?:/.test(value),
  );
  if (elsewhere && !a.container?.credentials) found.push(finding('credentials-elsewhere'));
  return found;
}

/** Screenshots say so in EXIF (iOS), in their source type, or in their name; or they merely have a screen's size. */
function ofScreen(a: Arrival, bare: boolean): Finding[] {
  const said =
    /^screenshot$/i.test(a.exif?.comment ?? '') ||
    a.xmp.some(
      ({ ns, name, value }) => ns === NS.exif && name === 'UserComment' && /^screenshot$/i.test(value),
    ) ||
    a.xmp.some(({ value }) => sourceType(value)?.term === 'screenCapture');
  if (said) return [finding('screenshot', 'its metadata')];
  if (SCREENSHOT_NAME.test(a.name)) return [finding('screenshot', 'its name')];
  if (!a.size || !bare || a.format !== 'png') return [];
  const { width, height } = a.size;
  const sides = `${Math.max(width, height)}x${Math.min(width, height)}`;
  return SCREENS.has(sides) ? [finding('screen-size', `${width} × ${height}`)] : [];
}

function ofSize(a: Arrival, bare: boolean): Finding[] {
  const { size, exif, format } = a;
  if (!size) return [];
  const then = exif?.size;
  if (then) {
    const same =
      (then.width === size.width && then.height === size.height) ||
      (then.width === size.height && then.height === size.width);
    return same ? [] : [finding('resized', `${then.width} × ${then.height}`)];
  }
  const side = Math.max(size.width, size.height);
  const lossy = format === 'jpeg' || format === 'webp';
  return bare && lossy && SERVICE_SIDES.has(side) ? [finding('platform-size', String(side))] : [];
}

/** Everything noticed about the way here, the gravest first. */
export function findingsOf(a: Arrival): Finding[] {
  const { container } = a;
  const empty =
    container !== null &&
    !container.credentials &&
    container.exif.length + container.xmp.length + container.photoshop.length === 0 &&
    container.texts.length + container.comments.length === 0;
  const bare = !a.exif?.camera;
  return [
    ...ofStructure(a),
    ...ofName(a),
    ...ofScreen(a, bare),
    ...ofCompression(a),
    ...ofSize(a, bare),
    ...ofTraces(a),
    ...(empty && !container.problem ? [finding('no-metadata')] : []),
  ];
}

/**
 * One file's report: sniff, read the container, read what lies in it, weigh what it claims, note what it went through.
 *
 * Never throws on content. Bytes behind the picture's own end take no part; claims inside a broken structure are kept
 * and marked, so that the page can say that they were seen and not believed.
 */
import type { Declaration, FileReport } from '../../src/contract';
import { SNIFF_BYTES, sniff } from '../image/sniff';
import { type Container, readContainer } from './containers';
import type { ReadCredentials } from './credentials';
import { declarationsOf, quoted } from './declarations';
import { doubleCompressed } from './double-compression';
import { type Exif, iccName, readExif, readIptc } from './exif';
import { qualityOf, subsamplingOf } from './jpeg-quality';
import { weigh } from './origin';
import { findingsOf } from './received';
import type { Validator } from './validator';
import { NS, type Property, readXmp } from './xmp';

/** Most declarations and programs that are handed on; a forged file may hold thousands. */
const MAX_DECLARATIONS = 40;
const MAX_SOFTWARE = 10;

function jpegFacts(data: Uint8Array, { jpeg, problem }: Container): FileReport['jpeg'] {
  const luminance = jpeg?.tables.get(jpeg.components[0]?.table ?? -1);
  if (!jpeg || !luminance) return null;
  const { quality, standard } = qualityOf(luminance);
  return {
    quality,
    standardTables: standard,
    progressive: jpeg.progressive,
    subsampling: subsamplingOf(jpeg),
    doubleCompressed: problem ? null : doubleCompressed(data),
  };
}

function softwareOf(container: Container | null, exif: Exif | null, xmp: readonly Property[]): string[] {
  const named = [
    exif?.software ?? '',
    ...xmp.filter(({ ns, name }) => ns === NS.xmp && name === 'CreatorTool').map(({ value }) => value),
    ...xmp.filter(({ ns, name }) => ns === NS.history && name === 'softwareAgent').map(({ value }) => value),
    ...(container?.texts ?? []).filter(({ keyword }) => keyword === 'Software').map(({ text }) => text),
  ];
  return [...new Set(named.map(quoted).filter((text) => text !== ''))].slice(0, MAX_SOFTWARE);
}

/** `validator` is asked for only when the file carries credentials. */
export async function inspect(
  data: Uint8Array,
  name: string,
  validator: () => Promise<Validator>,
): Promise<FileReport> {
  const { format, size } = sniff(data.subarray(0, SNIFF_BYTES));
  const container = await readContainer(format, data);
  const exif = container?.exif.map(readExif).find((one) => one !== null) ?? null;
  const iptc = container?.photoshop.map(readIptc).find((one) => one !== null) ?? null;
  const xmp = container?.xmp.flatMap((packet) => readXmp(packet) ?? []) ?? [];
  const profile = container?.icc ? iccName(container.icc) : null;
  const signed: ReadCredentials | null = container?.credentials
    ? await (await validator()).read(format, data)
    : null;
  const unsigned = container ? declarationsOf({ container, exif, iptc, xmp }) : [];
  const damaged = unsigned.map((one): Declaration => ({ ...one, standing: 'damaged' }));
  const claims = [...(signed?.declarations ?? []), ...(container?.problem ? damaged : unsigned)];
  const { origin, declarations } = weigh(claims.slice(0, MAX_DECLARATIONS));
  const software = softwareOf(container, exif, xmp);
  const jpeg = container ? jpegFacts(data, container) : null;
  const stored = size ?? container?.size ?? null;
  return {
    format,
    bytes: data.length,
    size: stored,
    origin,
    declarations: [...declarations],
    credentials: signed?.credentials ?? null,
    camera: exif?.camera ? mapCamera(exif.camera) : null,
    place: exif?.place ?? null,
    software,
    jpeg,
    findings: findingsOf({
      name,
      bytes: data.length,
      format,
      size: stored,
      container,
      exif,
      iptc,
      xmp,
      iccName: profile,
      software,
      jpeg,
    }).map(({ kind, detail }) => ({ kind, detail: detail === null ? null : quoted(detail) })),
  };
}

function mapCamera(camera: NonNullable<FileReport['camera']>): FileReport['camera'] {
  const q = (text: string | null) => (text === null ? null : quoted(text));
  return {
    maker: q(camera.maker),
    model: q(camera.model),
    lens: q(camera.lens),
    takenAt: q(camera.takenAt),
    exposure: q(camera.exposure),
  };
}

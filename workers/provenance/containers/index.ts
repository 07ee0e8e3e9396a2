/** One reader for each format; formats without metadata worth reading give null. */
import type { Format } from '../../../src/contract';
import type { Container } from './container';
import { readGif } from './gif';
import { readIsoMedia } from './isomedia';
import { readJpeg } from './jpeg';
import { readPng } from './png';
import { readTiff } from './tiff';
import { readWebp } from './webp';

export type { Container } from './container';

/** Reads the structure of a whole file. Never throws on content; `problem` says what is wrong with it. */
export async function readContainer(format: Format, data: Uint8Array): Promise<Container | null> {
  switch (format) {
    case 'jpeg':
      return readJpeg(data);
    case 'png':
      return await readPng(data);
    case 'webp':
      return readWebp(data);
    case 'gif':
      return readGif(data);
    case 'tiff':
      return readTiff(data);
    case 'avif':
    case 'heic':
      return readIsoMedia(data);
    case 'bmp':
    case 'svg':
    case 'unknown':
      return null;
  }
}

/** WebP (RFC 9649): a RIFF of chunks that must fill it exactly. */
import { Bytes, text } from '../../image/bytes';
import { broken, type Container, draft } from './container';

const PICTURES: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** `size` is left to the sniffer, which knows the three kinds of bit stream. */
export function readWebp(data: Uint8Array): Container {
  const b = new Bytes(data);
  const c = draft();
  const end = 8 + b.le32(4);
  if (!(end >= 20 && end <= data.length)) return broken(c, 'the file is cut off', data.length);
  let pixels = false;
  let at = 12;
  while (at < end) {
    const type = b.ascii(at, 4);
    const length = b.le32(at + 4);
    const start = at + 8;
    // Chunks are padded to even lengths.
    const next = start + length + (length & 1);
    if (!(next <= end)) return broken(c, 'a chunk is cut off', at);
    const body = b.part(start, start + length);
    if (PICTURES.has(type) && length > 0) pixels = true;
    else if (type === 'EXIF') c.exif.push(b.ascii(start, 6) === 'Exif\0\0' ? body.subarray(6) : body);
    else if (type === 'XMP ') c.xmp.push(text(body));
    else if (type === 'ICCP') c.icc = body;
    else if (type === 'C2PA') c.credentials = true;
    at = next;
  }
  c.end = end;
  return pixels ? c : broken(c, 'no picture data', end);
}

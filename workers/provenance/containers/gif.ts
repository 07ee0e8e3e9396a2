/** GIF89a: blocks up to the trailer. */
import { Bytes, text } from '../../image/bytes';
import { broken, type Container, draft, sized } from './container';

/** XMP in GIF ends in a "magic trailer" of 258 bytes, so that readers that take it for sub-blocks find its end. */
const MAGIC_TRAILER = 258;

const colourTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Walks sub-blocks; NaN if they run past the end. */
function subBlocks(b: Bytes, start: number, parts: Uint8Array[]): number {
  let at = start;
  while (b.u8(at) > 0) {
    parts.push(b.part(at + 1, at + 1 + b.u8(at)));
    at += 1 + b.u8(at);
  }
  return b.u8(at) === 0 ? at + 1 : Number.NaN;
}

export function readGif(data: Uint8Array): Container {
  const b = new Bytes(data);
  const c = draft();
  c.size = sized(b.le16(6), b.le16(8));
  let frames = 0;
  let at = 13 + colourTable(b.u8(10));
  for (;;) {
    const block = b.u8(at);
    const parts: Uint8Array[] = [];
    let next = Number.NaN;
    if (block === 0x3b) {
      c.end = at + 1;
      break;
    }
    if (block === 0x2c) {
      frames++;
      next = subBlocks(b, at + 11 + colourTable(b.u8(at + 9)), parts);
    } else if (block === 0x21) {
      const label = b.u8(at + 1);
      const application = label === 0xff ? b.ascii(at + 3, 11) : '';
      next = subBlocks(b, at + 2, parts);
      if (label === 0xfe) c.comments.push(parts.map(text).join(''));
      else if (application === 'XMP DataXMP' && next - MAGIC_TRAILER > at + 14)
        c.xmp.push(text(b.part(at + 14, next - MAGIC_TRAILER)));
      else if (application.startsWith('C2PA_GIF')) c.credentials = true;
    }
    if (Number.isNaN(next) || next > data.length) return broken(c, 'a block is cut off', at);
    at = next;
  }
  return frames > 0 && c.size ? c : broken(c, 'no picture data', c.end);
}

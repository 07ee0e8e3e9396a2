import { describe, expect, it } from 'vitest';
import { judgeContent } from './content';
import type { Pixels } from './pixels';
import { synthetic } from './synthetic';
import { makeViews } from './views';

/** A picture from a function of x, y and a pseudo-random byte. */
function picture(
  width: number,
  height: number,
  value: (x: number, y: number, random: number) => number,
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  let state = 99;
  for (let i = 0; i < width * height; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    data.fill(value(i % width, Math.floor(i / width), (state >>> 8) & 255), i * 4, i * 4 + 3);
  }
  return { width, height, data };
}
const judge = (image: Pixels) => judgeContent(makeViews(image), image.width, image.height);

describe('judgeContent', () => {
  it('lets a picture with shapes and noise pass', () => {
    expect(judge(synthetic(3, 400, 300))).toBeNull();
  });
  it('knows a blank picture, a grainy one too', () => {
    expect(judge(picture(300, 300, () => 255))).toBe('blank');
    expect(judge(picture(900, 900, (_x, _y, r) => 20 + (r & 7)))).toBe('blank');
  });
  it('knows pure noise, and not a noisy gradient', () => {
    expect(judge(picture(300, 300, (_x, _y, r) => r))).toBe('noise');
    expect(judge(picture(300, 300, (x, y, r) => (x + y) / 3 + (r & 31)))).toBeNull();
  });
  it('does not call a faint night picture blank', () => {
    expect(judge(picture(400, 400, (x) => (x > 300 ? 16 : 4)))).toBeNull();
  });
  it('abstains under 128 px, whatever is on it', () => {
    expect(judge(synthetic(3, 400, 127))).toBe('too-small');
    expect(judge(synthetic(3, 128, 128))).toBeNull();
  });
});

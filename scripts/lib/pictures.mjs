/**
 * Pictures for tests and screenshots, made here and nowhere else: a small landscape with haze and grain, and the inputs
 * that must not break anything. Nobody's photo is in this project.
 */
import { crc32, deflateSync } from 'node:zlib';

/** Deterministic noise in [0, 1). */
function random(seed) {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of RGB8 pixels. */
export function encodePng(width, height, rgb) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    Buffer.from(rgb.buffer, rgb.byteOffset + y * width * 3, width * 3).copy(rows, y * (width * 3 + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Value noise between fixed lattice points, smooth, in [0, 1). */
function lattice(seed) {
  const next = random(seed);
  const values = Array.from({ length: 512 }, next);
  return (x) => {
    const at = Math.floor(x);
    const t = x - at;
    const ease = t * t * (3 - 2 * t);
    const a = values[at & 511];
    const b = values[(at + 1) & 511];
    return a + (b - a) * ease;
  };
}

const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t);

/** Ridges one behind another under an evening sky, with haze, vignette and grain. RGB8. */
export function landscape(width, height, seed = 7) {
  const next = random(seed * 7919);
  const ridges = Array.from({ length: 6 }, (_, i) => ({
    noise: lattice(seed * 31 + i),
    fine: lattice(seed * 57 + i),
  }));
  const tops = ridges.map(({ noise, fine }, i) =>
    Float64Array.from({ length: width }, (_, x) => {
      const u = (x / width) * (3 + i * 1.7) + i * 40;
      const shape = noise(u) * 0.62 + noise(u * 2.7) * 0.26 + fine(u * 14) * 0.09 + fine(u * 61) * 0.03;
      return height * (0.34 + i * 0.105 + (0.5 - shape) * (0.3 - i * 0.025));
    }),
  );
  const rgb = new Uint8Array(width * height * 3);
  const sun = [width * 0.68, height * 0.3];
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let layer = -1;
      for (let i = 0; i < tops.length; i++) if (y > tops[i][x]) layer = i;
      const glow = Math.exp(-Math.hypot(x - sun[0], (y - sun[1]) * 1.4) / (width * 0.2));
      let colour = mix([96, 128, 168], [236, 208, 176], Math.min(1, (y / height) * 1.9));
      colour = mix(colour, [255, 236, 204], glow * 0.8);
      if (layer >= 0) {
        const near = layer / (tops.length - 1);
        const depth = (y - tops[layer][x]) / height;
        const texture = ridges[layer].fine(x * 0.21 + y * 0.13) * ridges[layer].noise(x * 0.034 - y * 0.05);
        const rock = mix([124, 138, 152], [38, 50, 40], near);
        colour = mix(rock, [168, 164, 156], Math.max(0, 0.35 - near * 0.3 - depth));
        colour = colour.map((v) => v * (0.95 + texture * 0.16 * near));
      }
      const off = Math.hypot(x / width - 0.5, y / height - 0.5);
      const shade = 1 - off * off * 0.55;
      for (const v of colour) {
        // Two uniforms make a softer grain; it grows with brightness, as in a sensor.
        const grain = (next() + next() - 1) * (2.2 + Math.sqrt(v) * 0.55);
        rgb[p++] = Math.max(0, Math.min(255, Math.round(v * shade + grain)));
      }
    }
  return rgb;
}

export const landscapePng = (width = 900, height = 600, seed = 7) =>
  encodePng(width, height, landscape(width, height, seed));

/** One colour all over. */
export const blankPng = (width, height, value = 128) =>
  encodePng(width, height, new Uint8Array(width * height * 3).fill(value));

/** Starts like a JPEG and goes on as garbage. */
export function corruptJpeg() {
  const next = random(99);
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  return Buffer.from([...start, ...Array.from({ length: 4000 }, () => Math.floor(next() * 255))]);
}

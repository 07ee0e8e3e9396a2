/**
 * `npm run near-same -- [--pictures FOLDER] [--count N]`: what the threshold of nearly the same pictures
 * (NEAR_SAME_BITS, src/batch/likeness.ts) lets through. Every picture is compared with changed copies of itself, which
 * should be found, and with all others, of which nearly none should be. Pictures: JPEGs below FOLDER.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import jpeg from 'jpeg-js';
import { ROOT } from './lib/install.mjs';

const { values } = parseArgs({
  options: {
    pictures: { type: 'string', default: '../shared/data/images' },
    count: { type: 'string', default: '600' },
  },
});

const { runnerImport } = await import('vite');
const {
  module: { likenessOf, likenessDistance, NEAR_SAME_BITS, LIKENESS_BITS },
} = await runnerImport(join(ROOT, 'src/batch/likeness.ts'), {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});

/** Mean over squares of pixels; `to` is the new width. */
function shrink({ data, width, height }, to) {
  const w = Math.min(to, width);
  const h = Math.max(1, Math.round((height * w) / width));
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [Math.floor((x * width) / w), Math.ceil(((x + 1) * width) / w)];
      const [y0, y1] = [Math.floor((y * height) / h), Math.ceil(((y + 1) * height) / h)];
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) sum += data[4 * (v * width + u) + c];
        out[4 * (y * w + x) + c] = Math.round(sum / ((x1 - x0) * (y1 - y0)));
      }
    }
  return { data: out, width: w, height: h };
}

/** A share of each border cut off. */
function trim({ data, width, height }, share) {
  const [dx, dy] = [Math.round(width * share), Math.round(height * share)];
  const [w, h] = [width - 2 * dx, height - 2 * dy];
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++)
    out.set(data.subarray(4 * ((y + dy) * width + dx), 4 * ((y + dy) * width + dx + w)), 4 * y * w);
  return { data: out, width: w, height: h };
}

const recoded = (image, quality) =>
  jpeg.decode(jpeg.encode(image, quality).data, { useTArray: true, formatAsRGBA: true });
const lighter = ({ data, width, height }) => ({
  data: data.map((v, i) => (i % 4 === 3 ? v : Math.min(255, v * 1.15 + 8))),
  width,
  height,
});

const CHANGES = {
  'JPEG 40': (image) => recoded(image, 40),
  'half size': (image) => shrink(image, Math.round(image.width / 2)),
  'half size, JPEG 60': (image) => recoded(shrink(image, Math.round(image.width / 2)), 60),
  lighter,
  'borders of 1 % cut': (image) => trim(image, 0.01),
  'borders of 3 % cut': (image) => trim(image, 0.03),
};

const folder = join(ROOT, values.pictures);
const all = readdirSync(folder, { recursive: true }).filter(
  (name) => /\.jpe?g$/.test(name) && !/crop/.test(name),
);
const step = Math.max(1, Math.floor(all.length / Number(values.count)));
const chosen = all
  .sort()
  .filter((_, i) => i % step === 0)
  .slice(0, Number(values.count));

const own = [];
const changed = Object.fromEntries(Object.keys(CHANGES).map((name) => [name, []]));
let even = 0;
for (const name of chosen) {
  const image = jpeg.decode(readFileSync(join(folder, name)), { useTArray: true, formatAsRGBA: true });
  const hash = likenessOf(image.data, image.width, image.height);
  if (hash === null) {
    even++;
    continue;
  }
  own.push({ name, hash });
  for (const [what, change] of Object.entries(CHANGES)) {
    const copy = change(image);
    const other = likenessOf(copy.data, copy.width, copy.height);
    changed[what].push(other === null ? LIKENESS_BITS : likenessDistance(hash, other));
  }
}

console.log(
  `${own.length} pictures; ${even} too even to compare. Threshold: ${NEAR_SAME_BITS} of ${LIKENESS_BITS} bits`,
);
const share = (list, limit) => ((100 * list.filter((d) => d <= limit).length) / list.length).toFixed(1);
for (const [what, list] of Object.entries(changed)) {
  list.sort((a, b) => a - b);
  const at = (q) => list[Math.min(list.length - 1, Math.floor(q * list.length))];
  console.log(
    `${what.padEnd(20)} found ${share(list, NEAR_SAME_BITS)} %; distance: median ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}`,
  );
}
const between = [];
for (let i = 0; i < own.length; i++)
  for (let j = 0; j < i; j++)
    between.push({ d: likenessDistance(own[i].hash, own[j].hash), a: own[i].name, b: own[j].name });
between.sort((a, b) => a.d - b.d);
for (const limit of [6, 10, NEAR_SAME_BITS, 18, 22])
  console.log(
    `pairs of different files within ${limit} bits: ${between.filter(({ d }) => d <= limit).length} of ${between.length}`,
  );
for (const { d, a, b } of between.slice(0, 12)) console.log(`  ${d}  ${a}  ${b}`);

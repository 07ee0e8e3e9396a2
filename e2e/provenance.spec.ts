import { crc32 } from 'node:zlib';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, drop, expect, openReady, reaches, setMode, test } from './helpers/site';

const PARAMETERS =
  'a lighthouse at dusk\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 640x480, Model: v1-5';

/** The picture with a text entry of Stable Diffusion behind its header. */
function declared(): Buffer {
  const picture = landscapePng(640, 480);
  const body = Buffer.from(`tEXtparameters\0${PARAMETERS}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([picture.subarray(0, 33), chunk, picture.subarray(33)]);
}

test('a declared origin stands above the verdict, apart from it; a plain JPEG declares nothing', async ({
  page,
  site,
}) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await drop(page, { name: 'lighthouse.png', content: declared() });
  const one = card(page, 'lighthouse.png');
  await reaches(one, 'done');
  const banner = one.getByTestId('declared');
  await expect(banner.getByRole('heading')).toHaveText('Declared as AI-generated');
  await expect(banner).toContainText('By Stable Diffusion');
  await expect(banner).toContainText('removed or forged');
  const verdict = one.getByRole('heading', { name: BAND });
  const [above, below] = [await banner.boundingBox(), await verdict.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
  await expect(one.getByTestId('file-says')).toContainText('Steps: 28, Sampler: Euler a');

  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const gradient = context.createLinearGradient(0, 0, 640, 480);
    gradient.addColorStop(0, '#234');
    gradient.addColorStop(1, '#ecb');
    context.fillStyle = gradient;
    context.fillRect(0, 0, 640, 480);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await drop(page, { name: 'plain.jpg', content: Buffer.from(jpeg) });
  const plain = card(page, 'plain.jpg');
  await expect(plain.getByTestId('file-received')).toContainText(
    'Strongly compressed, JPEG quality about 60',
  );
  await expect(plain.getByTestId('file-says')).toContainText('nothing');
  await reaches(plain, 'done');
  await expect(plain.getByTestId('declared')).toHaveCount(0);
});

test('credentials are validated in the page, asking nobody else', async ({ page, site }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(site.url).host) outside.push(request.url());
  });
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  const { sign, IPTC_TYPE } = await import('../tests/provenance/sign');
  const signed = await sign(new Uint8Array(landscapePng(320, 240)), 'png', [
    {
      action: 'c2pa.created',
      digitalSourceType: `${IPTC_TYPE}trainedAlgorithmicMedia`,
      softwareAgent: { name: 'DALL·E' },
    },
  ]);
  await drop(page, { name: 'signed.png', content: Buffer.from(signed) });
  const one = card(page, 'signed.png');
  await expect(one.getByTestId('declared')).toContainText('By DALL·E');
  await expect(one.getByTestId('declared')).toContainText('nobody on the C2PA trust list vouches');
  await expect(one.getByTestId('file-says')).toContainText('Signature intact');
  await expect(one.getByTestId('file-says')).toContainText('Made by an AI generator, with DALL·E');
  expect(outside).toEqual([]);
});

import type { Page } from '@playwright/test';
import { blankPng, corruptJpeg, landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, choose, expect, openReady, reaches, type Site, setMode, test } from './helpers/site';

const good = { name: 'good.png', content: landscapePng(500, 400) };

/** Ready, quick answers, and one file given. */
async function give(page: Page, site: Site, name: string, content: Buffer) {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await choose(page, { name, content });
  return card(page, name);
}

/** Whatever came before, the next picture gets its verdict. */
async function nextWorks(page: Page) {
  await choose(page, good);
  const next = card(page, good.name);
  await reaches(next, 'done');
  await expect(next.getByRole('heading', { name: BAND })).toBeVisible();
}

test('a damaged file says so', async ({ page, site }) => {
  const one = await give(page, site, 'broken.jpg', corruptJpeg());
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This picture is damaged' })).toBeVisible();
  await nextWorks(page);
});

test('a file that was cut off is shown as far as it goes, without a magnifier', async ({ page, site }) => {
  const whole = landscapePng();
  const one = await give(page, site, 'cut.png', whole.subarray(0, whole.length / 2));
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This picture is damaged' })).toBeVisible();
  // The browser draws the upper half; that it has done so is what would bring the magnifier out.
  await expect
    .poll(() => one.getByRole('img').evaluate((image) => (image as HTMLImageElement).complete))
    .toBe(true);
  await expect(one.getByRole('button', { name: 'Magnifier' })).toHaveCount(0);
  await nextWorks(page);
});

test('a text that is called .jpg says so', async ({ page, site }) => {
  const one = await give(page, site, 'list.jpg', Buffer.from('milk, bread, butter\n'.repeat(50)));
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This is not a picture that can be opened' })).toBeVisible();
  await nextWorks(page);
});

test('an empty file says so', async ({ page, site }) => {
  const one = await give(page, site, 'empty.jpg', Buffer.alloc(0));
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This file is empty' })).toBeVisible();
  await nextWorks(page);
});

test('a HEIC photo is told how to be exported', async ({ page, site }) => {
  const header = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(200),
  ]);
  const one = await give(page, site, 'IMG_0001.HEIC', header);
  await reaches(one, 'failed');
  await expect(one).toContainText('share or export it as JPEG');
  await nextWorks(page);
});

test('a picture of one pixel is too small to judge', async ({ page, site }) => {
  const one = await give(page, site, 'dot.png', blankPng(1, 1));
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This picture is too small' })).toBeVisible();
  await nextWorks(page);
});

test('a blank picture gets no verdict but a reason', async ({ page, site }) => {
  const one = await give(page, site, 'blank.png', blankPng(640, 480, 200));
  await reaches(one, 'done');
  await expect(one.getByRole('heading', { name: 'Can’t tell' })).toBeVisible();
  await expect(one.locator('.outcome')).toContainText('blank');
  await expect(one.locator('.outcome')).not.toContainText('real photos');
  await nextWorks(page);
});

test('a picture of twenty megapixels gets a verdict', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  // Made and encoded in the page, as a JPEG; too large to be carried there.
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const small = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(5472, 3648);
    canvas.getContext('2d')?.drawImage(small, 0, 0, canvas.width, canvas.height);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob({ type: 'image/jpeg' })], 'large.jpg'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, landscapePng(1000, 667).toString('base64'));
  const one = card(page, 'large.jpg');
  await reaches(one, 'done');
  await expect(one.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(one).toContainText('JPEG · 5472 × 3648');
  await nextWorks(page);
});

test('a link that is dropped is not followed', async ({ page, site }) => {
  await openReady(page, site);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData('text/uri-list', 'https://pictures.invalid/a.jpg');
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const one = page.getByRole('article');
  await reaches(one, 'failed');
  await expect(one.getByRole('heading', { name: 'This is only a link to a picture' })).toBeVisible();
  await setMode(page, 'Answer at once');
  await nextWorks(page);
});

/** The page in other languages: chosen, asked for in the address, remembered, and there without a network. */
import type { Locator } from '@playwright/test';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { card, choose, expect, openReady, reaches, test } from './helpers/site';

const picture = landscapePng(640, 480, 5);

/** Left edges of the heat map's cells in the picture, whole px. */
const placesIn = (one: Locator) =>
  one
    .locator('.picture-frame')
    .evaluate((frame) =>
      [...frame.querySelectorAll('.heat-cell')].map((cell) =>
        Math.round(cell.getBoundingClientRect().left - frame.getBoundingClientRect().left),
      ),
    );

test('from English to Arabic to German, with the verdict in each, and the last one remembered', async ({
  page,
  site,
}) => {
  await openReady(page, site);
  // Several places, at the left and the right: only a model that thinks looks at more than one.
  await page.locator('.intake input[value=explain]').check();
  await choose(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  const band = hills.locator('.verdict-band');
  const html = page.locator('html');

  await hills.locator('.picture-tools button').first().click();
  const places = await placesIn(hills);
  expect(places.length).toBeGreaterThan(1);

  await page.locator('#language').selectOption('ar');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveTitle(/الذكاء الاصطناعي/);
  await expect(band).toHaveText(
    /^(مولّدة بالذكاء الاصطناعي على الأرجح|لا يمكن الجزم|لم يُعثر على آثار للذكاء الاصطناعي)$/,
  );
  // The picture and what lies over it are not mirrored.
  expect(await placesIn(hills)).toEqual(places);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.locator('#language').selectOption('de');
  await expect(html).toHaveAttribute('dir', 'ltr');
  await expect(band).toHaveText(
    /^(Wahrscheinlich KI-generiert|Nicht zu entscheiden|Keine KI-Spuren gefunden)$/,
  );

  await page.goto(site.url);
  await expect(page.getByRole('button', { name: 'Bilder auswählen' })).toBeVisible();
  // The address goes before what was chosen earlier.
  await page.goto(`${site.url}?lang=es`);
  await expect(page.getByRole('button', { name: 'Elegir imágenes' })).toBeVisible();
});

test.describe('a browser set to French', () => {
  test.use({ locale: 'fr-CA' });
  test('is spoken to in French, and in Arabic without a network', async ({ page, site }) => {
    await openReady(page, site);
    await expect(page.getByRole('button', { name: 'Choisir des images' })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(async () => (await caches.keys()).length > 0);
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await site.stop();
    await page.locator('#language').selectOption('ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'اختيار صور' })).toBeVisible();
  });

  test('says so where a language cannot be loaded, and goes on in the former one', async ({ page, site }) => {
    // Without the service worker's copy, and without a server.
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
    await page.goto(`${site.url}?device=wasm`);
    await expect(page.getByRole('button', { name: 'Choisir des images' })).toBeVisible();
    await page.route(/\/assets\/es-/, (route) => route.abort());
    await page.locator('#language').selectOption('es');
    await expect(page.locator('.language-failed')).toContainText('n’a pas pu être chargée');
    await expect(page.locator('#language')).toHaveValue('fr');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });
});

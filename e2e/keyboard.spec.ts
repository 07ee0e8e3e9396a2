import type { Page } from '@playwright/test';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, expect, openReady, reaches, test } from './helpers/site';

/** Presses Tab until something with this text or label has the focus; fails after a whole round. */
async function tabTo(page: Page, name: string | RegExp) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLElement ? (at.getAttribute('aria-label') ?? at.textContent ?? '').trim() : '';
    });
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

test('a picture is chosen, judged, explained and removed without a mouse', async ({ page, site }) => {
  // Asked for early: Playwright needs a moment to put itself in the dialogue's place.
  const picker = page.waitForEvent('filechooser');
  await openReady(page, site);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeInViewport();

  await tabTo(page, 'Choose pictures');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  const buffer = landscapePng(500, 400);
  await (await picker).setFiles({ name: 'hills.png', mimeType: 'image/png', buffer });

  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();

  await tabTo(page, 'Ask again, another way');
  await page.keyboard.press('Enter');
  await tabTo(page, /^$/);
  await page.keyboard.press('ArrowUp');
  const checked = hills.getByRole('radio', { checked: true });
  while ((await checked.getAttribute('value')) !== 'explain') await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Ask');
  await page.keyboard.press('Enter');
  await reaches(hills, 'thinking');
  await reaches(hills, 'done');
  await expect(hills).toContainText(/Thought for \d+ tokens/);

  await page.locator('#choose').focus();
  await tabTo(page, 'Remove hills.png');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Choose pictures' })).toBeFocused();
});

import { landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, drop, expect, openReady, reaches, setMode, test } from './helpers/site';

const picture = landscapePng(900, 600);

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('shows the answer and what can be done with it on the first screen', async ({ page, site }) => {
    await openReady(page, site);
    await setMode(page, 'Answer at once');
    await page.evaluate(() => window.scrollTo(0, 0));
    await drop(page, { name: 'hills.png', content: picture });
    const hills = card(page, 'hills.png');
    await reaches(hills, 'done');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    const verdict = hills.getByRole('heading', { name: BAND });
    const share = hills.locator('.verdict-share');
    for (const one of [verdict, share, hills.getByRole('button', { name: 'Explain' })])
      await expect(one).toBeInViewport({ ratio: 1 });
    // The rest waits behind headings.
    for (const fold of await hills.locator('details.fold').all())
      await expect(fold).not.toHaveAttribute('open', /.*/);
  });
});

test('what a screen reader hears over time', async ({ page, site }) => {
  await page.goto(`${site.url}?device=wasm`);
  // Everything that is ever put into a voice, in its order; voices prune what is old.
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const voice of document.querySelectorAll('[data-testid^=said-]'))
      new MutationObserver((changes) => {
        for (const { addedNodes, type } of changes) {
          // A line that is changed afterwards would be half heard.
          if (type === 'characterData') heard.push('CHANGED');
          for (const node of addedNodes)
            heard.push(`${voice.getAttribute('data-testid')}: ${node.textContent}`);
        }
      }).observe(voice, { childList: true, subtree: true, characterData: true });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect(page.getByTestId('ready')).toBeVisible();
  await setMode(page, 'Explain');
  await drop(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect
    .poll(async () => (await heard()).filter((line) => line.startsWith('said-results')).length)
    .toBeGreaterThan(1);
  const all = await heard();
  expect(all).toContain('said-model: The model is ready.');
  expect(all.filter((line) => line.startsWith('said-model')).length).toBeLessThanOrEqual(3);
  const reasoning = all.filter((line) => line.startsWith('said-reasoning: ')).map((line) => line.slice(16));
  expect(reasoning.shift()).toBe('Reasoning about hills.png:');
  expect(reasoning).toEqual(await hills.locator('.sentence').allTextContents());
  for (const sentence of reasoning) expect(sentence).toMatch(/[.!?]$/);
  const results = all.filter((line) => line.startsWith('said-results'));
  expect(results[0]).toMatch(
    /^said-results: hills\.png: (Likely AI-generated|Can’t tell|No AI traces found)\. /,
  );
  expect(new Set(results).size).toBe(results.length);
  // Nothing on the card speaks beside the voices.
  await expect(
    hills.locator('.outcome[aria-live], .reasoning [aria-live], .outcome[role=status]'),
  ).toHaveCount(0);
});

test('the guide: invited once, by key and button, offline, and without a way out of the page', async ({
  page,
  site,
}) => {
  await openReady(page, site);
  await page.getByRole('button', { name: 'Start the guide' }).click();
  const guide = page.getByRole('dialog', { name: 'How to work with an answer' });
  await expect(guide.getByRole('heading', { name: 'One lead, not a judge' })).toBeFocused();
  await expect(guide.locator('a')).toHaveCount(0);
  const steps = await guide.locator('.guide-steps button').count();
  for (let step = 1; step < steps; step++) {
    await guide.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(guide).toContainText(`Step ${step + 1} of ${steps}`);
    await expect(guide.locator('a')).toHaveCount(0);
  }
  // A modal holds the focus: a whole round of Tab never leaves it.
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    const out = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== document.body && !at?.closest('dialog');
    });
    expect(out).toBe(false);
  }
  await guide.getByRole('button', { name: 'Done' }).click();
  await expect(guide).toBeHidden();

  await openReady(page, site);
  await expect(page.getByRole('button', { name: 'Start the guide' })).toHaveCount(0);
  const choose = page.getByRole('button', { name: 'Choose pictures' });
  await choose.focus();
  await page.keyboard.press('F1');
  await expect(guide).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(guide).toBeHidden();
  await expect(choose).toBeFocused();
  await site.stop();
  await page.getByRole('button', { name: 'Guide', exact: true }).click();
  await expect(guide.getByRole('heading', { name: 'One lead, not a judge' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Guide', exact: true })).toBeFocused();
});

test('the focus goes on when what had it is gone', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await drop(page, { name: 'one.png', content: landscapePng(400, 300, 1) });
  await reaches(card(page, 'one.png'), 'done');
  await drop(page, { name: 'two.png', content: landscapePng(400, 300, 2) });
  await reaches(card(page, 'two.png'), 'done');
  const explain = card(page, 'two.png').getByRole('button', { name: 'Explain' });
  await explain.focus();
  await page.keyboard.press('Enter');
  await reaches(card(page, 'two.png'), 'done');
  await expect(explain).toHaveCount(0);
  // The answer itself, or a control of the same card; never the start of the page.
  expect(
    await page.evaluate(() => document.activeElement?.closest('article')?.textContent?.includes('two.png')),
  ).toBe(true);
  await card(page, 'two.png').getByRole('button', { name: 'Remove two.png' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'one.png').getByRole('button', { name: 'Remove one.png' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Choose pictures' })).toBeFocused();
});

test('calm, high contrast, large type and paper', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await drop(page, { name: 'hills.png', content: picture });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');

  // Which band it is must show without backgrounds of ours, too.
  await page.emulateMedia({ forcedColors: 'active' });
  const steps = await hills
    .locator('.scale-step')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(steps).size).toBe(2);
  await page.emulateMedia({ forcedColors: 'none' });

  // Type twice as large, as the browser's own setting makes it.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // A4 less the margins, at 96 px to the inch.
  await page.setViewportSize({ width: 718, height: 1000 });
  const paper = await page.evaluate(() => {
    const colour = (what: string) => getComputedStyle(document.documentElement).getPropertyValue(what);
    const shown = [
      ...document.querySelectorAll('button:not(.sentence-link), select, input, .intake, .colophon'),
    ];
    return {
      ink: getComputedStyle(document.documentElement).color,
      ground: getComputedStyle(document.documentElement).backgroundColor,
      accent: colour('--accent').trim(),
      controls: shown.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
      wide: document.documentElement.scrollWidth,
    };
  });
  expect(paper.ink).toBe('rgb(0, 0, 0)');
  expect(paper.ground).toBe('rgb(255, 255, 255)');
  expect(paper.controls).toEqual([]);
  expect(paper.wide).toBeLessThanOrEqual(718);
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  // Folds that are shut on the screen stand open.
  await expect(hills.getByTestId('raw-output')).toBeVisible();
});

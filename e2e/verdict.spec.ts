import { landscapePng } from '../scripts/lib/pictures.mjs';
import {
  BAND,
  card,
  choose,
  drop,
  expect,
  openReady,
  rawOutput,
  reaches,
  setMode,
  test,
} from './helpers/site';

const picture = landscapePng(900, 600);

test('a dropped picture gets a verdict, and reasons on wish', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await drop(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(hills).toContainText(/Answered at once, .* on WebAssembly/);
  await expect(hills).toContainText('PNG · 900 × 600');
  expect(await rawOutput(hills)).toMatch(/^<think>\n\n<\/think>\n\n(real|fake)$/);

  await hills.getByRole('button', { name: 'Explain' }).click();
  await reaches(hills, 'thinking');
  await reaches(hills, 'done');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(hills).toContainText(/Thought for \d+ tokens/);
  expect(await hills.locator('.sentence').count()).toBeGreaterThan(1);
  expect(await rawOutput(hills)).toMatch(/^<think>\n[^\n][\s\S]*\n<\/think>\n\n(real|fake)$/);
  await expect(hills.getByRole('button', { name: 'Show the 4 places' })).toBeVisible();
});

test('the three modes and another question', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Let the model decide');
  await choose(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect(hills).toContainText(/Answered at once|Thought for/);

  await hills.getByText('Ask again, another way').click();
  await hills.getByLabel('Suggested questions').selectOption('Is the image real?');
  await expect(hills.getByLabel('Question', { exact: true })).toHaveValue('Is the image real?');
  await hills.getByRole('radio', { name: 'Answer at once' }).check();
  await hills.getByRole('button', { name: 'Ask', exact: true }).click();
  await reaches(hills, 'done');
  await expect(hills).toContainText('Answered at once');
  await rawOutput(hills);
  await expect(hills.locator('.numbers')).toContainText('Is the image real?');
});

test('several at once: each verdict lands on its own card', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  const sizes = [
    [400, 300],
    [320, 480],
    [640, 360],
  ] as const;
  await choose(
    page,
    ...sizes.map(([w, h], i) => ({ name: `${w}x${h}.png`, content: landscapePng(w, h, i + 1) })),
  );
  for (const [w, h] of sizes) {
    const one = card(page, `${w}x${h}.png`);
    await reaches(one, 'done');
    await expect(one).toContainText(`PNG · ${w} × ${h}`);
    await expect(one.getByRole('heading', { name: BAND })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a pasted picture is examined', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'pasted.png'));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, picture.toString('base64'));
  await reaches(card(page, 'pasted.png'), 'done');
});

test('stopped while it reasons: the first verdict stays, the next picture works', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Explain');
  // Pressed in the page the moment the reasoning begins: a quick machine is through with it before a round trip from here.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const buttons = document.querySelectorAll<HTMLElement>('.card[data-phase="thinking"] button');
      const stop = [...buttons].find((button) => button.textContent?.trim() === 'Stop');
      if (!stop) return;
      observer.disconnect();
      stop.click();
    }).observe(document.body, { subtree: true, attributes: true, childList: true });
  });
  await choose(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'stopped');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(hills).toContainText('verdict at first sight');
  const words = await hills.locator('.sentence').allTextContents();

  await setMode(page, 'Answer at once');
  await choose(page, { name: 'next.png', content: landscapePng(500, 400, 3) });
  await reaches(card(page, 'next.png'), 'done');
  // Nothing of the stopped call arrived later, on either card.
  expect(await hills.locator('.sentence').allTextContents()).toEqual(words);
  await expect(card(page, 'next.png').locator('.sentence')).toHaveCount(0);
});

test('a sentence that names a place brings it out in the picture', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Explain');
  await choose(page, { name: 'hills.png', content: picture });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  const places = hills.locator('.place');
  await expect(places).toHaveCount(0);
  await hills.getByRole('button', { name: 'Show the 4 places' }).click();
  await expect(places).toHaveCount(4);
  await hills.getByRole('button', { name: 'Hide the 4 places' }).click();
  const link = hills.locator('.sentence-link').first();
  await link.focus();
  await expect(hills.locator('.place-here').first()).toBeVisible();
  await expect(link).toContainText(
    await hills.locator('.place-here text').first().textContent().then(String),
  );
});

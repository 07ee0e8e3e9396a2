/** Results over a reload: what is kept, what comes back, what a browser refuses. */
import { readFile } from 'node:fs/promises';
import { hills, nthPng, TWELVE } from '../scripts/lib/many-pictures.mjs';
import { kept, quick, row, rows, settled, stored, TALL, twelve } from './helpers/many';
import { BAND, card, choose, drop, expect, reaches, setMode, test } from './helpers/site';

/** Longer than changes wait to be written (WRITE_AFTER_MS, 400 ms, of src/shelf/keeper.ts) and the write itself takes. */
const WRITTEN_MS = 1_000;

test.use({ viewport: TALL });

test('a reload keeps results and not pictures; the same file brings the picture back', async ({
  page,
  site,
}) => {
  await twelve(page, site);
  await row(page, 'hills-3.png').getByRole('checkbox').check();
  const band = await row(page, 'hills-3.png').locator('.row-band').textContent();
  await expect.poll(() => kept(page)).toBe(12);
  // The last change is written, too.
  await page.waitForTimeout(WRITTEN_MS);
  await page.reload();
  await expect(page.getByTestId('ready')).toBeVisible();
  await expect(rows(page)).toHaveCount(12);
  await expect(page.getByTestId('keeping')).toContainText('12 pictures of earlier visits are shown');
  await expect(row(page, 'hills-3.png').locator('.row-band')).toHaveText(String(band));
  await expect(row(page, 'hills-3.png').getByRole('checkbox')).toBeChecked();
  await expect(row(page, 'hills-1.png').locator('[data-flag=same-file]')).toBeVisible();
  await expect(row(page, 'broken.jpg')).toContainText('This picture is damaged');

  await row(page, 'hills-3.png').getByRole('button').click();
  const one = card(page, 'hills-3.png');
  await expect(one.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(one.getByTestId('gone')).toContainText('The picture itself was not kept');
  await expect(one.getByRole('img', { name: 'hills-3.png' })).toBeVisible();
  for (const name of ['Explain', 'Magnifier', 'Try it four ways'])
    await expect(one.getByRole('button', { name })).toHaveCount(0);
  // The report is whole without the file.
  await one.getByTestId('report').locator('summary').click();
  const waiting = page.waitForEvent('download');
  await one.getByTestId('report').getByRole('button', { name: 'Data (JSON)' }).click();
  const report = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
  expect(report.pictures[0]).toMatchObject({ file: { name: 'hills-3.png' }, checked: true });
  expect(report.pictures[0].file.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report.pictures[0].madeWith).not.toBeNull();
  expect(report.pictures[0].thumbnail).not.toBeNull();

  // Under another name: what counts is the content.
  await drop(page, { name: 'renamed.png', content: nthPng(3) });
  await expect(page.getByTestId('told')).toContainText('complete again');
  await expect(one.getByTestId('gone')).toHaveCount(0);
  await one.getByRole('button', { name: 'Explain' }).click();
  await reaches(one, 'thinking');
  await reaches(one, 'done');
  await expect(one).toContainText(/Thought for \d+ tokens/);
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await expect(rows(page)).toHaveCount(12);
});

test('what a reload caught before its turn is examined when it is dropped again', async ({ page, site }) => {
  await quick(page, site);
  await choose(page, ...TWELVE.slice(0, 9));
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('tr[data-row]:is([data-phase=looking],[data-phase=thinking])')).toHaveCount(0);
  await expect.poll(() => kept(page)).toBe(9);
  await page.waitForTimeout(WRITTEN_MS);
  const done = await settled(page).count();
  await page.reload();
  await expect(page.getByTestId('ready')).toBeVisible();
  await expect(page.locator('tr[data-phase=stopped]')).toHaveCount(9 - done);
  await setMode(page, 'Answer at once');
  await choose(page, ...TWELVE.slice(0, 9));
  await expect(page.getByTestId('told')).toContainText('9 pictures of an earlier visit are complete again.');
  await expect(settled(page)).toHaveCount(9, { timeout: 180_000 });
  await expect(rows(page)).toHaveCount(9);
});

test('private keeps nothing, clearing clears', async ({ page, site }) => {
  await quick(page, site);
  await choose(page, hills(1));
  await reaches(card(page, 'hills-1.png'), 'done');
  await expect.poll(() => kept(page)).toBe(1);
  const fold = page.getByTestId('kept');
  await fold.locator('summary').click();
  await fold.getByRole('checkbox', { name: 'Private: keep nothing' }).check();
  await expect(page.getByTestId('keeping')).toContainText('Private: results end with this tab.');
  await expect.poll(() => stored(page)).toEqual(['setting:private']);
  await choose(page, hills(2));
  await reaches(card(page, 'hills-2.png'), 'done');
  await page.waitForTimeout(WRITTEN_MS);
  expect(await stored(page)).toEqual(['setting:private']);
  await page.reload();
  await expect(page.getByTestId('ready')).toBeVisible();
  await expect(page.getByTestId('keeping')).toContainText('Private');
  await expect(page.getByRole('article')).toHaveCount(0);

  await fold.locator('summary').click();
  await fold.getByRole('checkbox', { name: 'Private: keep nothing' }).uncheck();
  await setMode(page, 'Answer at once');
  await choose(page, hills(3));
  await reaches(card(page, 'hills-3.png'), 'done');
  await expect.poll(() => kept(page)).toBe(1);
  await fold.getByRole('button', { name: 'Clear all results' }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(fold).toContainText('Everything was cleared.');
  expect(await stored(page)).toEqual([]);
  await page.reload();
  await expect(page.getByTestId('ready')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a browser that keeps nothing says so, and everything else works', async ({ page, site }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name: string, version?: number) {
      if (name === 'fake-hr1-pictures') throw new DOMException('refused', 'SecurityError');
      return open.call(this, name, version);
    };
  });
  await quick(page, site);
  await expect(page.getByTestId('keeping')).toContainText('keeps nothing for this page');
  await choose(page, hills(1), hills(2));
  await reaches(card(page, 'hills-1.png'), 'done');
  await reaches(card(page, 'hills-2.png'), 'done');
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a full disk is said, and a damaged record is dropped and said', async ({ page, site }) => {
  await quick(page, site);
  await choose(page, hills(1));
  await reaches(card(page, 'hills-1.png'), 'done');
  await expect.poll(() => kept(page)).toBe(1);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('fake-hr1-pictures');
        open.onsuccess = () => {
          const write = open.result.transaction('pictures', 'readwrite');
          write.objectStore('pictures').put({ version: 1, name: 7 }, 'picture:damaged');
          write.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
  );
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (this.name === 'pictures') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  await page.reload();
  await expect(page.getByTestId('ready')).toBeVisible();
  await expect(card(page, 'hills-1.png')).toBeVisible();
  await expect(page.getByTestId('keeping')).toContainText(
    '1 kept result could not be read and was left out.',
  );
  await setMode(page, 'Answer at once');
  await choose(page, hills(2));
  await reaches(card(page, 'hills-2.png'), 'done');
  await expect(page.getByTestId('keeping')).toContainText('no room left');
});

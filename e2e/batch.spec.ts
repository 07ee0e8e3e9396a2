import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import jpeg from 'jpeg-js';
import { corruptJpeg, encodePng, landscape } from '../scripts/lib/pictures.mjs';
import {
  BAND,
  card,
  choose,
  drop,
  expect,
  openReady,
  reaches,
  type Site,
  setMode,
  test,
  type Upload,
} from './helpers/site';

/** So high that every row of twelve stands in the document. */
test.use({ viewport: { width: 1280, height: 2400 } });

/** Small, so that twelve of them take no longer than they must. */
const SIZE = [360, 240] as const;

/** Landscapes of these seeds differ enough for no two to be near-same; upside down or mirrored they are others again. */
const SEEDS = [1, 14, 50, 55];

/** Pixels of the n-th picture, n from 1 to 9. */
function pixels(n: number): Uint8Array {
  const [width, height] = SIZE;
  const rgb: Uint8Array = landscape(width, height, SEEDS[(n - 1) % SEEDS.length]);
  const round = Math.floor((n - 1) / SEEDS.length);
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 3 * ((round === 1 ? height - 1 - y : y) * width + (round === 2 ? width - 1 - x : x));
      out.set(rgb.subarray(from, from + 3), 3 * (y * width + x));
    }
  return out;
}

const png = (n: number): Buffer => encodePng(...SIZE, pixels(n));

/** The n-th picture as a JPEG: nearly the same picture, another file. */
function asJpeg(n: number): Buffer {
  const rgb = pixels(n);
  const data = Buffer.alloc(SIZE[0] * SIZE[1] * 4, 255);
  for (let i = 0; i < SIZE[0] * SIZE[1]; i++) data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  return jpeg.encode({ data, width: SIZE[0], height: SIZE[1] }, 70).data;
}

const hills = (n: number): Upload => ({ name: `hills-${n}.png`, content: png(n) });

/** Nine pictures, a copy of the first, a near copy of the second, and one that is damaged. */
const TWELVE: Upload[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(hills),
  { name: 'copy-of-1.png', content: png(1) },
  { name: 'near-2.jpg', content: asJpeg(2) },
  { name: 'broken.jpg', content: corruptJpeg() },
];

const rows = (page: Page) => page.locator('tr[data-row]');
const row = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole('button', { name: `Open ${name}`, exact: true }) });
const names = (page: Page) => page.locator('tr[data-row] .row-open').allTextContents();
const settled = (page: Page) => page.locator('tr[data-row]:is([data-phase=done],[data-phase=failed])');

async function quick(page: Page, site: Site, query?: string) {
  await openReady(page, site, query);
  await setMode(page, 'Answer at once');
}

/** All twelve examined. */
async function twelve(page: Page, site: Site) {
  await quick(page, site);
  await choose(page, ...TWELVE);
  await expect(settled(page)).toHaveCount(12, { timeout: 180_000 });
}

/** Keys of what is stored of pictures. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('fake-hr1-pictures');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const db = open.result;
          if (!db.objectStoreNames.contains('pictures')) return resolve([]);
          const keys = db.transaction('pictures').objectStore('pictures').getAllKeys();
          keys.onsuccess = () => {
            db.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );
const kept = async (page: Page) => (await stored(page)).filter((key) => key.startsWith('picture:')).length;

test('twelve files at once: a table with verdicts, duplicates and what failed', async ({ page, site }) => {
  test.slow();
  await twelve(page, site);
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '13');
  expect(await names(page)).toEqual(TWELVE.map(({ name }) => name));
  await expect(row(page, 'broken.jpg')).toContainText('This picture is damaged');
  await expect(row(page, 'broken.jpg').locator('[data-flag=damaged]')).toBeVisible();
  for (const name of ['hills-1.png', 'copy-of-1.png'])
    await expect(row(page, name).locator('[data-flag=same-file]')).toBeVisible();
  for (const name of ['hills-2.png', 'near-2.jpg'])
    await expect(row(page, name).locator('[data-flag=near-same]')).toBeVisible();
  for (const name of ['hills-3.png', 'hills-9.png'])
    await expect(row(page, name).locator('[data-flag=same-file],[data-flag=near-same]')).toHaveCount(0);
  await expect(row(page, 'hills-4.png').locator('.row-band')).toHaveText(BAND);
  await expect(page.locator('tr[data-row] img')).toHaveCount(11);
  await expect(page.getByTestId('run')).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Flags', exact: true }).selectOption('All duplicates');
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Sort by', exact: true }).selectOption('Duplicates together');
  expect(await names(page)).toEqual(['hills-1.png', 'copy-of-1.png', 'hills-2.png', 'near-2.jpg']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await names(page)).toEqual(TWELVE.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1)));
  await page.getByRole('searchbox', { name: 'Search name or note' }).fill('near');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search name or note' }).fill('nothing has this name');
  await expect(page.getByText('No picture passes the filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  // A table of the batch: a row each, the damaged one included.
  await page.getByTestId('report-all').locator('summary').click();
  const waiting = page.waitForEvent('download');
  await page.getByTestId('report-all').getByRole('button', { name: 'Table (CSV)' }).click();
  const csv = await readFile(await (await waiting).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(13);
});

test('pause, resume and cancel', async ({ page, site }) => {
  await quick(page, site);
  await choose(page, ...TWELVE.slice(0, 9));
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByTestId('run')).toContainText('of 9 examined, paused');
  const done = await settled(page).count();
  expect(done).toBeLessThan(9);
  // The model is idle: a picture that is asked for goes through although the rest waits.
  await expect(page.locator('tr[data-row]:is([data-phase=looking],[data-phase=thinking])')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => settled(page).count()).toBeGreaterThan(done);
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  const kept = await settled(page).count();
  await expect(page.locator('tr[data-phase=stopped]')).toHaveCount(9 - kept);
  if (9 - kept > 1) {
    await page.getByRole('button', { name: /^Examine the/ }).click();
    await expect(settled(page)).toHaveCount(9, { timeout: 180_000 });
  }
});

test('review by keys alone: open, check, note, next, previous, back', async ({ page, site }) => {
  await twelve(page, site);
  await row(page, 'hills-1.png').getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'hills-2.png').getByRole('button')).toBeFocused();
  await page.keyboard.press('c');
  await expect(row(page, 'hills-2.png').getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Enter');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review).toContainText('2 of 12');
  await expect(card(page, 'hills-2.png')).toBeVisible();
  await expect(review.getByTestId('kin')).toContainText('near-2.jpg');
  await page.keyboard.press('j');
  await expect(card(page, 'hills-3.png')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('cj k: typed, not commanded');
  await expect(card(page, 'hills-3.png')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('k');
  await expect(card(page, 'hills-2.png')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'hills-2.png').getByRole('button')).toBeFocused();
  await expect(row(page, 'hills-3.png').getByRole('checkbox')).toBeChecked();
  await expect(row(page, 'hills-3.png').locator('[data-flag=note]')).toBeVisible();
  await page.keyboard.press('End');
  await expect(row(page, 'broken.jpg').getByRole('button')).toBeFocused();
  await expect(row(page, 'broken.jpg')).toBeInViewport();

  // Removed under review: the one before comes up, since this was the last.
  await page.keyboard.press('Enter');
  await card(page, 'broken.jpg').getByRole('button', { name: 'Remove broken.jpg' }).click();
  await expect(card(page, 'near-2.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await expect(rows(page)).toHaveCount(11);
});

test('a reload keeps results and not pictures; the same file brings the picture back', async ({
  page,
  site,
}) => {
  await twelve(page, site);
  await row(page, 'hills-3.png').getByRole('checkbox').check();
  const band = await row(page, 'hills-3.png').locator('.row-band').textContent();
  await expect.poll(() => kept(page)).toBe(12);
  // The last change is written, too.
  await page.waitForTimeout(1_000);
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
  await drop(page, { name: 'renamed.png', content: png(3) });
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
  await page.waitForTimeout(1_000);
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
  await page.waitForTimeout(1_000);
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

test('a folder by the picker: nested pictures come with their paths, other files are counted', async ({
  page,
  site,
}, info) => {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const folder = info.outputPath('trip');
  await mkdir(`${folder}/day-2`, { recursive: true });
  for (const seed of [1, 2, 3, 4, 5, 6, 7])
    await writeFile(`${folder}/hills-${seed}.png`, hills(seed).content);
  await writeFile(`${folder}/day-2/hills-8.png`, png(8));
  await writeFile(`${folder}/list.txt`, 'milk');
  await quick(page, site);
  await page.getByTestId('folder').setInputFiles(folder);
  await expect(rows(page)).toHaveCount(8);
  await expect(row(page, 'hills-8.png')).toContainText('trip/day-2');
  await expect(page.getByTestId('told')).toContainText('1 file that is no picture by its name was left out.');
  await expect(settled(page)).toHaveCount(8, { timeout: 180_000 });
});

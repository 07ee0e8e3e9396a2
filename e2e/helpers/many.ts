/** Many pictures on the page: the table, the twelve files, and what the browser keeps of them. */
import type { Page } from '@playwright/test';
import { TWELVE } from '../../scripts/lib/many-pictures.mjs';
import { choose, expect, openReady, type Site, setMode } from './site';

/** So high that every row of twelve stands in the document. */
export const TALL = { width: 1280, height: 2400 };

export const rows = (page: Page) => page.locator('tr[data-row]');
export const row = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole('button', { name: `Open ${name}`, exact: true }) });
export const names = (page: Page) => page.locator('tr[data-row] .row-open').allTextContents();
export const settled = (page: Page) => page.locator('tr[data-row]:is([data-phase=done],[data-phase=failed])');

export async function quick(page: Page, site: Site, query?: string) {
  await openReady(page, site, query);
  await setMode(page, 'Answer at once');
}

/** All twelve examined. */
export async function twelve(page: Page, site: Site) {
  await quick(page, site);
  await choose(page, ...TWELVE);
  await expect(settled(page)).toHaveCount(12, { timeout: 180_000 });
}

/** Keys of what is stored of pictures. */
export const stored = (page: Page) =>
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
export const kept = async (page: Page) =>
  (await stored(page)).filter((key) => key.startsWith('picture:')).length;

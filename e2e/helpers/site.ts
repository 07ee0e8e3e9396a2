/** Playwright's test with a server of its own, and verbs for what a visitor does. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startServer } from '../../scripts/serve.mjs';

export interface Site {
  readonly url: string;
  /** Cuts every connection; the address answers no more. */
  stop(): Promise<void>;
}

export const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
  site: async ({}, use) => {
    const server = await startServer('dist');
    await use(server);
    await server.stop();
  },
});

export { expect };

export const BAND = /^(Likely AI-generated|Can’t tell|No AI traces found)$/;

/** Opens the page and waits until the model is ready. `query` like `device=wasm`. */
export async function openReady(page: Page, site: Site, query = 'device=wasm'): Promise<void> {
  await page.goto(`${site.url}?${query}`);
  // Trouble is said in an alert; waiting longer for a model that cannot start would only hide its reason.
  await expect(page.getByTestId('ready').or(page.getByRole('alert'))).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/** Chooses files as the picker does; several at once. */
export async function choose(page: Page, ...files: Upload[]): Promise<void> {
  await page
    .getByTestId('files')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content })),
    );
}

/** Drops files onto the page. */
export async function drop(page: Page, ...files: Upload[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, content }) => ({ name, base64: content.toString('base64') })),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

export const card = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });

/** Waits until the card is in a phase. */
export async function reaches(
  one: Locator,
  phase: 'thinking' | 'done' | 'failed' | 'stopped',
): Promise<void> {
  await expect(one).toHaveAttribute('data-phase', phase);
}

/** Chooses how the next pictures are asked about. */
export async function setMode(
  page: Page,
  mode: 'Let the model decide' | 'Answer at once' | 'Explain',
): Promise<void> {
  const fold = page.locator('.intake details');
  if ((await fold.count()) > 0 && !(await fold.evaluate((d: HTMLDetailsElement) => d.open)))
    await fold.locator('summary').click();
  await page.locator('.intake').getByRole('radio', { name: mode }).check();
}

/** Text the model wrote, from the details. */
export async function rawOutput(one: Locator): Promise<string> {
  const fold = one.locator('details.numbers');
  if (!(await fold.evaluate((d: HTMLDetailsElement) => d.open))) await fold.locator('summary').click();
  return (await one.getByTestId('raw-output').textContent()) ?? '';
}

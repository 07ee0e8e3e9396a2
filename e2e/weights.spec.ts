import { expect, openReady, type Site, test } from './helpers/site';

/** Changes one byte of one file of the model on its way. */
async function tamper(page: import('@playwright/test').Page, site: Site, file: string) {
  await page.route(`${site.url}models/**/${file}`, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
}

test('a model with one flipped bit is refused, and not kept', async ({ page, site }) => {
  await tamper(page, site, 'tokenizer.json');
  await page.goto(`${site.url}?device=wasm`);
  await expect(page.getByRole('alert')).toContainText('The model is not the one it should be');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('ready')).toBeVisible();
});

test('too little room is said in bytes, and can be tried again', async ({ page, site }) => {
  const client = await page.context().newCDPSession(page);
  const origin = new URL(site.url).origin;
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await page.goto(`${site.url}?device=wasm`);
  await expect(page.getByRole('alert')).toContainText('There is no room for the model');
  await expect(page.getByRole('alert')).toContainText(/It needs \d+\.\d MB/);
  await client.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('ready')).toBeVisible();
});

test('the download shows its bytes', async ({ page, site }) => {
  const shown: string[] = [];
  await page.exposeFunction('note', (text: string) => shown.push(text));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const label = document.querySelector('label[for=download-progress]')?.textContent;
      if (label) void (window as unknown as { note(text: string): void }).note(label);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await openReady(page, site);
  expect(shown.length).toBeGreaterThan(1);
  for (const text of shown) expect(text).toMatch(/^Model: [\d.]+ k?M?B of [\d.]+ MB/);
});

test('deleting leaves no byte, and the model can be fetched again', async ({ page, site }) => {
  await openReady(page, site);
  await page.getByText('Model and storage').click();
  await expect(page.locator('.model')).toContainText(/Stored here\s*[\d.]+ MB/);
  await page.getByRole('button', { name: 'Delete the model from this device' }).click();
  await expect(page.getByRole('alert')).toContainText('The model was deleted from this device');
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('fake-hr1-weights');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const count = open.result.transaction('weights').objectStore('weights').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(left).toBe(0);
  await page.getByRole('button', { name: 'Download the model' }).click();
  await expect(page.getByTestId('ready')).toBeVisible();
});

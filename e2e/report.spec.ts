import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { parseReport } from '../src/report/schema';
import { card, drop, expect, openReady, rawOutput, reaches, setMode, test } from './helpers/site';

const content = landscapePng(900, 600);
/** A file system would take this name, and a careless page would run it. */
const NAME = `<img src=x onerror=alert(1)>"'.png`;
const NOTE = '=1+1 <b>seen at the desk</b>';

/** Presses a button of a report fold; returns what was saved, and its path. */
async function save(page: Page, fold: Locator, form: string) {
  const waiting = page.waitForEvent('download');
  await fold.getByRole('button', { name: form }).click();
  const download = await waiting;
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  await expect(fold.getByRole('status')).toHaveText(`Saved as ${download.suggestedFilename()}`);
  return { path, text: await readFile(path, 'utf8') };
}

/** Runs the script on the page under test; resolves with its exit code and output. */
function reproduce(report: string, image: string) {
  return new Promise<{ code: number | string; out: string }>((resolve) => {
    const args = ['scripts/reproduce.mjs', report, image, '--dist', 'dist'];
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? 'killed') : 0, out: stdout + stderr }),
    );
  });
}

test('what a report says is what the card says, and another run comes to the same', async ({
  page,
  site,
  context,
}) => {
  // Three browsers start here, each with the model.
  test.slow();
  await openReady(page, site);
  await setMode(page, 'Explain');
  await drop(page, { name: NAME, content });
  const one = card(page, NAME);
  await reaches(one, 'done');
  const fold = one.getByTestId('report');
  await fold.locator('summary').click();
  await fold.getByLabel('Your note').fill(NOTE);
  const image = test.info().outputPath('image.png');
  await writeFile(image, content);

  const json = await save(page, fold, 'Data (JSON)');
  const parsed = parseReport(json.text);
  if (!parsed.ok) throw new Error(parsed.why);
  const [picture] = parsed.value.pictures;
  if (!picture?.verdict || !picture.final || !picture.instant) throw new Error('no verdict in the report');
  expect(picture.file).toEqual({
    name: NAME,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  expect(picture.note).toBe(NOTE);
  expect(picture.thumbnail).not.toBeNull();
  for (const line of picture.verdict.said) await expect(one.locator('.outcome')).toContainText(line);
  expect(await rawOutput(one)).toBe(picture.final.output);
  await expect(one.locator('.numbers')).toContainText(picture.final.logit.toFixed(3));
  const sentences = await one.locator('.sentence').allTextContents();
  expect(picture.reasoning.sentences.map(({ text }) => text)).toEqual(sentences);

  const html = await save(page, fold, 'Page to print (HTML)');
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', () => asked.push('a dialogue: something ran'));
  await reader.goto(`file://${html.path}`);
  await expect(reader.getByRole('heading', { name: NAME, exact: true })).toBeVisible();
  for (const line of picture.verdict.said) await expect(reader.locator('.outcome')).toContainText(line);
  for (const text of [NOTE, String(picture.file.sha256), String(picture.madeWith?.model.weightsSha256)])
    await expect(reader.locator('article')).toContainText(text);
  await expect(reader.locator('svg.map text')).toHaveCount(picture.final.crops.length);
  await expect(reader.locator('script, img, b, link, iframe')).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);

  await fold.getByRole('checkbox', { name: 'Without pixels' }).check();
  expect((await save(page, fold, 'Page to print (HTML)')).text).not.toContain('data:image');

  const same = await reproduce(json.path, image);
  expect(same.out).toContain('\n0 differences beyond tolerance\n');
  expect(same.code).toBe(0);

  // A number that was tampered with is found.
  const forged = test.info().outputPath('forged.json');
  picture.final.detectorLogit += 0.5;
  await writeFile(forged, JSON.stringify(parsed.value));
  const other = await reproduce(forged, image);
  expect(other.out).toContain('1 difference beyond tolerance: final detectorLogit');
  expect(other.code).toBe(1);
});

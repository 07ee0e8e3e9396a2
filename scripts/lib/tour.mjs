/**
 * A tour through every state of the page, with the real model. One list for the accessibility check, its test and the
 * screenshots, so that none of them forgets a state.
 *
 * What passes too quickly to be looked at is held: files of the model at the network, messages of the detector where it
 * hands them to the page. Bands and the self-test are chosen by the thresholds of the manifest served, so that whatever
 * the weights of the day say, every band is seen.
 */
import { animatedGif, declaredPng, heicHeader, hugePng } from './hostile-files.mjs';
import { TWELVE } from './many-pictures.mjs';
import { blankPng, corruptJpeg, landscapePng } from './pictures.mjs';

/** A slow machine decodes a hundred tokens in this time, ms. */
const PATIENCE = 180_000;
/** Beyond every logit there is. */
const FAR = 1000;

export const VIEWS = [
  { name: 'desktop', width: 1280, height: 860 },
  { name: 'phone', width: 390, height: 844 },
];
/** @type {readonly ('light' | 'dark')[]} */
export const SCHEMES = ['light', 'dark'];

/**
 * Runs in the page before its scripts: the detector's messages wait while `window.__hold` names what must not come
 * through. 'looking': the first verdict. 'thinking': reasoning behind the first full stop. 'trying': any verdict.
 */
function holdDetector() {
  window.__hold = null;
  const waiting = [];
  let sentences = '';
  const holds = (data) => {
    const item = data?.value?.value;
    if (window.__hold === 'looking') return item?.kind === 'verdict';
    if (window.__hold === 'trying') return item?.kind === 'final';
    if (window.__hold !== 'thinking') return false;
    if (item?.kind === 'reasoning') sentences += item.text;
    return item?.kind === 'final' || /[.!?]\s+\S+ \S+/.test(sentences);
  };
  window.__letGo = () => {
    window.__hold = null;
    sentences = '';
    for (const pass of waiting.splice(0)) pass();
  };
  const { addEventListener } = Worker.prototype;
  Worker.prototype.addEventListener = function (type, listener, options) {
    if (type !== 'message') return addEventListener.call(this, type, listener, options);
    const hear = (event) =>
      typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
    const held = (event) => (holds(event.data) ? waiting.push(() => hear(event)) : hear(event));
    return addEventListener.call(this, type, held, options);
  };
}

class Visit {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  /** Serves the manifest with changes. */
  async manifest(change) {
    await this.page.route('**/models/*/manifest.json', async (route) => {
      const response = await route.fetch();
      const manifest = await response.json();
      change(manifest);
      await route.fulfill({ response, json: manifest });
    });
  }
  bands(likelyAi, noTraces) {
    return this.manifest(({ verdict }) =>
      Object.assign(verdict, { likelyAi, likelyAiOutside: likelyAi, noTraces }),
    );
  }
  async open(query = '') {
    await this.page.goto(`${this.url}?device=wasm${query}`);
  }
  async ready() {
    await this.page.getByTestId('ready').waitFor();
    // Asked at every turn and in the way of none.
    const later = this.page.getByRole('button', { name: 'Not now' });
    if (await later.count()) await later.click();
    await this.mode('answer');
  }
  async mode(mode) {
    const fold = this.page.locator('.intake details');
    if ((await fold.count()) > 0 && !(await fold.evaluate((d) => d.open)))
      await fold.locator('summary').click();
    await this.page.locator(`.intake input[value=${mode}]`).check();
    if ((await fold.count()) > 0) await fold.locator('summary').click();
  }
  give(...files) {
    return this.page
      .getByTestId('files')
      .setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })));
  }
  card(name) {
    return this.page.getByRole('article', { name, exact: true });
  }
  reaches(name, phase) {
    return this.card(name)
      .and(this.page.locator(`[data-phase=${phase}]`))
      .waitFor();
  }
  hold(what) {
    return this.page.evaluate((name) => {
      window.__hold = name;
    }, what);
  }
  letGo() {
    return this.page.evaluate(() => window.__letGo());
  }
  async drop(name, content) {
    await this.give([name, content]);
    await this.reaches(name, 'done');
  }
  async refuse(name, content) {
    await this.give([name, content]);
    await this.reaches(name, 'failed');
  }
  async removeAll() {
    const all = this.page.getByRole('button', { name: 'Remove all' });
    if (await all.count()) await all.click();
    else await this.page.locator('[data-remove]').first().click();
    await this.page.getByRole('article').first().waitFor({ state: 'detached' });
  }
  /** Opens a fold of the only card by a selector. */
  async unfold(selector) {
    const fold = this.page.locator(selector).first();
    if (!(await fold.evaluate((d) => d.open))) await fold.locator('summary').click();
    await fold.scrollIntoViewIfNeeded();
  }
  press(name) {
    return this.page.getByRole('button', { name }).first().click();
  }
}

const HILLS = 'evening-hills.png';
let hills;
const hillsPng = () => {
  hills ??= landscapePng(1200, 866, 11);
  return hills;
};

/** Every visit yields the names of the states it is in. */
const VISITS = {
  async *downloading(v) {
    // The files that come first are shown as progress; the largest never comes.
    await v.page.route('**/*.onnx_data*', () => undefined);
    await v.page.route('**/vision_encoder*', () => undefined);
    await v.open();
    await v.page.locator('#download-progress').waitFor();
    yield 'first-visit-downloading';
    await v.press('Not now');
    await v.give([HILLS, hillsPng()]);
    await v.reaches(HILLS, 'queued');
    yield 'waiting-for-the-model';
  },

  async *downloadFailed(v) {
    await v.page.route('**/onnx/**', (route) => route.abort());
    await v.open();
    await v.page.getByRole('alert').waitFor();
    yield 'download-failed';
  },

  async *selfTestFailed(v) {
    await v.manifest(({ selfTest }) => {
      for (const values of Object.values(selfTest.expected)) values.verdictLogit += FAR;
    });
    await v.open();
    await v.page.getByRole('alert').waitFor();
    yield 'self-test-failed';
  },

  async *everyday(v) {
    await v.open();
    await v.page.getByTestId('ready').waitFor();
    yield 'empty';
    await v.press('Start the guide');
    for (let step = 1; ; step++) {
      await v.page.getByText(`Step ${step} of`).waitFor();
      yield `guide-${step}`;
      const next = v.page.getByTestId('guide').getByRole('button', { name: 'Next', exact: true });
      if (!(await next.count())) break;
      await next.click();
    }
    await v.press('Done');
    await v.mode('answer');

    await v.hold('looking');
    await v.give([HILLS, hillsPng()]);
    await v.reaches(HILLS, 'looking');
    yield 'looking';
    await v.letGo();
    await v.reaches(HILLS, 'done');
    yield 'verdict';
    await v.hold('thinking');
    await v.press('Explain');
    await v.reaches(HILLS, 'thinking');
    await v.page.locator('.sentence').first().waitFor();
    yield 'thinking';
    await v.letGo();
    await v.reaches(HILLS, 'done');
    const link = v.page.locator('.sentence-link').first();
    if (await link.count()) await link.focus();
    yield 'reasoned';
    await v.press('Heat map');
    await v.page.getByTestId('heat').waitFor();
    yield 'heat-map';
    await v.press('Heat map');
    await v.press('Magnifier');
    await v.page.getByTestId('lens').waitFor();
    yield 'magnifier';
    await v.page.keyboard.press('Escape');
    await v.unfold('details.ask-again');
    yield 'ask-again';
    await v.unfold('details.ask-again');
    await v.unfold('[data-testid=file-received]');
    yield 'file-details';
    await v.unfold('details.numbers');
    yield 'numbers';
    await v.unfold('[data-testid=report]');
    await v.page.locator('.report textarea').fill('Sent in by mail; asked for the original.');
    await v.press('Data (JSON)');
    await v.page.getByText('Saved as').waitFor();
    yield 'report';
    await v.unfold('.model details');
    yield 'model-panel';
    await v.unfold('.model details');
    await v.removeAll();

    const refused = [
      ['damaged', 'broken.jpg', corruptJpeg()],
      ['not-a-picture', 'shopping-list.jpg', Buffer.from('milk\nbread\n')],
      ['heic', 'IMG_0001.HEIC', heicHeader()],
      ['too-large', 'poster.png', hugePng()],
      ['too-small', 'dot.png', blankPng(1, 1)],
    ];
    for (const [state, name, content] of refused) {
      await v.refuse(name, content);
      yield `error-${state}`;
      await v.removeAll();
    }
    await v.drop('blank.png', blankPng(640, 480, 200));
    yield 'abstained-blank';
    await v.removeAll();
    await v.drop('loop.gif', animatedGif());
    yield 'animated';
    await v.removeAll();
    await v.drop('lighthouse.png', declaredPng());
    await v.page.getByTestId('declared').waitFor();
    yield 'declared-origin';
    await v.removeAll();

    await v.give(['one.png', landscapePng(400, 300, 2)], ['two.png', landscapePng(320, 400, 3)]);
    await v.reaches('one.png', 'done');
    await v.reaches('two.png', 'done');
    yield 'several';
    await v.removeAll();
    await v.hold('thinking');
    await v.mode('explain');
    await v.give([HILLS, hillsPng()]);
    await v.reaches(HILLS, 'thinking');
    await v.press('Stop');
    await v.reaches(HILLS, 'stopped');
    await v.letGo();
    yield 'stopped';
    await v.unfold('.model details');
    await v.press('Delete the model');
    await v.page.getByRole('alert').waitFor();
    yield 'model-deleted';
  },

  async *many(v) {
    await v.open();
    await v.ready();
    await v.hold('looking');
    const long = 'DSC_0417 crowd at the harbour wall, evening, sent in by a reader (2).png';
    await v.give([long, declaredPng()], ...TWELVE.map(({ name, content }) => [name, content]));
    await v.press('Pause');
    yield 'many-paused';
    await v.letGo();
    await v.press('Resume');
    await v.page.getByTestId('run').waitFor({ state: 'detached' });
    // In the document; a narrow row may have no room for it.
    await v.page.locator('[data-flag=near-same]').first().waitFor({ state: 'attached' });
    yield 'many-table';
    await v.unfold('.filters');
    await v.page.getByRole('searchbox').fill('nothing has this name');
    await v.page.getByText('No picture passes the filters.').waitFor();
    yield 'many-none-shown';
    await v.page.getByRole('searchbox').fill('');
    await v.unfold('[data-testid=report-all]');
    yield 'many-folds';
    await v.press('Open hills-2.png');
    await v.page.getByRole('region', { name: 'Review' }).waitFor();
    yield 'many-review';
    await v.press('Back to the table');
    await v.press(`Open ${long}`);
    await v.page.getByTestId('declared').waitFor();
    yield 'many-review-long-name';
  },

  async *likely(v) {
    await v.bands(-FAR, -FAR);
    await v.open();
    await v.ready();
    await v.drop(HILLS, hillsPng());
    yield 'band-likely-ai';
  },

  async *unsure(v) {
    await v.bands(FAR, -FAR);
    await v.open();
    await v.ready();
    await v.drop(HILLS, hillsPng());
    yield 'band-cant-tell';
    // A version behind: the next start offers the one the server has.
    await v.page.unroute('**/models/*/manifest.json');
    await v.manifest((manifest) => {
      manifest.version = `${manifest.version}.1`;
    });
    await v.open();
    await v.page.getByRole('button', { name: 'Update' }).waitFor();
    yield 'update-offered';
  },

  async *none(v) {
    await v.bands(FAR, FAR);
    await v.open();
    await v.ready();
    await v.drop(HILLS, hillsPng());
    yield 'band-no-traces';
    await v.hold('trying');
    await v.press('Try it four ways');
    await v.page.getByRole('button', { name: 'Stop trying' }).waitFor();
    yield 'trying';
    await v.letGo();
    await v.page.getByRole('button', { name: /^(Stop trying|Try the rest)$/ }).waitFor({ state: 'detached' });
    yield 'tried';
    v.scores = await v.page
      .locator('[data-testid^=trial-] .trial-score')
      .evaluateAll((all) => all.map((one) => Number(one.textContent)));
  },

  async *flips(v, earlier) {
    // Between the lowest and the highest of the answers just seen, so that some accuse and some do not.
    const { scores } = earlier.none;
    const cut = (Math.min(...scores) + Math.max(...scores)) / 2;
    const logit = Math.log(cut / (1 - cut));
    await v.bands(logit, logit);
    await v.open();
    await v.ready();
    await v.drop(HILLS, hillsPng());
    await v.press('Try it four ways');
    await v.page.getByText('The answer flips').first().waitFor();
    await v.page.getByRole('button', { name: /^(Stop trying|Try the rest)$/ }).waitFor({ state: 'detached' });
    yield 'answer-flips';
  },
};

/**
 * Changes the page over to another of its languages, by its own chooser, which a dialog may cover.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function speak(page, language) {
  await page.locator('#language').evaluate((select, value) => {
    if (select.value === value) return;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
  // The words of a component come with its next rendering.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/**
 * Walks through all visits in one view and stops at every state: `at(state, page)`. `only`: names of visits.
 *
 * @param {import('@playwright/test').Browser} browser
 */
export async function walk(browser, url, view, at, { only = Object.keys(VISITS), ...options } = {}) {
  const done = {};
  for (const name of only) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      hasTouch: view.name === 'phone',
      reducedMotion: 'reduce',
      // The service worker would answer before the routes do.
      serviceWorkers: 'block',
      ...options,
    });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.addInitScript(holdDetector);
      const visit = new Visit(page, url);
      done[name] = visit;
      for await (const state of VISITS[name](visit, done)) await at(state, page);
    } finally {
      await context.close();
    }
  }
}

/** Names of the visits, for those who want only some. */
export const VISIT_NAMES = Object.keys(VISITS);

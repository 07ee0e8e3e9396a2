// @vitest-environment happy-dom
/** Visits the page's states in the pseudo-language: every word shown or read out comes from the catalogue. */
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/contract';
import { buildPicture } from '../../src/report/build';
import { reportHtml } from '../../src/report/html';
import type { Reporter } from '../../src/report/reporter';
import type { Queue } from '../../src/state/queue';
import { CardSlot } from '../../src/ui/card-view';
import { Footer } from '../../src/ui/footer';
import { Header } from '../../src/ui/header';
import { Intake } from '../../src/ui/intake-view';
import { ModelPanel, ModelTrouble } from '../../src/ui/model-panel';
import { AllReports } from '../../src/ui/report-view';
import { speak } from '../../src/words';
import { en } from '../../src/words/en';
import { hash } from '../report/fixture';
import { plainLetters, speakPseudo } from './pseudo';
import { CARDS, MODELS, NAME } from './states';

const reporter = { reportable: (cards: readonly unknown[]) => cards } as unknown as Reporter;
const queue = {} as Queue;
const nothing = () => undefined;
/** Names and codes that stand inside of sentences. */
const KNOWN = [NAME, ...ERROR_CODES, 'fp32'];

let root: HTMLElement;
beforeAll(() => {
  // As browsers have it, and this document has not.
  Object.defineProperty(HTMLElement.prototype, 'translate', {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('translate') !== 'no';
    },
    set(this: HTMLElement, value: boolean) {
      this.setAttribute('translate', value ? 'yes' : 'no');
    },
  });
});
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  speakPseudo();
});
afterEach(() => {
  render(null, root);
  root.remove();
});
afterAll(() => speak('en', en));

/** Renders, presses every button that only shows more, and returns what is not of the catalogue. */
async function complaints(node: ComponentChild): Promise<string[]> {
  await act(() => render(node, root));
  for (const image of root.querySelectorAll('img'))
    await act(() => void image.dispatchEvent(new Event('load')));
  const found = plainLetters(root, KNOWN);
  for (const button of root.querySelectorAll<HTMLElement>('.picture-tools button, button.inline'))
    await act(() => button.click());
  return [...found, ...plainLetters(root, KNOWN)];
}

it('finds a hard-coded text, label and title, and passes what is marked', async () => {
  const node = h(
    'div',
    { title: 'Tip' },
    'Hard',
    h('b', { 'aria-label': 'Coded' }),
    h('i', { translate: false }, 'model'),
  );
  await act(() => render(node, root));
  expect(plainLetters(root)).toEqual(['div.[title]: Tip', 'div.: Hard', 'b.[aria-label]: Coded']);
});

describe.each(CARDS)('a card: %s', (_name, card) => {
  it('has no words of its own', async () => {
    const props = { card, waitsForModel: card.phase === 'queued', queue, reporter };
    expect(await complaints(h(CardSlot, props as Parameters<typeof CardSlot>[0]))).toEqual([]);
  });
});

describe.each(MODELS)('the model: %s', (_name, model) => {
  it('has no words of its own', async () => {
    const node = h('div', null, [
      h(Header, { model }),
      h(ModelTrouble, { model, onRetry: nothing }),
      h(ModelPanel, { model, onUpdate: nothing, onRemove: nothing }),
    ]);
    expect(await complaints(node)).toEqual([]);
  });
});

it('the rest of the page has no words of its own', async () => {
  const request = { question: 'Is it?', mode: 'auto' } as const;
  const cards = CARDS.map(([, card]) => card);
  for (const compact of [true, false])
    expect(
      await complaints(
        h('div', null, [
          h(Intake, { compact, request, onRequest: nothing, onAdd: nothing }),
          h(AllReports, { cards, reporter }),
          h(Footer, {}),
        ]),
      ),
    ).toEqual([]);
});

describe.each(CARDS)('the report on a card: %s', (_name, card) => {
  it('has no words of its own', () => {
    const picture = buildPicture(card, { sha256: hash, weightsSha256: hash, thumbnail: null });
    const html = reportHtml({
      schema: 'fake-hr1-report',
      version: 1,
      createdAt: '2026-11-26T12:00:01.000Z',
      build: '0',
      pictures: [picture, picture],
    });
    const document = new DOMParser().parseFromString(html, 'text/html');
    expect(plainLetters(document.body, KNOWN)).toEqual([]);
  });
});

// @vitest-environment happy-dom
/** Visits the page's states in the pseudo-language: every word shown or read out comes from the catalogue. */
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/contract';
import { buildPicture } from '../../src/report/build';
import { reportHtml } from '../../src/report/html';
import type { Reporter } from '../../src/report/reporter';
import type { Keeper } from '../../src/shelf/keeper';
import type { Card } from '../../src/state/card';
import type { Queue } from '../../src/state/queue';
import { Announcer } from '../../src/ui/announcer';
import { CardSlot } from '../../src/ui/card-view';
import { Footer } from '../../src/ui/footer';
import { Header } from '../../src/ui/header';
import { Guide, Invitation } from '../../src/ui/help-view';
import { Intake } from '../../src/ui/intake-view';
import { KeepingNotice, Kept } from '../../src/ui/kept-view';
import { ModelPanel, ModelTrouble } from '../../src/ui/model-panel';
import { AllReports } from '../../src/ui/report-view';
import { Results } from '../../src/ui/results-view';
import { speak } from '../../src/words';
import { en } from '../../src/words/en';
import { hash } from '../report/fixture';
import { plainLetters, speakPseudo } from './pseudo';
import { CARDS, MODELS, NAME } from './states';

/** A store that never changes. */
function readable<T>(value: T) {
  return { snapshot: () => value, subscribe: () => nothing };
}

const reporter = { reportable: (cards: readonly unknown[]) => cards } as unknown as Reporter;
const queue = {
  paused: readable(false),
  file: () => new Blob(),
} as unknown as Queue;
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
      h(Header, { model, onHelp: nothing }),
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
          h(Intake, { compact, request, onRequest: nothing, onAdd: nothing, onFolder: nothing }),
          h(AllReports, { cards, reporter }),
          h(Footer, {}),
        ]),
      ),
    ).toEqual([]);
});

describe('many pictures', () => {
  const many = CARDS.map(([, card], index) => ({ ...card, id: `many-${index}` }));
  const results = (cards: readonly Card[]) =>
    h(Results, { cards, modelReady: true, queue, reporter, onClear: nothing });

  it('in a table', async () => {
    expect(await complaints(results(many))).toEqual([]);
    expect(root.querySelectorAll('tbody tr, [role=row]').length).toBeGreaterThan(1);
  });

  it('under review', async () => {
    await act(() => render(results(many), root));
    const name = [...root.querySelectorAll<HTMLElement>('table button')].find((button) =>
      button.textContent?.includes(NAME),
    );
    await act(() => name?.click());
    expect(root.querySelector('article')).not.toBeNull();
    expect(plainLetters(root, KNOWN)).toEqual([]);
  });

  it('of which some were left out', async () => {
    const stopped = many.slice(0, 3).map((card): Card => ({ ...card, phase: 'stopped' }));
    expect(await complaints(results(stopped))).toEqual([]);
  });

  it.each(['keeping', 'private', 'refused', 'full'] as const)('of which results are: %s', async (mode) => {
    const keeper = { ...readable({ mode, restored: 2, unreadable: 1 }) } as unknown as Keeper;
    expect(await complaints(h('div', null, [h(KeepingNotice, { keeper }), h(Kept, { keeper })]))).toEqual([]);
  });
});

describe('the guide', () => {
  it.each([
    ['with the numbers of the model card', { realLikely: 0.01, aiLikely: 0.4, aiNoTraces: 0.2, images: 500 }],
    ['with those of the manifest', { realLikely: 0.004, aiLikely: null, aiNoTraces: null, images: 500 }],
    ['without any', { realLikely: null, aiLikely: null, aiNoTraces: null, images: null }],
  ])('has no words of its own, %s', async (_name, numbers) => {
    for (const at of [0, 1, 2, 3, 4]) {
      expect(await complaints(h(Guide, { at, numbers, onStep: nothing, onClose: nothing }))).toEqual([]);
      expect(root.textContent).not.toBe('');
    }
    expect(await complaints(h(Invitation, { onStart: nothing, onLater: nothing }))).toEqual([]);
  });
});

it('what screen readers hear has no words of its own', async () => {
  const [[, model] = []] = MODELS;
  if (!model) throw new Error('no model to speak of');
  const waiting = { ...CARDS[0]?.[1], id: 'said' } as Card;
  for (const [, card] of CARDS) {
    render(null, root);
    await act(() => render(h(Announcer, { cards: [waiting], model }), root));
    expect(await complaints(h(Announcer, { cards: [{ ...card, id: 'said' }], model }))).toEqual([]);
  }
  for (const [, later] of MODELS)
    expect(await complaints(h(Announcer, { cards: [], model: later }))).toEqual([]);
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

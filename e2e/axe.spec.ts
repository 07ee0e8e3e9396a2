import type { Page } from '@playwright/test';
import { violationsIn } from '../scripts/lib/axe.mjs';
import { VIEWS, VISIT_NAMES, walk } from '../scripts/lib/tour.mjs';
import { expect, test } from './helpers/site';

/** Smallest control, CSS px (WCAG 2.5.5, stricter than the 24 of AA). */
const TARGET = 44;

/** Every control that is shown and smaller than a finger; a control inside a label is as large as that. */
function tooSmall(least: number): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, summary, select, textarea, input:not([hidden]), a[href], [role=application]',
  );
  const open = document.querySelector('dialog[open]');
  return [...controls]
    .filter((one) => (open ? open.contains(one) : true) && !one.matches('.skip'))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ one, box }) => `${one.outerHTML.slice(0, 90)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`);
}

/** What sticks out of a page that is `width` px wide. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [
    `${scrollWidth} of ${clientWidth}`,
    ...[...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 4)
      .map((one) => one.outerHTML.slice(0, 90)),
  ];
}

for (const view of VIEWS)
  for (const visit of VISIT_NAMES.filter((name) => name !== 'flips'))
    test(`every state by axe, ${view.name}: ${visit}`, async ({ browser, site }) => {
      test.setTimeout(900_000);
      const states: string[] = [];
      await walk(
        browser,
        site.url,
        view,
        async (state: string, page: Page) => {
          states.push(state);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            expect.soft(await violationsIn(page), `${state}, ${colorScheme}`).toEqual([]);
          }
          if (view.name === 'phone') expect.soft(await page.evaluate(tooSmall, TARGET), state).toEqual([]);
          // 320 px is a phone of the smallest kind, and a window of 1280 px at 400 %; 640 is 200 %.
          for (const width of view.name === 'phone' ? [320] : [640]) {
            await page.setViewportSize({ width, height: view.height });
            expect.soft(await page.evaluate(sideways), `${state} at ${width} px`).toEqual([]);
          }
          await page.setViewportSize({ width: view.width, height: view.height });
        },
        { only: visit === 'none' ? ['none', 'flips'] : [visit] },
      );
      expect(states.length).toBeGreaterThan(0);
    });

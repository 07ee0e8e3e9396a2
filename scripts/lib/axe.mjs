/** axe-core in a page: every rule of WCAG 2.2 A and AA, and its best practices. */
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

export const AXE_VERSION = axe.version;

/**
 * Checks the page as it is now. Evaluated from outside, so the page's policy needs no exception.
 *
 * @returns {Promise<{id: string, impact: string, help: string, targets: string[]}[]>} violations
 */
export async function violationsIn(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (tags) =>
      window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    TAGS,
  );
  return found.violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    targets: nodes.map(
      ({ target, failureSummary }) =>
        `${target.join(' ')}: ${failureSummary?.split('\n').slice(1, 2).join(' ').trim()}`,
    ),
  }));
}

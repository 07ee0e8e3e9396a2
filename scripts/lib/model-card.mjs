/**
 * The headline numbers of docs/model-card.md, read at build time so that the guide in the page quotes what the card
 * says, and nobody has to copy it. The row "as found" of the shared test is meant.
 */
import { readFileSync } from 'node:fs';

/** "41.8 %" as 0.418; throws on anything else. */
function share(cell) {
  const percent = /^\**(\d+(?:\.\d+)?) %/.exec(cell.trim());
  if (!percent) throw new Error(`docs/model-card.md: no share in "${cell}"`);
  return Number((Number(percent[1]) / 100).toFixed(6));
}

/** `{version, images, realLikely, aiLikely, aiNoTraces}` of a card; throws where it has lost them. */
export function numbersOf(card) {
  const version = /^# Model card: Fake-HR1 nano (\d+\.\d+)/m.exec(card)?.[1];
  const images = /Shared test split, read once with the final bundle \([^\n]*?, ([\d,]+) images/.exec(
    card,
  )?.[1];
  const head = /^\| condition \|(.*)\|$/m
    .exec(card)?.[1]
    .split('|')
    .map((cell) => cell.trim());
  const row = /^\| as found \|(.*)\|$/m.exec(card)?.[1].split('|');
  if (!version || !images || !head || !row)
    throw new Error('docs/model-card.md: no row "as found" of the shared test');
  const column = (name) => {
    const at = head.indexOf(name);
    if (at < 0) throw new Error(`docs/model-card.md: no column "${name}"`);
    return share(row[at]);
  };
  return {
    version,
    images: Number(images.replaceAll(',', '')),
    realLikely: column('real called "Likely AI"'),
    aiLikely: column('AI called "Likely AI"'),
    aiNoTraces: column('AI called "No traces"'),
  };
}

export const modelCardNumbers = (path) => numbersOf(readFileSync(path, 'utf8'));

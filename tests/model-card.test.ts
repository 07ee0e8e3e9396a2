import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelCardNumbers, numbersOf } from '../scripts/lib/model-card.mjs';
import { ROOT } from './imports';

const CARD = `# Model card: Fake-HR1 nano 0.7

Shared test split, read once with the final bundle (\`x\`, 1,234 images, 9 of them large):

| condition | pooled AUC | real called "Likely AI" | AI called "Likely AI" | AI called "No traces" |
|---|---|---|---|---|
| as found | 0.9 | 1.5 % | **62.1 %** | 8 % |
| JPEG 70 | 0.8 | 9.9 % | 9.9 % | 9.9 % |
`;

describe('the numbers of the model card', () => {
  it('are read by the names of their columns', () => {
    expect(numbersOf(CARD)).toEqual({
      version: '0.7',
      images: 1234,
      realLikely: 0.015,
      aiLikely: 0.621,
      aiNoTraces: 0.08,
    });
  });

  it.each([
    ['row', CARD.replace('| as found', '| once found')],
    ['column', CARD.replace('AI called "No traces"', 'else')],
    ['share', CARD.replace('1.5 %', 'few')],
  ])('are refused without their %s', (_what, card) => {
    expect(() => numbersOf(card)).toThrow('docs/model-card.md');
  });

  it('stand in the card of this repository, so that the guide can quote them', () => {
    const { version, ...shares } = modelCardNumbers(join(ROOT, 'docs/model-card.md'));
    expect(version).toMatch(/^\d+\.\d+$/);
    expect(shares.images).toBeGreaterThan(100);
    for (const share of [shares.realLikely, shares.aiLikely, shares.aiNoTraces]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type AbstainReason, appError, type Band, VARIANTS, type VerdictData } from '../contract';
import { type Card, newCard } from '../state/card';
import { linedUp, type Trial } from '../state/trials';
import { answerWords, canTry, steadinessWords, trialRows, VARIANT_WORDS } from './trial-words';

const verdict = (band: Band, abstained: AbstainReason | null = null, x = 0): VerdictData => ({
  band,
  abstained,
  kind: null,
  pFake: 0.5,
  logit: 0,
  languageLogit: 0,
  detectorLogit: 0,
  realShare: 0.3,
  crops: [{ region: { x, y: 0, width: 224, height: 224 }, logit: 0 }],
  output: '',
});
const request = { question: 'Is it real?', mode: 'auto' } as const;
const card = (own: Band, trials: Card['trials'], more: Partial<Card> = {}): Card => ({
  ...newCard({ id: 'card-1', name: 'a', bytes: 1, url: 'blob:1', request }),
  phase: 'done',
  verdict: verdict(own),
  instant: verdict(own),
  trials,
  ...more,
});
const saying = (...bands: Band[]): Trial[] =>
  VARIANTS.map((variant, i) => ({
    variant,
    phase: 'done',
    verdict: verdict(bands[i] ?? 'cant-tell', null, 99),
  }));
const told = (one: Card) => steadinessWords(one).join(' ');

describe('what the answers come to', () => {
  it('says when all agree', () => {
    const all = saying('no-traces', 'no-traces', 'no-traces', 'no-traces');
    expect(told(card('no-traces', all))).toBe('The answer was the same in every form that could be judged.');
  });
  it('says when they move, and between what', () => {
    expect(told(card('no-traces', saying('no-traces')))).toMatch(
      /moves between “Can’t tell” and “No AI traces found”.*in no form/,
    );
  });
  it('says that they flip, also while others are still to come', () => {
    const flip = saying('likely-ai', 'no-traces');
    expect(told(card('likely-ai', flip))).toMatch(/^The answer flips: “Likely AI-generated” in some/);
    const underway: Trial[] = [...flip.slice(0, 3), { variant: 'mirrored', phase: 'running' }];
    expect(told(card('likely-ai', underway))).toMatch(/flips.*Trying 4 of 4: mirrored\./);
  });
  it('claims nothing where nothing was judged', () => {
    const error = appError('OUT_OF_MEMORY', '');
    const none = VARIANTS.map((variant): Trial => ({ variant, phase: 'failed', error }));
    expect(told(card('no-traces', none))).toBe(
      '4 of 4 tries have no answer. None of the changed pictures could be judged.',
    );
  });
  it('says why small pictures cannot be tried in every way', () => {
    const small: Trial[] = [
      { variant: 'half-size', phase: 'done', verdict: verdict('cant-tell', 'too-small') },
      { variant: 'jpeg-70', phase: 'done', verdict: verdict('no-traces') },
      { variant: 'other-crops', phase: 'done', verdict: verdict('no-traces') },
      { variant: 'mirrored', phase: 'done', verdict: verdict('no-traces') },
    ];
    expect(told(card('no-traces', small))).toMatch(/the same in every form.*too small.*no room for other/);
  });
  it('never calls a picture real or fake', () => {
    for (const own of ['likely-ai', 'cant-tell', 'no-traces'] as const)
      expect(told(card(own, saying('likely-ai', 'no-traces')))).not.toMatch(/\b(real|fake|genuine)\b/i);
  });
});

describe('the lines', () => {
  it('are the picture as it is and one for each way', () => {
    const rows = trialRows(card('no-traces', linedUp(null)));
    expect(rows.map(({ name }) => name)).toEqual([
      'As it is',
      ...VARIANTS.map((variant) => VARIANT_WORDS[variant]),
    ]);
    expect(rows.map((row) => row.verdict?.band ?? row.state)).toEqual([
      'no-traces',
      ...VARIANTS.map(() => 'Waiting'),
    ]);
  });
  it('show what was answered, though the card has set it aside', () => {
    const aside = card('likely-ai', saying('no-traces'), { verdict: verdict('cant-tell', 'unstable') });
    expect(trialRows(aside)[0]?.verdict?.band).toBe('likely-ai');
    expect(answerWords(verdict('cant-tell', 'too-small'))).toBe('Can’t tell: too small');
  });
});

it('is offered where there is an answer to try, and nowhere else', () => {
  expect(canTry(card('no-traces', null))).toBe(true);
  expect(canTry(card('no-traces', null, { phase: 'thinking' }))).toBe(false);
  expect(canTry(card('no-traces', null, { instant: verdict('cant-tell', 'blank') }))).toBe(false);
  expect(canTry(card('no-traces', null, { instant: null }))).toBe(false);
});

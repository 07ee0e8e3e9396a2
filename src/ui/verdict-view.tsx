/** The band in words, what it is worth, and where it lies among the three. */
import { BANDS } from '../contract';
import type { Card } from '../state/card';
import { effort } from './card-view';
import { Unbroken } from './unbroken';
import { ABSTAIN_WORDS, BAND_WORDS, caveatOf, KIND_WORDS, realShareLine } from './words';

/** From no traces to likely AI, as on a scale. */
const SCALE = [...BANDS].reverse();

export function Verdict({ card }: { readonly card: Card }) {
  const { verdict } = card;
  if (!verdict) return null;
  const { band, abstained, kind } = verdict;
  return (
    <>
      <div class="scale" aria-hidden="true">
        {SCALE.map((step) => (
          <span key={step} class={step === band ? 'scale-step scale-here' : 'scale-step'} />
        ))}
      </div>
      <h2 class="verdict-band" data-band={band}>
        <Unbroken>{BAND_WORDS[band]}</Unbroken>
      </h2>
      {abstained ? (
        <p class="verdict-why">{ABSTAIN_WORDS[abstained]}</p>
      ) : (
        <>
          <p class="verdict-share">{realShareLine(verdict.realShare)}</p>
          <p class="verdict-why">{caveatOf(band, verdict.realShare)}</p>
        </>
      )}
      {kind && kind !== 'photo' && <p class="verdict-why">{KIND_WORDS[kind]}</p>}
      <p class="effort">{effort(card)}</p>
    </>
  );
}

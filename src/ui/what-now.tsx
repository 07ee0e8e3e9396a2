/** Two or three lines of what to do with the answer, and the way to more. */
import { useContext } from 'preact/hooks';
import type { Card } from '../state/card';
import { HelpContext } from './help-context';
import { HELP_WORDS, whatNow } from './help-words';
import { useWide } from './use-wide';

export function WhatNow({ card }: { readonly card: Card }) {
  const onHelp = useContext(HelpContext);
  const wide = useWide();
  if (!card.verdict) return null;
  const { band, abstained } = card.verdict;
  return (
    <details class="fold what-now" open={wide} data-testid="what-now">
      <summary>{HELP_WORDS.whatNow}</summary>
      <ul>
        {whatNow(band, abstained).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={onHelp}>
        {HELP_WORDS.more}
      </button>
    </details>
  );
}

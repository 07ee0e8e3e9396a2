/** The same picture tried several ways: the answers side by side, and what they come to. */

import { useRef } from 'preact/hooks';
import type { VerdictData } from '../contract';
import type { Card } from '../state/card';
import type { Queue } from '../state/queue';
import { isTrying } from '../state/trials';
import { fixed, t } from '../words';
import { answerWords, canTry, steadinessWords, trialRows } from './trial-words';
import { useKeptFocus } from './use-kept-focus';

interface TrialsProps {
  readonly card: Card;
  readonly queue: Queue;
}

export function TrialsView({ card, queue }: TrialsProps) {
  const { trials } = card;
  const area = useRef<HTMLDivElement>(null);
  const trying = isTrying(trials);
  const complete = trials?.every((trial) => trial.phase === 'done') ?? false;
  // The button goes with the last answer; whoever still stood on it is put where the answers are.
  useKeptFocus(area, (trialsArea) => trialsArea.querySelector('h3'));
  if (!trials && !canTry(card)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table and its sum, no fields
    <div ref={area} class="trials" role="group" aria-labelledby={`${card.id}-trials`}>
      <h3 id={`${card.id}-trials`} class="small-head" tabIndex={-1}>
        {t('trials.title')}
      </h3>
      {trials ? (
        <>
          <TrialTable card={card} />
          <div class="trials-sum" data-testid="trials-sum">
            {steadinessWords(card).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </>
      ) : (
        <p class="note">{t('trials.note')}</p>
      )}
      {!complete && (trying || canTry(card)) && (
        <button type="button" onClick={() => (trying ? queue.stopTrials(card.id) : queue.tryWays(card.id))}>
          {trying ? t('trials.stop') : trials ? t('trials.rest') : t('trials.start')}
        </button>
      )}
    </div>
  );
}

function TrialTable({ card }: { readonly card: Card }) {
  return (
    <table class="trial-table">
      <caption class="visually-hidden">{t('trials.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trials.picture')}</th>
          <th scope="col">{t('trials.score')}</th>
          <th scope="col">{t('trials.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {trialRows(card).map(({ key, name, verdict, state }) => (
          <tr key={key} data-testid={`trial-${key}`} data-band={verdict?.band}>
            <th scope="row">{name}</th>
            {verdict ? (
              <>
                <td>
                  <Score verdict={verdict} />
                </td>
                <td>{answerWords(verdict)}</td>
              </>
            ) : (
              <td colSpan={2} class="trial-open">
                {state}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Score({ verdict }: { readonly verdict: VerdictData }) {
  return (
    <span class="trial-score">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="trial-track" width="100" height="10" />
        <rect class="trial-fill" width={verdict.pFake * 100} height="10" />
      </svg>
      {fixed(verdict.pFake, 2)}
    </span>
  );
}

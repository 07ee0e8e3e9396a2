/** The reasoning as it streams. Silent here: announcer.tsx reads the whole sentences out. */
import type { Card } from '../state/card';
import { t } from '../words';
import { type Sentence, toSentences } from './sentences';

interface ReasoningProps {
  readonly card: Card;
  /** Brings crops out in the picture; an empty list ends that. */
  readonly onShow: (crops: readonly number[]) => void;
}

export function Reasoning({ card, onShow }: ReasoningProps) {
  const sentences = toSentences(card.reasoning, card.phase !== 'thinking');
  if (sentences.length === 0 && card.phase !== 'thinking') return null;
  const last = sentences.at(-1);
  const whole = sentences.filter((sentence) => sentence.complete);
  return (
    <details class="fold reasoning" open>
      <summary>{card.phase === 'thinking' ? t('reasoning.running') : t('reasoning.title')}</summary>
      {t('reasoning.english') && <p class="note">{t('reasoning.english')}</p>}
      <div class="reasoning-text">
        <div translate={false} lang="en" dir="ltr">
          {whole.map((sentence, index) => (
            <SentenceLine key={index} sentence={sentence} onShow={onShow} />
          ))}
        </div>
        {last && !last.complete && (
          <p class="sentence sentence-open" aria-hidden="true" translate={false} lang="en" dir="ltr">
            {last.text}
          </p>
        )}
        {card.phase === 'thinking' && !last && <p class="sentence sentence-open">{t('reasoning.looking')}</p>}
      </div>
      <p class="note">{t('reasoning.note')}</p>
    </details>
  );
}

function SentenceLine({
  sentence,
  onShow,
}: { readonly sentence: Sentence } & Pick<ReasoningProps, 'onShow'>) {
  if (sentence.crops.length === 0) return <p class="sentence">{sentence.text}</p>;
  const show = () => onShow(sentence.crops);
  const hide = () => onShow([]);
  return (
    <p class="sentence">
      <button
        type="button"
        class="sentence-link"
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={show}
      >
        {sentence.text}
      </button>
    </p>
  );
}

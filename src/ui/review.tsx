/** One picture out of the table, with its card; next, previous, note and check by hand or key. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Kinship } from '../batch/groups';
import type { Card } from '../state/card';
import type { Queue } from '../state/queue';
import { LANGUAGE_FACTS, language, t } from '../words';
import { MAX_NOTE_LENGTH } from './report-view';

interface ReviewProps {
  readonly card: Card;
  /** Where it stands in the order under review, from 0, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly kin: Kinship | null;
  /** Name of another picture. */
  readonly nameOf: (id: string) => string;
  readonly queue: Queue;
  /** The note shall have the focus at once. */
  readonly note: boolean;
  /** `by`: 1 next, -1 previous. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onJump: (id: string) => void;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

const isRightToLeft = () => LANGUAGE_FACTS[language()].dir === 'rtl';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox');

export function Review(props: ReviewProps) {
  const { card, at, of, kin, nameOf, queue, note, onStep, onJump, onBack, children } = props;
  const section = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (note) field.current?.focus();
    else section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, []);
  useLayoutEffect(() => {
    // What had the focus went with the picture before.
    if (document.activeElement === document.body) section.current?.focus({ preventScroll: true });
  }, [card.id]);
  const check = (checked: boolean) => queue.check(card.id, checked);
  const act = (key: string): boolean => {
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'j':
        onStep(1);
        return true;
      case 'k':
        onStep(-1);
        return true;
      // Arrows go where the buttons lie.
      case 'ArrowRight':
        onStep(isRightToLeft() ? -1 : 1);
        return true;
      case 'ArrowLeft':
        onStep(isRightToLeft() ? 1 : -1);
        return true;
      case 'c':
        check(!card.checked);
        return true;
      case 'n':
        field.current?.focus();
        return true;
      case 'Escape':
        onBack();
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) {
      // Out of the field first, then out of the review.
      if (event.key !== 'Escape' || event.target !== field.current) return;
      section.current?.focus({ preventScroll: true });
      event.preventDefault();
    } else if (act(event.key)) event.preventDefault();
  };
  const near = kin ? kin.members.filter((id) => id !== card.id && !kin.sameFile.includes(id)) : [];
  return (
    <section ref={section} class="review" aria-label={t('review.region')} tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="review-bar">
        <button type="button" onClick={onBack}>
          {t('review.back')}
        </button>
        <div class="review-steps">
          <button type="button" aria-disabled={at === 0} onClick={() => onStep(-1)}>
            {t('review.previous')}
          </button>
          <p role="status">
            {t('review.position', { position: at + 1, count: of })}
            <span class="visually-hidden">: {card.name}</span>
          </p>
          <button type="button" aria-disabled={at === of - 1} onClick={() => onStep(1)}>
            {t('review.next')}
          </button>
        </div>
        <label class="review-check">
          <input
            type="checkbox"
            checked={card.checked}
            onChange={(event) => check(event.currentTarget.checked)}
          />
          <span>{t('table.checked')}</span>
        </label>
        <label class="review-note">
          <span>{t('review.note')}</span>
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            maxLength={MAX_NOTE_LENGTH}
            value={card.note}
            onInput={(event) => queue.note(card.id, event.currentTarget.value)}
          />
        </label>
      </div>
      {kin && (
        <div class="kin" data-testid="kin">
          <KinList words={t('review.sameFile')} ids={kin.sameFile} nameOf={nameOf} onJump={onJump} />
          <KinList words={t('review.nearSame')} ids={near} nameOf={nameOf} onJump={onJump} />
        </div>
      )}
      {children}
      <p class="note keys">{t('review.keys')}</p>
    </section>
  );
}

interface KinListProps extends Pick<ReviewProps, 'nameOf' | 'onJump'> {
  readonly words: string;
  readonly ids: readonly string[];
}

/** Of a group of hundreds the first are enough here; the table shows all. */
const MOST_KIN = 6;

function KinList({ words, ids, nameOf, onJump }: KinListProps) {
  if (ids.length === 0) return null;
  return (
    <p>
      {words}{' '}
      {ids.slice(0, MOST_KIN).map((id) => (
        <button key={id} type="button" class="quiet inline kin-name" onClick={() => onJump(id)}>
          <bdi>{nameOf(id)}</bdi>
        </button>
      ))}
      {ids.length > MOST_KIN && ` + ${ids.length - MOST_KIN}`}
    </p>
  );
}

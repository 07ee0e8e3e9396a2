/** One picture with everything that is said about it. */
import { Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { type AnalyseRequest, unreachable } from '../contract';
import type { Reporter } from '../report/reporter';
import { type Card, isOfThePicture, isOpen } from '../state/card';
import { DEFAULT_QUESTION } from '../state/questions';
import type { Queue } from '../state/queue';
import { bytes, dimensions, duration, t } from '../words';
import { Declared } from './declared';
import { FileSections } from './file-view';
import { Numbers } from './numbers';
import { Picture } from './picture';
import { QuestionFields } from './question-fields';
import { Reasoning } from './reasoning';
import { CardReport } from './report-view';
import { TrialsView } from './trials-view';
import { useKeptFocus } from './use-kept-focus';
import { Verdict } from './verdict-view';
import { WhatNow } from './what-now';
import { deviceWords, errorWords, formatName } from './words';

type Ask = (request: AnalyseRequest) => void;

interface CardProps {
  readonly card: Card;
  /** It is its turn or soon, but the model is not there yet. */
  readonly waitsForModel: boolean;
  readonly queue: Queue;
  readonly reporter: Reporter;
}

/** Keeps the rendered card while nothing about it changed: a token on one card must not render a hundred others. */
export function CardSlot({ card, waitsForModel, queue, reporter }: CardProps) {
  return useMemo(
    () => <CardView card={card} waitsForModel={waitsForModel} queue={queue} reporter={reporter} />,
    [card, waitsForModel, queue, reporter],
  );
}

function CardView({ card, waitsForModel, queue, reporter }: CardProps) {
  const [shown, setShown] = useState<readonly number[]>([]);
  const article = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  // Explain becomes Stop, Stop becomes nothing: on to what can be done now, or to the answer.
  // Its own actions only: those inside a shut fold cannot take the focus.
  useKeptFocus(
    text,
    (area) => area.querySelector(':scope > .actions button') ?? area.querySelector('.outcome'),
  );
  const ask: Ask = (request) => queue.ask(card.id, request);
  const remove = () => {
    // The button that has the focus goes with the card: on to the card that takes its place, the one before, or the start.
    const near = [article.current?.nextElementSibling, article.current?.previousElementSibling]
      .find((other) => other?.matches('article'))
      ?.querySelector<HTMLElement>('[data-remove]');
    queue.remove(card.id);
    (near ?? document.getElementById('choose'))?.focus();
  };
  return (
    <article ref={article} class="card" aria-labelledby={`${card.id}-name`} data-phase={card.phase}>
      <Picture card={card} shown={shown} />
      <div ref={text} class="card-text">
        <div class="file">
          <p>
            <span id={`${card.id}-name`} class="file-name" translate={false} dir="auto">
              {card.name}
            </span>
            <FileFacts card={card} />
          </p>
          <button
            type="button"
            class="quiet"
            data-remove
            onClick={remove}
            aria-label={t('card.removeNamed', { name: card.name })}
          >
            {t('card.remove')}
          </button>
        </div>
        <Declared card={card} />
        <div class="outcome" tabIndex={-1}>
          <Outcome card={card} waitsForModel={waitsForModel} />
        </div>
        {card.originalGone && <OriginalGone card={card} />}
        <Actions card={card} queue={queue} onAsk={ask} />
        <WhatNow card={card} />
        {card.phase !== 'queued' && card.phase !== 'failed' && <Reasoning card={card} onShow={setShown} />}
        <TrialsView card={card} queue={queue} />
        <FileSections card={card} />
        {!isOpen(card) && card.phase !== 'failed' && !card.originalGone && (
          <AskAgain card={card} onAsk={ask} />
        )}
        {(card.verdict || card.error) && <Numbers card={card} />}
        {!isOpen(card) && <CardReport card={card} queue={queue} reporter={reporter} />}
      </div>
    </article>
  );
}

/** What can be done next; nothing, once the model has thought it through. */
function Actions({ card, queue, onAsk }: Pick<CardProps, 'card' | 'queue'> & { readonly onAsk: Ask }) {
  // Without the file nothing can be asked; the card says so (OriginalGone).
  if (card.originalGone) return null;
  const again = card.phase === 'stopped' || (card.phase === 'failed' && !isOfThePicture(card));
  const explain = card.phase === 'done' && !card.final?.thought;
  if (!isOpen(card) && !again && !explain) return null;
  return (
    <div class="actions">
      {isOpen(card) && (
        <button type="button" onClick={() => queue.stop(card.id)}>
          {t('card.stop')}
        </button>
      )}
      {explain && (
        <button type="button" onClick={() => onAsk({ ...card.request, mode: 'explain' })}>
          {t('card.explain')}
        </button>
      )}
      {again && (
        <button type="button" onClick={() => onAsk(card.request)}>
          {t('card.tryAgain')}
        </button>
      )}
    </div>
  );
}

/** After a reload: what still works, and how the rest comes back. */
function OriginalGone({ card }: { readonly card: Card }) {
  return (
    <section class="gone" data-testid="gone">
      <h3 class="small-head">{t('gone.title')}</h3>
      <p>{card.verdict || card.error ? t('gone.text') : t('gone.unfinished')}</p>
      <button type="button" onClick={() => document.getElementById('choose')?.click()}>
        {t('gone.choose')}
      </button>
    </section>
  );
}

/** Each fact is isolated: numbers and names of formats would else run together in a language read from the right. */
function FileFacts({ card }: { readonly card: Card }) {
  const facts = fileFacts(card);
  return (
    <span class="file-facts">
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {index > 0 && ' · '}
          <bdi>{fact}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

function fileFacts(card: Card): readonly string[] {
  const { received } = card;
  if (!received) return card.bytes > 0 ? [bytes(card.bytes)] : [];
  return [
    formatName(received.format),
    dimensions(received.width, received.height),
    bytes(received.bytes),
    received.hasExif ? t('card.withExif') : t('card.noExif'),
    ...(received.animated ? [t('card.animated')] : []),
  ];
}

function Outcome({ card, waitsForModel }: Pick<CardProps, 'card' | 'waitsForModel'>) {
  switch (card.phase) {
    case 'queued':
      return <p class="pending">{waitsForModel ? t('outcome.waitModel') : t('outcome.waitTurn')}</p>;
    case 'looking':
      return card.verdict ? (
        <Verdict card={card} />
      ) : (
        <p class="pending pending-active">{card.retried ? t('outcome.retried') : t('outcome.looking')}</p>
      );
    case 'thinking':
    case 'done':
      return card.verdict ? <Verdict card={card} /> : <p class="pending">{t('outcome.none')}</p>;
    case 'stopped':
      return (
        <>
          {card.verdict && <Verdict card={card} />}
          <p class="pending">{card.verdict ? t('outcome.stoppedWith') : t('outcome.stopped')}</p>
        </>
      );
    case 'failed':
      return card.error ? <Failure card={card} /> : <p class="pending">{t('outcome.failed')}</p>;
    default:
      return unreachable(card.phase);
  }
}

function Failure({ card }: { readonly card: Card }) {
  if (!card.error) return null;
  const { title, advice } = errorWords(card.error);
  return (
    <>
      <h2 class="verdict-band failure">{title}</h2>
      <p class="verdict-why">{advice}</p>
    </>
  );
}

/** How the verdict came about: time, device, thinking. Empty until it is known. */
export function effort(card: Card): string {
  const { final, engine, verdictMs } = card;
  const first = verdictMs === null ? null : duration(verdictMs);
  if (!final) return first === null ? '' : t('effort.first', { time: first });
  const time = duration(final.ms);
  const device = engine && deviceWords(engine.info.device, engine.info.threads);
  if (!final.thought) return device ? t('effort.atOnceOn', { time, device }) : t('effort.atOnce', { time });
  const count = final.tokens;
  const effort = device
    ? t('effort.thoughtOn', { count, time, device })
    : t('effort.thought', { count, time });
  return first === null ? effort : t('effort.andFirst', { effort, time: first });
}

function AskAgain({
  card,
  onAsk,
}: {
  readonly card: Card;
  readonly onAsk: (request: AnalyseRequest) => void;
}) {
  const [request, setRequest] = useState<AnalyseRequest>(card.request);
  return (
    <details class="fold ask-again">
      <summary>{t('ask.again')}</summary>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk({ ...request, question: request.question.trim() || DEFAULT_QUESTION });
        }}
      >
        <QuestionFields name={card.id} legend={t('ask.how')} request={request} onRequest={setRequest} />
        <button type="submit">{t('ask.submit')}</button>
      </form>
    </details>
  );
}

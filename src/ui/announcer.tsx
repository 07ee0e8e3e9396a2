/**
 * The page's voices for screen readers: results, reasoning, and the model, one polite region each. What stands on the
 * cards is silent, or a card that renders again would be read again.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../state/card';
import type { ModelSnapshot } from '../state/model';
import { cardsSaid, modelSaid, type SaidLine } from './spoken';
import { Verbatim } from './verbatim';

/** Lines kept in a region; a screen reader was through with older ones long ago. */
const KEPT_LINES = 12;

interface Line extends SaidLine {
  readonly id: number;
}

let lines = 0;

const ours = (text: string): SaidLine => ({ text, english: false });

const withMore = (old: readonly Line[], more: readonly SaidLine[]): readonly Line[] =>
  more.length === 0 ? old : [...old, ...more.map((line) => ({ ...line, id: lines++ }))].slice(-KEPT_LINES);

interface AnnouncerProps {
  readonly cards: readonly Card[];
  readonly model: ModelSnapshot;
}

export function Announcer({ cards, model }: AnnouncerProps) {
  const before = useRef({ cards, model });
  const [results, setResults] = useState<readonly Line[]>([]);
  const [reasoning, setReasoning] = useState<readonly Line[]>([]);
  const [machine, setMachine] = useState<readonly Line[]>([]);
  useEffect(() => {
    const last = before.current;
    before.current = { cards, model };
    const said = cardsSaid(last.cards, cards);
    const line = modelSaid(last.model, model);
    setResults((old) => withMore(old, said.results.map(ours)));
    setReasoning((old) => withMore(old, said.reasoning));
    if (line) setMachine((old) => withMore(old, [ours(line)]));
  }, [cards, model]);
  return (
    <div class="visually-hidden">
      <Voice name="results" lines={results} />
      <Voice name="reasoning" lines={reasoning} />
      <Voice name="model" lines={machine} />
    </div>
  );
}

/** A log: what is added is read, politely and by itself; what was there is not repeated. */
function Voice({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }) {
  return (
    <div
      role="log"
      aria-live="polite"
      aria-relevant="additions"
      aria-atomic="false"
      data-testid={`said-${name}`}
    >
      {lines.map(({ id, text, english }) => (
        <p key={id}>{english ? <Verbatim english>{text}</Verbatim> : text}</p>
      ))}
    </div>
  );
}

/**
 * One picture and everything that is known about it. Pure: events in, a new card out.
 *
 * | phase     | meaning                           | leaves it                                                     |
 * |-----------|-----------------------------------|---------------------------------------------------------------|
 * | queued    | waits for its turn                | start → looking; stop → stopped                               |
 * | looking   | the worker has it                 | gate that thinks → thinking; final → done; error → failed;    |
 * |           | (an instant verdict may be there) | stop → stopped; retry → looking, everything learned is void   |
 * | thinking  | reasoning streams in              | final → done; error → failed; stop → stopped; retry → looking |
 * | done      | the last word was said            | ask → queued                                                  |
 * | failed    | no last word; `error` says why    | ask → queued                                                  |
 * | stopped   | the user stopped it               | ask → queued                                                  |
 *
 * Beside these phases the picture can be tried several ways (trials.ts). Their answers hold for the question they were
 * asked with; where they flip, the verdict shown is set aside and what the worker said stays in `instant` and `final`.
 *
 * An instant verdict that was already there survives `stopped` and `failed`. What the file says of itself is read beside
 * all this, once, and survives every phase: it does not depend on the question, the model or its failures.
 */
import type {
  AnalyseItem,
  AnalyseRequest,
  AppError,
  Evidence,
  FileReport,
  Manifest,
  ModelInfo,
  Reference,
  Result,
  VerdictData,
} from '../contract';
import type { FinalItem, HostEvent } from '../host/host';
import { type Steadiness, setAside, steadinessOf } from '../verdict/steadiness';
import { answersOf, type Trials } from './trials';

export type CardPhase = 'queued' | 'looking' | 'thinking' | 'done' | 'failed' | 'stopped';
export type Received = Extract<AnalyseItem, { kind: 'received' }>;
export type Gate = Extract<AnalyseItem, { kind: 'gate' }>;

export interface ReasoningPiece {
  readonly text: string;
  readonly references: readonly Reference[];
}

/** What the file says of itself; `null` in a card that has no file. */
export type FileReading =
  | { readonly phase: 'reading' }
  | { readonly phase: 'done'; readonly report: FileReport }
  | { readonly phase: 'failed'; readonly error: AppError };

/** Where, with what and when a verdict was made. */
export interface Engine {
  readonly info: ModelInfo;
  readonly manifest: Manifest;
  /** Why this runs on WebAssembly although WebGPU was allowed; null when it does not. */
  readonly fallback: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** A small copy of the picture for lists and for cards that outlive a reload. */
export interface SmallView {
  readonly picture: Blob;
  /** Object URL of `picture`. */
  readonly url: string;
  /** px. */
  readonly width: number;
  readonly height: number;
  /** For near-same pictures (src/batch/likeness.ts); null where the picture is too even to be compared. */
  readonly likeness: string | null;
}

/** Where in the list a card stands: the later batch first, inside of one by place. */
export interface Arrival {
  /** Grows with every drop, and over reloads: ms since 1970 or a little later. */
  readonly batch: number;
  readonly place: number;
}

export interface Card {
  readonly id: string;
  readonly name: string;
  /** Path of the folder it was dropped with, without the name; empty where it came alone. */
  readonly folder: string;
  readonly arrival: Arrival;
  readonly bytes: number;
  /** Object URL of the picture; null where there is nothing to show. */
  readonly url: string | null;
  readonly request: AnalyseRequest;
  readonly file: FileReading | null;
  readonly phase: CardPhase;
  readonly received: Received | null;
  /** The verdict to show: the instant one, until the final one replaces it; set aside where the tries flip. */
  readonly verdict: VerdictData | null;
  /** The instant verdict as the worker gave it; what the tries are compared with. */
  readonly instant: VerdictData | null;
  /** Time to the instant verdict, ms. */
  readonly verdictMs: number | null;
  readonly gate: Gate | null;
  readonly evidence: readonly Evidence[];
  readonly reasoning: readonly ReasoningPiece[];
  readonly final: FinalItem | null;
  readonly engine: Engine | null;
  readonly error: AppError | null;
  /** The worker was lost on the way and the picture tried again, for this reason. */
  readonly retried: AppError | null;
  /** The same picture and question, tried several ways; null until that was wished for. */
  readonly trials: Trials | null;
  /** What whoever examines the picture wrote about it, for the report; survives every phase. */
  readonly note: string;
  /** Whoever examines the pictures has dealt with this one; survives every phase. */
  readonly checked: boolean;
  /** Of the file; null until it was needed, or where there is no file. */
  readonly sha256: string | null;
  /** Null until it was made, or where the browser cannot show the picture. */
  readonly small: SmallView | null;
  /** Restored after a reload, which no file survives; the same file, dropped again, brings it back. */
  readonly originalGone: boolean;
}

const NOTHING_LEARNED = {
  received: null,
  verdict: null,
  instant: null,
  verdictMs: null,
  gate: null,
  evidence: [],
  reasoning: [],
  final: null,
  engine: null,
  error: null,
  retried: null,
} as const;

export function newCard(
  facts: Pick<Card, 'id' | 'name' | 'bytes' | 'url' | 'request'>,
  error: AppError | null = null,
): Card {
  const file: FileReading | null = error ? null : { phase: 'reading' };
  return {
    ...facts,
    ...NOTHING_LEARNED,
    file,
    phase: error ? 'failed' : 'queued',
    error,
    folder: '',
    arrival: { batch: 0, place: 0 },
    trials: null,
    note: '',
    checked: false,
    sha256: null,
    small: null,
    originalGone: false,
  };
}

/** The file was read, or could not be. */
export function fileRead(card: Card, result: Result<FileReport>): Card {
  const file: FileReading = result.ok
    ? { phase: 'done', report: result.value }
    : { phase: 'failed', error: result.error };
  return { ...card, file };
}

/** The reviewer's note; `text` replaces what was there. */
export function noted(card: Card, text: string): Card {
  return { ...card, note: text };
}

/** The same file came again: everything can be asked of it once more. */
export function broughtBack(card: Card, url: string): Card {
  return { ...card, url, originalGone: false };
}

/** Puts the card back into the queue with another request. Tries answer one question and go with it. */
export function asked(card: Card, request: AnalyseRequest): Card {
  const trials = request.question === card.request.question ? card.trials : null;
  return { ...card, ...NOTHING_LEARNED, request, phase: 'queued', trials };
}

/** How well the answer holds, over everything that was answered; null before the first try has. */
export function steadiness({ instant, final, trials }: Card): Steadiness | null {
  const tried = trials ? answersOf(trials) : [];
  if (tried.length === 0) return null;
  const own = [instant, final?.verdict ?? null].filter((verdict) => verdict !== null);
  return steadinessOf([...own, ...tried]);
}

/** Sets the verdict aside where the tries flip; more answers never undo that. */
function weighed(card: Card): Card {
  const { verdict } = card;
  return verdict && steadiness(card) === 'flips' ? { ...card, verdict: setAside(verdict) } : card;
}

/** The tries moved on. */
export function tried(card: Card, trials: Trials): Card {
  return weighed({ ...card, trials });
}

export function started(card: Card): Card {
  return { ...card, phase: 'looking' };
}

export function stopped(card: Card): Card {
  return { ...card, phase: 'stopped' };
}

export function failed(card: Card, error: AppError): Card {
  return error.code === 'CANCELLED' ? stopped(card) : { ...card, phase: 'failed', error };
}

export function finished(card: Card, final: FinalItem, engine: Engine | null): Card {
  return weighed({ ...card, phase: 'done', verdict: final.verdict, final, engine });
}

/** What the host reported, put on the card. `engine`: what it runs on. */
export function learned(card: Card, event: HostEvent, engine: Engine | null): Card {
  switch (event.kind) {
    case 'received':
      return { ...card, received: event };
    case 'verdict':
      return weighed({
        ...card,
        verdict: event.verdict,
        instant: event.verdict,
        verdictMs: event.ms,
        engine,
      });
    case 'gate':
      return { ...card, gate: event, phase: event.thinks ? 'thinking' : card.phase };
    case 'evidence':
      return { ...card, evidence: event.evidence };
    case 'reasoning':
      return { ...card, reasoning: [...card.reasoning, { text: event.text, references: event.references }] };
    case 'retry':
      return { ...card, ...NOTHING_LEARNED, phase: 'looking', retried: event.error };
  }
}

/** Errors that lie in the file itself: the same file would fail the same way. */
export function isOfThePicture({ error }: Card): boolean {
  switch (error?.code) {
    case 'UNSUPPORTED_FORMAT':
    case 'CORRUPT_IMAGE':
    case 'IMAGE_TOO_LARGE':
    case 'IMAGE_TOO_SMALL':
    case 'NO_CONTENT':
      return true;
    default:
      return false;
  }
}

export const isRunning = (card: Card) => card.phase === 'looking' || card.phase === 'thinking';
export const isOpen = (card: Card) => card.phase === 'queued' || isRunning(card);

/**
 * The cards and their turns: one analysis at a time, first come first served; every result goes to its card by id. A
 * picture that is tried several ways takes one turn for each.
 *
 * Each file is also read for what it says of itself, at once and beside the turns (src/host/inspector.ts).
 *
 * Not owned here: what a card learns (card.ts), the workers (src/host), pictures as files (only Blobs are held).
 */
import type { AnalyseRequest, AppError, FileReport, Result, Variant } from '../contract';
import type { FinalItem, HostEvent } from '../host/host';
import {
  asked,
  type Card,
  type Engine,
  failed,
  fileRead,
  finished,
  isOpen,
  isRunning,
  learned,
  newCard,
  noted,
  started,
  stopped,
  tried,
} from './card';
import type { Incoming } from './intake';
import { type Readable, Store } from './store';
import { isTrying, linedUp, type Trials, trialSettled, trialStarted, trialsStopped } from './trials';

export interface QueueParts {
  readonly analyse: (
    image: Blob,
    request: AnalyseRequest,
    onEvent: (event: HostEvent) => void,
    signal: AbortSignal,
  ) => Promise<Result<FinalItem>>;
  /** What the file says of itself; needs no model and waits for none. */
  readonly inspect: (file: Blob, name: string, signal: AbortSignal) => Promise<Result<FileReport>>;
  /** Whether a picture may be given to the host now. */
  readonly usable: () => boolean;
  /** What the model runs on, for the card. */
  readonly engine: () => Engine | null;
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
}

/** One analysis to come; `variant` is null for the picture as it is. */
interface Turn {
  readonly id: string;
  readonly variant: Variant | null;
}

/** What a turn gives to the host and does with its answers. */
interface Job {
  readonly request: AnalyseRequest;
  readonly onEvent: (event: HostEvent) => void;
  readonly land: (result: Result<FinalItem>) => void;
}

export class Queue implements Readable<readonly Card[]> {
  readonly #p: QueueParts;
  /** Newest arrivals first; those that came together stay in their order. */
  readonly #cards = new Store<readonly Card[]>([]);
  readonly #files = new Map<string, Blob>();
  /** Raised when a card goes, so that nobody reads a file for nobody. */
  readonly #readings = new Map<string, AbortController>();
  #turns: Turn[] = [];
  #running: (Turn & { readonly abort: AbortController }) | null = null;
  #made = 0;

  constructor(parts: QueueParts) {
    this.#p = parts;
  }

  snapshot(): readonly Card[] {
    return this.#cards.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#cards.subscribe(listener);
  }

  /** Makes a card of everything that came, readable or not, and lines them up. Returns their ids. */
  add(incoming: readonly Incoming[], request: AnalyseRequest): readonly string[] {
    const cards = incoming.map((thing) => {
      const id = `card-${++this.#made}`;
      if (thing.kind === 'refused')
        return newCard({ id, name: thing.name, bytes: 0, url: null, request }, thing.error);
      this.#files.set(id, thing.file);
      this.#turns.push({ id, variant: null });
      const url = this.#p.urls.createObjectURL(thing.file);
      this.#read(id, thing.file);
      return newCard({ id, name: thing.file.name, bytes: thing.file.size, url, request });
    });
    this.#cards.update((old) => (cards.length === 0 ? old : [...cards, ...old]));
    this.pump();
    return cards.map((card) => card.id);
  }

  /** Asks again, with another question or mode; also the retry after an error or a stop. */
  ask(id: string, request: AnalyseRequest): void {
    const card = this.#card(id);
    if (!card || isOpen(card) || !this.#files.has(id)) return;
    // Tries of another question would land beside an answer they do not belong to.
    if (request.question !== card.request.question) this.stopTrials(id);
    this.#change(id, (old) => asked(old, request));
    this.#turns.push({ id, variant: null });
    this.pump();
  }

  /** Stops a waiting or running analysis; a verdict that is already there stays. */
  stop(id: string): void {
    const card = this.#card(id);
    if (!card || !isOpen(card)) return;
    this.#turns = this.#turns.filter((turn) => turn.id !== id || turn.variant !== null);
    this.#change(id, stopped);
    if (this.#running?.id === id && this.#running.variant === null) this.#running.abort.abort();
  }

  /** Tries the picture in every way that has no answer yet, one after another, each at once and without reasoning. */
  tryWays(id: string): void {
    const card = this.#card(id);
    if (!card?.verdict || isTrying(card.trials) || !this.#files.has(id)) return;
    const trials = linedUp(card.trials);
    this.#change(id, (old) => tried(old, trials));
    for (const { variant, phase } of trials) if (phase === 'waiting') this.#turns.push({ id, variant });
    this.pump();
  }

  /** Stops the tries of a picture; answers that are already there stay. */
  stopTrials(id: string): void {
    this.#turns = this.#turns.filter((turn) => turn.id !== id || turn.variant === null);
    this.#changeTrials(id, trialsStopped);
    if (this.#running?.id === id && this.#running.variant !== null) this.#running.abort.abort();
  }

  /** Replaces the reviewer's note. */
  note(id: string, text: string): void {
    this.#change(id, (old) => noted(old, text));
  }

  /** The picture's file, for its hash and thumbnail; null where none can be read. */
  file(id: string): Blob | null {
    return this.#files.get(id) ?? null;
  }

  /** Stops it if need be and forgets the picture. */
  remove(id: string): void {
    this.stop(id);
    this.stopTrials(id);
    const url = this.#card(id)?.url;
    if (url) this.#p.urls.revokeObjectURL(url);
    this.#files.delete(id);
    this.#readings.get(id)?.abort();
    this.#readings.delete(id);
    this.#cards.update((cards) => cards.filter((card) => card.id !== id));
  }

  clear(): void {
    for (const card of this.snapshot()) this.remove(card.id);
  }

  /** Begins the next analysis if nothing runs and the model is there; call it when either may have changed. */
  pump(): void {
    if (this.#running || !this.#p.usable()) return;
    const turn = this.#turns.shift();
    const card = turn && this.#card(turn.id);
    const file = turn && this.#files.get(turn.id);
    if (!turn || !card || !file) return;
    const abort = new AbortController();
    this.#running = { ...turn, abort };
    const job = turn.variant
      ? this.#trial(card, turn.variant, abort.signal)
      : this.#analysis(card, abort.signal);
    void this.#p.analyse(file, job.request, job.onEvent, abort.signal).then((result) => {
      this.#running = null;
      job.land(result);
      this.pump();
    });
  }

  #analysis({ id, request }: Card, signal: AbortSignal): Job {
    this.#change(id, started);
    return {
      request,
      // Stopped cards hear nothing more: the host drops everything after the abort.
      onEvent: (event) => this.#change(id, (old) => learned(old, event, this.#p.engine())),
      land: (result) =>
        this.#change(id, (old) => {
          // Stopped, or stopped and asked again, while the host was settling: this result is nobody's.
          if (signal.aborted || !isRunning(old)) return old;
          return result.ok
            ? finished(old, result.value, this.#p.engine())
            : failed(old, result.error satisfies AppError);
        }),
    };
  }

  #trial({ id, request }: Card, variant: Variant, signal: AbortSignal): Job {
    this.#changeTrials(id, (trials) => trialStarted(trials, variant));
    return {
      request: { ...request, mode: 'answer', variant },
      // Only the closing answer counts; without reasoning it is the instant one.
      onEvent: () => undefined,
      land: (result) => {
        if (!signal.aborted) this.#changeTrials(id, (trials) => trialSettled(trials, variant, result));
      },
    };
  }

  #changeTrials(id: string, change: (trials: Trials) => Trials): void {
    this.#change(id, (old) => (old.trials ? tried(old, change(old.trials)) : old));
  }

  #read(id: string, file: File): void {
    const abort = new AbortController();
    this.#readings.set(id, abort);
    void this.#p.inspect(file, file.name, abort.signal).then((result) => {
      if (abort.signal.aborted) return;
      this.#readings.delete(id);
      this.#change(id, (old) => fileRead(old, result));
    });
  }

  #card(id: string): Card | undefined {
    return this.snapshot().find((card) => card.id === id);
  }

  #change(id: string, change: (card: Card) => Card): void {
    this.#cards.update((cards) => {
      const at = cards.findIndex((card) => card.id === id);
      const old = cards[at];
      if (!old) return cards;
      const next = change(old);
      return next === old ? cards : cards.with(at, next);
    });
  }
}

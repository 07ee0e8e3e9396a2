/**
 * The cards and their turns: one analysis at a time, in the order of turns.ts. Every result goes to its card by id. A
 * picture that is tried several ways takes one turn for each. A pause never holds up what is running.
 *
 * Each file is also read for what it says of itself, at once and beside the turns (readings.ts).
 *
 * Not owned here: what a card learns (card.ts), the workers (src/host), pictures as files (only Blobs are held).
 */
import type { AnalyseRequest, AppError, Result, Variant } from '../contract';
import type { FinalItem, HostEvent } from '../host/host';
import {
  asked,
  broughtBack,
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
  type SmallView,
  started,
  stopped,
  tried,
} from './card';
import { Cards, type Urls } from './cards';
import type { Incoming } from './intake';
import { type Inspect, Readings } from './readings';
import { type Readable, Store } from './store';
import { isTrying, linedUp, type Trials, trialSettled, trialStarted, trialsStopped } from './trials';
import { type Turn, Turns } from './turns';

export interface QueueParts {
  readonly analyse: (
    image: Blob,
    request: AnalyseRequest,
    onEvent: (event: HostEvent) => void,
    signal: AbortSignal,
  ) => Promise<Result<FinalItem>>;
  readonly inspect: Inspect;
  /** Whether a picture may be given to the host now. */
  readonly usable: () => boolean;
  /** What the model runs on, for the card. */
  readonly engine: () => Engine | null;
  readonly urls: Urls;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What a turn gives to the host and does with its answers. */
interface Job {
  readonly request: AnalyseRequest;
  readonly onEvent: (event: HostEvent) => void;
  readonly land: (result: Result<FinalItem>) => void;
}

export class Queue implements Readable<readonly Card[]> {
  readonly #p: QueueParts;
  readonly #cards: Cards;
  readonly #readings: Readings;
  readonly #turns = new Turns();
  #running: (Turn & { readonly abort: AbortController }) | null = null;
  readonly #paused = new Store(false);
  #batch = 0;

  constructor(parts: QueueParts) {
    this.#p = parts;
    this.#cards = new Cards(parts.urls);
    this.#readings = new Readings(parts.inspect);
  }

  snapshot(): readonly Card[] {
    return this.#cards.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#cards.subscribe(listener);
  }

  /** Whether arrivals wait until {@link resume}. */
  get paused(): Readable<boolean> {
    return this.#paused;
  }

  /** Makes a card of everything that came, readable or not, and lines them up. Returns their ids. */
  add(incoming: readonly Incoming[], request: AnalyseRequest): readonly string[] {
    this.#batch = Math.max(this.#p.now(), this.#batch + 1);
    const cards = incoming.map((thing, place) => {
      const id = this.newId();
      const arrival = { batch: this.#batch, place };
      if (thing.kind === 'refused')
        return {
          ...newCard({ id, name: thing.name, bytes: 0, url: null, request }, thing.error),
          folder: thing.folder ?? '',
          arrival,
        };
      const { file, folder = '' } = thing;
      this.#turns.arrive(id);
      const url = this.#cards.hold(id, file);
      this.#read(id, file);
      return { ...newCard({ id, name: file.name, bytes: file.size, url, request }), folder, arrival };
    });
    this.#cards.add(cards);
    this.pump();
    return cards.map((card) => card.id);
  }

  /** Asks again, with another question or mode; also the retry after an error or a stop. */
  ask(id: string, request: AnalyseRequest): void {
    const card = this.#card(id);
    if (!card || isOpen(card) || !this.file(id)) return;
    // Tries of another question would land beside an answer they do not belong to.
    if (request.question !== card.request.question) this.stopTrials(id);
    this.#change(id, (old) => asked(old, request));
    this.#turns.wish(id, null);
    this.pump();
  }

  /** Lets what runs come to its end and begins none of the arrivals that wait. */
  pause(): void {
    this.#paused.update(() => true);
  }

  resume(): void {
    this.#paused.update(() => false);
    this.pump();
  }

  /** Stops everything that waits or runs. Verdicts that are there stay; {@link examineStopped} takes it up again. */
  cancel(): void {
    for (const card of this.snapshot()) this.stop(card.id);
    this.#paused.update(() => false);
  }

  /** Lines up all stopped pictures whose file is here, each with its own question. */
  examineStopped(): void {
    for (const { id, phase, request } of this.snapshot()) {
      if (phase !== 'stopped' || !this.file(id)) continue;
      this.#change(id, (old) => asked(old, request));
      this.#turns.arrive(id);
    }
    this.pump();
  }

  /** Stops a waiting or running analysis; a verdict that is already there stays. */
  stop(id: string): void {
    const card = this.#card(id);
    if (!card || !isOpen(card)) return;
    this.#turns.dropAnalysis(id);
    this.#change(id, stopped);
    if (this.#running?.id === id && this.#running.variant === null) this.#running.abort.abort();
  }

  /** Tries the picture in every way that has no answer yet, one after another, each at once and without reasoning. */
  tryWays(id: string): void {
    const card = this.#card(id);
    if (!card?.verdict || isTrying(card.trials) || !this.file(id)) return;
    const trials = linedUp(card.trials);
    this.#change(id, (old) => tried(old, trials));
    for (const { variant, phase } of trials) if (phase === 'waiting') this.#turns.wish(id, variant);
    this.pump();
  }

  /** Stops the tries of a picture; answers that are already there stay. */
  stopTrials(id: string): void {
    this.#turns.dropTrials(id);
    this.#changeTrials(id, trialsStopped);
    if (this.#running?.id === id && this.#running.variant !== null) this.#running.abort.abort();
  }

  /** Replaces the reviewer's note. */
  note(id: string, text: string): void {
    this.#change(id, (old) => noted(old, text));
  }

  /** Marks the picture as dealt with, or not. */
  check(id: string, checked: boolean): void {
    this.#change(id, (old) => (old.checked === checked ? old : { ...old, checked }));
  }

  /** The small view was made, or cannot be (null). `sha256`: of the file, null where it could not be read. */
  shrunk(id: string, small: SmallView | null, sha256: string | null): void {
    this.#cards.shrunk(id, small, sha256);
  }

  /** An id for a card that is to be restored. */
  newId(): string {
    return this.#cards.newId();
  }

  /** Puts settled cards of an earlier visit where they belong; their ids are from {@link newId}. */
  restore(cards: readonly Card[]): void {
    this.#cards.restore(cards);
    for (const { arrival } of cards) this.#batch = Math.max(this.#batch, arrival.batch);
  }

  /** Gives a restored card its file again; the caller knows that it is the same. Unfinished ones are lined up. */
  bringBack(id: string, file: File): void {
    const card = this.#card(id);
    if (!card?.originalGone) return;
    const url = this.#cards.hold(id, file);
    this.#change(id, (old) => broughtBack(old, url));
    if (card.file?.phase !== 'done') {
      this.#change(id, (old) => ({ ...old, file: { phase: 'reading' } }));
      this.#read(id, file);
    }
    if (card.phase !== 'stopped' || card.verdict) return;
    this.#change(id, (old) => asked(old, old.request));
    this.#turns.arrive(id);
    this.pump();
  }

  /** The picture's file, for its hash and thumbnail; null where none can be read. */
  file(id: string): Blob | null {
    return this.#cards.file(id);
  }

  /** Stops it if need be and forgets the picture. */
  remove(id: string): void {
    this.stop(id);
    this.stopTrials(id);
    this.#readings.stop(id);
    this.#cards.remove(id);
  }

  clear(): void {
    for (const card of this.snapshot()) this.remove(card.id);
  }

  /** Begins the next analysis if nothing runs and the model is there; call it when either may have changed. */
  pump(): void {
    if (this.#running || !this.#p.usable()) return;
    const turn = this.#turns.next(this.#paused.snapshot());
    const card = turn && this.#card(turn.id);
    const file = turn && this.file(turn.id);
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
    this.#readings.start(id, file, (result) => this.#change(id, (old) => fileRead(old, result)));
  }

  #card(id: string): Card | undefined {
    return this.#cards.get(id);
  }

  #change(id: string, change: (card: Card) => Card): void {
    this.#cards.change(id, change);
  }
}

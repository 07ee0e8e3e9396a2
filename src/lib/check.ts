/**
 * What `<fake-hr1-check>` knows while it checks one picture; no document in it.
 *
 * | phase     | next                                                                  |
 * |-----------|-----------------------------------------------------------------------|
 * | empty     | fetching (an address), preparing (a file)                             |
 * | fetching  | preparing, failed                                                     |
 * | preparing | looking, failed                                                       |
 * | looking   | thinking, done, failed                                                |
 * | thinking  | done, failed                                                          |
 * | done      | looking (explain, another mode), fetching or preparing (next picture) |
 * | failed    | the same, and `retry`                                                 |
 */
import { FakeHr1Error } from './error';
import type { Loan } from './shared';
import type {
  AnalysisEvent,
  Detector,
  ErrorCode,
  FinalEvent,
  Mode,
  Progress,
  ReasoningEvent,
  Runtime,
  Verdict,
} from './types';

/** The detector's codes, and the one thing that can go wrong before there is a picture to give it. */
export type CheckErrorCode = ErrorCode | 'IMAGE_UNREACHABLE';

export interface CheckError {
  readonly code: CheckErrorCode;
  readonly recoverable: boolean;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}

export interface CheckState {
  readonly phase: 'empty' | 'fetching' | 'preparing' | 'looking' | 'thinking' | 'done' | 'failed';
  readonly picture: Blob | null;
  /** While `preparing`. */
  readonly progress: Progress | null;
  /** The latest: at first sight, then the one after reasoning. Stays while more is asked for. */
  readonly verdict: Verdict | null;
  readonly reasoning: readonly ReasoningEvent[];
  readonly final: FinalEvent | null;
  readonly error: CheckError | null;
  readonly runtime: Runtime | null;
}

const EMPTY: CheckState = {
  phase: 'empty',
  picture: null,
  progress: null,
  verdict: null,
  reasoning: [],
  final: null,
  error: null,
  runtime: null,
};

export interface CheckParts {
  readonly borrow: (onProgress: (progress: Progress) => void) => Loan;
  /** Resolves with the picture at an address; rejects if it cannot be read. */
  readonly fetchPicture: (url: string, signal: AbortSignal) => Promise<Blob>;
  readonly onChange: (state: CheckState) => void;
  readonly onVerdict: (final: FinalEvent) => void;
  readonly onError: (error: CheckError) => void;
}

export class Check {
  readonly #p: CheckParts;
  #state = EMPTY;
  #abort = new AbortController();
  #loan: Loan | null = null;
  #again: (() => void) | null = null;

  constructor(parts: CheckParts) {
    this.#p = parts;
  }

  get state(): CheckState {
    return this.#state;
  }

  /** Checks the picture at an address, in place of whatever went on. */
  address(url: string, mode: Mode): void {
    const signal = this.#begin(() => this.address(url, mode), { ...EMPTY, phase: 'fetching' });
    this.#p.fetchPicture(url, signal).then(
      (picture) => {
        if (!signal.aborted) this.picture(picture, mode);
      },
      (thrown: unknown) => {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        if (!signal.aborted) this.#fail({ code: 'IMAGE_UNREACHABLE', recoverable: true, detail });
      },
    );
  }

  /** Checks a picture, in place of whatever went on. */
  picture(picture: Blob, mode: Mode): void {
    this.#ask(picture, mode, { ...EMPTY, picture });
  }

  /** Asks about the same picture once more; its verdict stays until there is another. */
  ask(mode: Mode): void {
    const { picture, verdict, runtime } = this.#state;
    if (picture) this.#ask(picture, mode, { ...EMPTY, picture, verdict, runtime });
  }

  /** After a failure. */
  retry(): void {
    if (this.#state.phase === 'failed') this.#again?.();
  }

  /** Ends what goes on, gives the detector back and forgets the picture. Usable again afterwards. */
  reset(): void {
    this.#begin(null, EMPTY);
    this.#loan?.release();
    this.#loan = null;
  }

  #begin(again: (() => void) | null, state: CheckState): AbortSignal {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#again = again;
    this.#set(state);
    return this.#abort.signal;
  }

  #ask(picture: Blob, mode: Mode, state: CheckState): void {
    const signal = this.#begin(() => this.#ask(picture, mode, state), { ...state, phase: 'preparing' });
    void this.#run(picture, mode, signal);
  }

  async #run(picture: Blob, mode: Mode, signal: AbortSignal): Promise<void> {
    let detector: Detector;
    try {
      this.#loan ??= this.#p.borrow((progress) => {
        if (this.#state.phase === 'preparing') this.#set({ progress });
      });
      detector = await this.#loan.detector;
    } catch (thrown) {
      this.#loan?.release();
      this.#loan = null;
      if (!signal.aborted) this.#fail(asError(thrown));
      return;
    }
    if (signal.aborted) return;
    this.#set({ phase: 'looking', progress: null, runtime: detector.runtime });
    for await (const event of detector.analyse(picture, { mode, signal })) {
      if (signal.aborted) return;
      this.#hear(event, detector);
    }
  }

  #hear(event: AnalysisEvent, detector: Detector): void {
    switch (event.kind) {
      case 'verdict':
        this.#set({ verdict: event.verdict });
        break;
      case 'gate':
        this.#set({ phase: event.thinks ? 'thinking' : 'looking' });
        break;
      case 'reasoning':
        this.#set({ reasoning: [...this.#state.reasoning, event] });
        break;
      case 'retry':
        this.#set({ phase: 'looking', verdict: null, reasoning: [] });
        break;
      case 'final':
        this.#set({ phase: 'done', verdict: event.verdict, final: event, runtime: detector.runtime });
        this.#p.onVerdict(event);
        break;
      case 'failed':
        this.#fail(event.error);
        break;
      case 'received':
      case 'evidence':
        break;
    }
  }

  #fail(error: CheckError): void {
    this.#set({ phase: 'failed', progress: null, error });
    this.#p.onError(error);
  }

  #set(change: Partial<CheckState>): void {
    this.#state = { ...this.#state, ...change };
    this.#p.onChange(this.#state);
  }
}

function asError(thrown: unknown): CheckError {
  if (thrown instanceof FakeHr1Error) return thrown;
  return { code: 'INTERNAL', recoverable: false, detail: String(thrown) };
}

/**
 * One worker and the calls that wait for it.
 *
 * comlink alone never settles the calls of a dead worker, may hang when its proxy is collected, and loses all but the
 * text of a thrown error. A link holds the proxy for the worker's whole life and settles every call exactly once: with
 * the worker's answer or with the reason of its death.
 *
 * Not owned here: when to start another worker (host.ts).
 */
import { type Remote, wrap } from 'comlink';
import { type AppError, appError, type DetectorApi, err, ok, type Result } from '../contract';

/** The part of `Worker` that is used; a fake has it too. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'
>;

/** `Api` is what the worker exposes: the detector's, unless said otherwise. */
export class WorkerLink<Api = DetectorApi> {
  readonly #worker: WorkerLike;
  readonly #api: Remote<Api>;
  readonly #waiting = new Set<(death: AppError) => void>();
  readonly #onDeath: (death: AppError) => void;
  #death: AppError | null = null;

  /** `onDeath` is called once, after every waiting call was settled; not for {@link end} by the owner. */
  constructor(worker: WorkerLike, onDeath: (death: AppError) => void) {
    this.#worker = worker;
    this.#onDeath = onDeath;
    this.#api = wrap<Api>(worker);
    worker.addEventListener('error', this.#onError);
    worker.addEventListener('messageerror', this.#onMessageError);
  }

  get alive(): boolean {
    return this.#death === null;
  }

  /**
   * One call. Resolves with the worker's answer, with INTERNAL if it threw (a bug: the contract throws nothing), with
   * TIMEOUT after `timeoutMs`, or with the reason of death. Never rejects. A timeout kills the worker: whoever does
   * not answer for that long holds the call for ever.
   */
  call<T>(run: (api: Remote<Api>) => PromiseLike<T>, timeoutMs: number): Promise<Result<T>> {
    if (this.#death) return Promise.resolve(err(this.#death));
    return new Promise((resolve) => {
      const settle = (result: Result<T>) => {
        clearTimeout(timer);
        this.#waiting.delete(die);
        resolve(result);
      };
      const die = (death: AppError) => settle(err(death));
      const timer = setTimeout(
        () => this.kill(appError('TIMEOUT', `the worker did not answer within ${timeoutMs} ms`)),
        timeoutMs,
      );
      this.#waiting.add(die);
      run(this.#api).then(
        (value) => settle(ok(value)),
        (thrown: unknown) => settle(err(appError('INTERNAL', `the worker threw: ${String(thrown)}`))),
      );
    });
  }

  /** The worker is lost: ends it, settles every waiting call with `death`, tells the owner. Only the first counts. */
  kill(death: AppError): void {
    if (this.end(death)) this.#onDeath(death);
  }

  /** Ends the worker by wish of the owner. Returns whether it was alive. */
  end(reason: AppError): boolean {
    if (this.#death) return false;
    this.#death = reason;
    this.#worker.removeEventListener('error', this.#onError);
    this.#worker.removeEventListener('messageerror', this.#onMessageError);
    this.#worker.terminate();
    for (const die of [...this.#waiting]) die(reason);
    return true;
  }

  readonly #onError = (event: Event) => {
    const message = 'message' in event ? String(event.message) : '';
    this.kill(appError('INTERNAL', message || 'the worker could not be started or crashed'));
  };

  readonly #onMessageError = () => {
    this.kill(appError('INTERNAL', 'a message of the worker could not be read'));
  };
}

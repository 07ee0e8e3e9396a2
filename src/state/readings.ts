/** Files that are being read for what they say of themselves (src/host/inspector.ts), beside the turns of the model. */
import type { FileReport, Result } from '../contract';

/** What the file says of itself; needs no model and waits for none. */
export type Inspect = (file: Blob, name: string, signal: AbortSignal) => Promise<Result<FileReport>>;

export class Readings {
  readonly #inspect: Inspect;
  readonly #running = new Map<string, AbortController>();

  constructor(inspect: Inspect) {
    this.#inspect = inspect;
  }

  /** Reads the file of a card; `land` is not called once it was stopped. */
  start(id: string, file: File, land: (result: Result<FileReport>) => void): void {
    const abort = new AbortController();
    this.#running.set(id, abort);
    void this.#inspect(file, file.name, abort.signal).then((result) => {
      if (abort.signal.aborted) return;
      this.#running.delete(id);
      land(result);
    });
  }

  /** Its card goes: nobody reads a file for nobody. */
  stop(id: string): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }
}

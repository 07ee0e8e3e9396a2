/**
 * The provenance worker's life: started for the first file, given one file at a time, ended when idle or in trouble.
 *
 * A file may be built to hurt its reader. Whatever happens to the worker costs at most that one report: it is ended, the
 * file is tried once more on a fresh worker, and the next file starts clean. Independent of the detector and its losses.
 */
import type { Remote } from 'comlink';
import {
  type AppError,
  appError,
  err,
  type FileReport,
  fileReportSchema,
  ok,
  type ProvenanceApi,
  type Result,
} from '../contract';
import { INSPECT_IDLE_MS, INSPECT_TIMEOUT_MS, INSPECT_TRIES } from './limits';
import { type WorkerLike, WorkerLink } from './link';

type Link = WorkerLink<ProvenanceApi>;

const cancelled = () => appError('CANCELLED', 'the file was taken away');

export class Inspector {
  readonly #spawn: () => WorkerLike;
  #link: Link | null = null;
  /** Files are read one after another; a failure never holds up the next. */
  #lane: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(spawn: () => WorkerLike) {
    this.#spawn = spawn;
  }

  /** The report of one file. Never rejects; a raised `signal` settles at once, whatever the worker does. */
  inspect(file: Blob, name: string, signal: AbortSignal): Promise<Result<FileReport>> {
    return new Promise((resolve) => {
      const onAbort = () => resolve(err(cancelled()));
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      this.#lane = this.#lane
        .then(() => (signal.aborted ? err(cancelled()) : this.#run(file, name)))
        .then((result) => {
          signal.removeEventListener('abort', onAbort);
          resolve(result);
        });
    });
  }

  async #run(file: Blob, name: string): Promise<Result<FileReport>> {
    clearTimeout(this.#idle);
    for (let attempt = 1; ; attempt++) {
      const link = this.#ensure();
      const result = await this.#ask(link, file, name);
      if (result.ok || !result.error.recoverable) {
        this.#idle = setTimeout(() => this.#end(appError('CANCELLED', 'idle')), INSPECT_IDLE_MS);
        return result;
      }
      this.#end(result.error);
      if (attempt === INSPECT_TRIES) return result;
    }
  }

  async #ask(link: Link, file: Blob, name: string): Promise<Result<FileReport>> {
    const answer = await link.call(
      async (api: Remote<ProvenanceApi>) => await api.inspect(file, name),
      INSPECT_TIMEOUT_MS,
    );
    if (!answer.ok) return answer;
    if (!answer.value.ok) return answer.value;
    const checked = fileReportSchema.safeParse(answer.value.value);
    return checked.success
      ? ok(checked.data)
      : err(appError('INTERNAL', `unexpected report: ${checked.error.message}`));
  }

  #ensure(): Link {
    if (!this.#link?.alive) this.#link = new WorkerLink<ProvenanceApi>(this.#spawn(), () => {});
    return this.#link;
  }

  #end(reason: AppError): void {
    this.#link?.end(reason);
    this.#link = null;
  }
}

/**
 * The page's own newer version: fetched by the service worker in the background, offered, taken when the user wishes.
 *
 * Reloading alone does not change over, since the old service worker stays while a tab of it is open.
 */
import { type Readable, Store } from './store';

/** What of the browser's service workers is used; a fake has it too. */
export interface ShellParts {
  readonly container: Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;
  readonly url: string | URL;
  readonly reload: () => void;
}

/** The one message the service worker knows. */
export const TAKE_OVER = 'take-over';

export class Shell implements Readable<boolean> {
  readonly #p: ShellParts;
  /** Whether a newer version waits. */
  readonly #ready = new Store(false);
  #waiting: Pick<ServiceWorker, 'postMessage'> | null = null;

  constructor(parts: ShellParts) {
    this.#p = parts;
  }

  snapshot(): boolean {
    return this.#ready.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#ready.subscribe(listener);
  }

  /** Registers the service worker. Where that fails the page works all the same, with the network. */
  async start(): Promise<void> {
    const { container, url } = this.#p;
    const registration = await container.register(url).catch(() => null);
    if (!registration) return;
    const look = () => {
      // Without a controller this is the first visit: nothing older is in use.
      if (!registration.waiting || !container.controller) return;
      this.#waiting = registration.waiting;
      this.#ready.update(() => true);
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
  }

  /** Changes over to the version that waits and loads the page anew. */
  apply(): void {
    if (!this.#waiting) return;
    this.#p.container.addEventListener('controllerchange', this.#p.reload, { once: true });
    this.#waiting.postMessage(TAKE_OVER);
  }
}

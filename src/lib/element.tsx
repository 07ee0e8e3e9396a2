/**
 * `<fake-hr1-check>`: a picture, checked on the visitor's device, in any page (docs/embedding.md). Importing this module
 * defines the element.
 *
 *     <fake-hr1-check model-url="/models/fake-hr1-nano/" src="/photo.jpg"></fake-hr1-check>
 */
import { render } from 'preact';
import { appError, MODES } from '../contract';
import { pickLanguage, switchLanguage } from '../words';
import { Check, type CheckError } from './check';
import { CheckView } from './check-view';
import css from './element.css?inline';
import { FakeHr1Error } from './error';
import { type Loan, SharedDetectors, type SharedOptions } from './shared';
import type { FinalEvent, Mode, Progress } from './types';

export type { CheckError, CheckErrorCode } from './check';
export type * from './types';

const ATTRIBUTES = ['lang', 'src', 'model-url', 'mode', 'storage', 'device', 'worker-url', 'manifest-sha256'];
/** Changes of these call for another detector. */
const OF_DETECTOR = new Set(['model-url', 'storage', 'device', 'worker-url', 'manifest-sha256']);

const detectors = new SharedDetectors();
let sheet: CSSStyleSheet | null = null;

/** One sheet for all elements, made by script: a page's `style-src` does not stop it. */
function style(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** Under the rules of CORS; cookies go to the embedding page's own origin only. */
async function fetchPicture(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal, mode: 'cors', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.blob();
}

/**
 * Attributes: `model-url` (needed), `src`, `mode`, `storage` (a name, or `none`), `device`, `worker-url`, `manifest-sha256`,
 * `lang`. Events, both bubbling out of shadow trees: `fake-hr1-verdict`, `fake-hr1-error`. Without `src` it has a drop zone.
 */
export class FakeHr1Check extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #check = new Check({
    borrow: (onProgress) => this.#borrow(onProgress),
    fetchPicture: (url, signal) => fetchPicture(new URL(url, document.baseURI).href, signal),
    onChange: () => this.#render(),
    onVerdict: (final) => this.#tell('fake-hr1-verdict', final),
    onError: (error) => this.#tell('fake-hr1-error', error),
  });
  /** The picture whose object URL this is. */
  #shown: { readonly picture: Blob; readonly url: string } | null = null;
  #planned = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [style()];
    this.#root.addEventListener('dragover', (event) => {
      if (!this.hasAttribute('src')) event.preventDefault();
    });
    this.#root.addEventListener('drop', (event) => this.#drop(event as DragEvent));
  }

  /** Address of a picture, read under CORS; null: the visitor brings one. */
  get src(): string | null {
    return this.getAttribute('src');
  }
  set src(value: string | null) {
    if (value === null) this.removeAttribute('src');
    else this.setAttribute('src', value);
  }

  get mode(): Mode {
    const value = this.getAttribute('mode');
    return MODES.find((mode) => mode === value) ?? 'auto';
  }
  set mode(value: Mode) {
    this.setAttribute('mode', value);
  }

  /** Checks a picture that the page has at hand, in place of the one before. */
  check(picture: Blob): void {
    this.#check.picture(picture, this.mode);
  }

  connectedCallback(): void {
    this.#speak();
    this.#render();
    this.#plan();
  }

  /** Ends what goes on and forgets the picture; the model stays stored. */
  disconnectedCallback(): void {
    this.#check.reset();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    if (name === 'lang') this.#speak();
    if (OF_DETECTOR.has(name)) this.#check.reset();
    if (name === 'src' || OF_DETECTOR.has(name)) this.#plan();
  }

  /** The language of the element, or of what it stands in. One for all elements of a page: the latest counts. */
  #speak(): void {
    const wish = this.closest('[lang]')?.getAttribute('lang') ?? null;
    // Where it cannot be loaded, the former one is spoken on.
    switchLanguage(pickLanguage([wish])).catch(() => {});
  }

  /** Once for all attributes that are set in one go. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (!this.isConnected) return;
      const { src } = this;
      if (src !== null && src !== '') this.#check.address(src, this.mode);
      else this.#check.reset();
    });
  }

  #borrow(onProgress: (progress: Progress) => void): Loan {
    const modelUrl = this.getAttribute('model-url');
    if (!modelUrl) {
      const missing = appError('MODEL_MISSING', 'the attribute model-url is missing');
      return { detector: Promise.reject(new FakeHr1Error(missing)), release: () => {} };
    }
    const storage = this.getAttribute('storage');
    const options = {
      modelUrl,
      // Checked where it is used: an attribute may hold anything.
      device: (this.getAttribute('device') ?? undefined) as SharedOptions['device'],
      workerUrl: this.getAttribute('worker-url') ?? undefined,
      manifestSha256: this.getAttribute('manifest-sha256') ?? undefined,
      ...(storage === null ? {} : { storage: storage === 'none' ? (false as const) : storage }),
    };
    return detectors.borrow(options, onProgress);
  }

  #drop(event: DragEvent): void {
    if (this.hasAttribute('src')) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) this.check(file);
  }

  #tell(type: 'fake-hr1-verdict' | 'fake-hr1-error', detail: FinalEvent | CheckError): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #preview(picture: Blob | null): string | null {
    if (this.#shown?.picture !== picture) {
      if (this.#shown) URL.revokeObjectURL(this.#shown.url);
      this.#shown = picture && { picture, url: URL.createObjectURL(picture) };
    }
    return this.#shown?.url ?? null;
  }

  #render(): void {
    const { state } = this.#check;
    render(
      <CheckView
        state={state}
        preview={this.#preview(state.picture)}
        open={!this.hasAttribute('src')}
        onFile={(file) => this.check(file)}
        onExplain={() => this.#check.ask('explain')}
        onRetry={() => this.#check.retry()}
      />,
      this.#root,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fake-hr1-check': FakeHr1Check;
  }
  interface HTMLElementEventMap {
    'fake-hr1-verdict': CustomEvent<FinalEvent>;
    'fake-hr1-error': CustomEvent<CheckError>;
  }
}

if (!customElements.get('fake-hr1-check')) customElements.define('fake-hr1-check', FakeHr1Check);

/**
 * The public types of the library, written out: whoever embeds it needs no other package for them, and no change of our
 * own contract reaches them unseen (types.test.ts holds both together).
 */

/** Closed: every failure is one of these. {@link ERROR_CODES} has them as values. */
export type ErrorCode =
  | 'UNSUPPORTED_FORMAT'
  | 'CORRUPT_IMAGE'
  | 'IMAGE_TOO_LARGE'
  | 'IMAGE_TOO_SMALL'
  | 'NO_CONTENT'
  | 'MODEL_MISSING'
  | 'MODEL_TAMPERED'
  | 'QUOTA'
  | 'NO_DEVICE'
  | 'DEVICE_LOST'
  | 'OUT_OF_MEMORY'
  | 'TIMEOUT'
  | 'SELF_TEST_FAILED'
  | 'CANCELLED'
  | 'INTERNAL';

export interface DetectorError {
  readonly code: ErrorCode;
  /** True where a retry may help; false where only the user or the embedding page can change something. */
  readonly recoverable: boolean;
  /** For developers and reports; never the only thing a user should see. */
  readonly detail: string;
  /** E.g. the format that was recognised. */
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}

/** `likely-ai`: "Likely AI-generated". `cant-tell`: "Can't tell". `no-traces`: "No AI traces found". Never a fact. */
export type Band = 'likely-ai' | 'cant-tell' | 'no-traces';

/** `auto`: the model decides whether to reason. `answer`: never. `explain`: always. */
export type Mode = 'auto' | 'answer' | 'explain';

/** The same picture, changed a little before the model looks. */
export type Variant = 'half-size' | 'jpeg-70' | 'other-crops' | 'mirrored';

/** Why the band is "Can't tell" although there is a number. */
export type AbstainReason = 'blank' | 'noise' | 'too-small' | 'contradiction' | 'crops-disagree' | 'unstable';

/** px of the picture after EXIF orientation. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Verdict {
  readonly band: Band;
  /** Set: the model abstains, the band is `cant-tell`, and the numbers say nothing. */
  readonly abstained: AbstainReason | null;
  /** Calibrated probability (0..1) that the picture is AI-generated. */
  readonly pFake: number;
  /** Calibrated logit; the bands are cut on it. */
  readonly logit: number;
  readonly languageLogit: number;
  readonly detectorLogit: number;
  /** Share (0..1) of held-out real pictures that score at least this high. */
  readonly realShare: number;
  /** Places looked at closely; a positive logit leans to AI. */
  readonly crops: readonly { readonly region: Region; readonly logit: number }[];
  /** What kind of picture it is, where that is sure. All but `photo` are outside of what the model learned. */
  readonly kind: 'photo' | 'art' | 'render' | 'page' | null;
  /** What the model wrote, word for word. */
  readonly output: string;
}

/** What arrived, before any model ran. */
export interface ReceivedEvent {
  readonly kind: 'received';
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'bmp' | 'tiff' | 'heic' | 'svg' | 'unknown';
  readonly bytes: number;
  /** px, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly hasExif: boolean;
  /** More than one frame; only the first is looked at. */
  readonly animated: boolean;
  readonly decoder: 'image-bitmap';
}

/** Measurements of the picture against held-out real ones with as much compression. */
export interface EvidenceEvent {
  readonly kind: 'evidence';
  readonly evidence: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: number;
    /** 0..4: below the 5th, 25th, up to the 75th, 95th percentile, or above. */
    readonly bin: number;
    /** Far enough out that a sentence may name it. */
    readonly reportable: boolean;
  }[];
}

/** The instant verdict. `ms`: from the start of the analysis in the worker. */
export interface VerdictEvent {
  readonly kind: 'verdict';
  readonly verdict: Verdict;
  readonly ms: number;
}

/** Whether it reasons, and who decided. */
export interface GateEvent {
  readonly kind: 'gate';
  readonly pThink: number;
  readonly thinks: boolean;
  readonly decidedBy: 'model' | 'request';
}

/** A piece of the reasoning; pieces joined are the text. */
export interface ReasoningEvent {
  readonly kind: 'reasoning';
  readonly text: string;
  /** Crops (index into the final verdict's `crops`) and measurements it speaks of. */
  readonly references: readonly (
    | { readonly kind: 'crop'; readonly index: number }
    | { readonly kind: 'evidence'; readonly id: string }
  )[];
}

/** The worker was lost: everything reported of this picture so far is void, a fresh worker starts it over, once. */
export interface RetryEvent {
  readonly kind: 'retry';
  readonly error: DetectorError;
}

/** Closes an analysis that succeeded. */
export interface FinalEvent {
  readonly kind: 'final';
  readonly verdict: Verdict;
  readonly thought: boolean;
  readonly tokens: number;
  /** Which way the reasoning argues; null without reasoning. */
  readonly stance: 'fake' | 'real' | 'open' | null;
  readonly ms: number;
}

/** Closes an analysis that failed, was cancelled, or whose picture was refused. The detector stays usable. */
export interface FailedEvent {
  readonly kind: 'failed';
  readonly error: DetectorError;
}

/** Closed. Every analysis ends with exactly one `final` or `failed`, unless its reader leaves before. */
export type AnalysisEvent =
  | ReceivedEvent
  | EvidenceEvent
  | VerdictEvent
  | GateEvent
  | ReasoningEvent
  | RetryEvent
  | FinalEvent
  | FailedEvent;

/** One analysis, read once. Iterating never throws; leaving early (`break`) cancels the work in the worker. */
export interface Analysis extends AsyncIterable<AnalysisEvent> {
  /** Ends it from elsewhere: its reader gets `failed` / CANCELLED. Nothing happens once it has ended. */
  cancel(): void;
}

export interface AnalyseOptions {
  /** `auto` when absent. */
  readonly mode?: Mode | undefined;
  /** "Is this image real or fake?" when absent. English: the model knows no other language. */
  readonly question?: string | undefined;
  readonly variant?: Variant | undefined;
  /** Upper limit of generated tokens; the model's own when absent. */
  readonly maxNewTokens?: number | undefined;
  /** Raised: the analysis ends with `failed` / CANCELLED. */
  readonly signal?: AbortSignal | undefined;
}

export type Progress =
  /** Looking for an installed model and checking its digests. */
  | { readonly phase: 'checking' }
  /** Bytes that are here, of all. */
  | { readonly phase: 'downloading'; readonly loaded: number; readonly total: number }
  | {
      readonly phase: 'starting';
      readonly step: 'sessions' | 'warm-up' | 'self-test';
      readonly done: number;
      readonly total: number;
    };

export interface DetectorOptions {
  /** Folder with the model's manifest.json, relative to the document or absolute. */
  readonly modelUrl: string | URL;
  /** SHA-256 (hex) that manifest.json must have; any other model is refused with MODEL_TAMPERED. */
  readonly manifestSha256?: string | undefined;
  /** `auto` (default): WebGPU if it passes its self-test, else WebAssembly. */
  readonly device?: 'auto' | 'webgpu' | 'wasm' | undefined;
  /**
   * Name of the IndexedDB database that keeps the model; `fake-hr1-lib` when absent. `false`: nothing is kept, each page
   * downloads it anew. Models of different addresses never replace each other, in one database neither.
   */
  readonly storage?: string | false | undefined;
  /** True: ask the server first, and replace the installed model of this address if it offers another. */
  readonly update?: boolean | undefined;
  /** WebAssembly threads, 1 to 4; as many as there are cores when absent, 1 without cross-origin isolation. */
  readonly threads?: number | undefined;
  /** The worker's script, where a bundler moved it; beside this module when absent. */
  readonly workerUrl?: string | URL | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Raised while it starts: rejects with CANCELLED. Raised later: the same as `dispose()`. */
  readonly signal?: AbortSignal | undefined;
}

/** What runs. May change after a `retry`: WebGPU that is lost twice is given up for WebAssembly. */
export interface Runtime {
  readonly device: 'webgpu' | 'wasm';
  readonly dtype: string;
  readonly threads: number;
  /** Why it runs on WebAssembly although WebGPU was allowed; null when it does not. */
  readonly fallback: string | null;
  /** Why there is only one thread although more were wished for: the page is not cross-origin isolated. */
  readonly oneThreadBecause: 'not-isolated' | null;
  readonly selfTest: {
    readonly passed: boolean;
    readonly maxDifference: number;
    readonly tolerance: number;
  };
}

export interface ModelIdentity {
  readonly id: string;
  readonly version: string;
  readonly licence: string;
  readonly checkpoint: string;
  /** SHA-256 over the `sha256sum` lines of all its files by path. */
  readonly weightsSha256: string;
}

export interface Detector {
  readonly model: ModelIdentity;
  readonly runtime: Runtime;
  /** Whether this browser keeps the model for the next page. */
  readonly stored: boolean;
  /**
   * Lines a picture up; analyses run one at a time, in the order of these calls. Throws TypeError if `image` is no Blob or
   * an option is none; everything about the picture itself comes as an event.
   */
  analyse(image: Blob, options?: AnalyseOptions): Analysis;
  /** The model that the address offers now, if it is another than the one in use; null if not, or unreachable. */
  newer(): Promise<Omit<ModelIdentity, 'weightsSha256'> | null>;
  /** Ends the worker and every analysis (`failed` / CANCELLED). The stored model stays. May be called twice. */
  dispose(): void;
}

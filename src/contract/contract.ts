/**
 * The contract between the page and the detector worker: calls, stream items, their meaning. Both sides import it;
 * it imports nothing else of ours, and no other module posts messages.
 *
 * Long calls are streams pulled by the consumer: `open*` starts one under a call id, `next` asks for its next item.
 * Pulling gives back-pressure and makes cancelling cheap. A stream that ends without its closing item (`ready`,
 * `final` or `failed`) is an error of the worker. Every item is checked against its schema on arrival.
 *
 * Not owned here: the worker's life (src/host), the words shown to people (src/ui/words.ts), thresholds (manifest).
 */
import { z } from 'zod';
import { type AppError, appErrorSchema, type Result } from './errors';
import { deviceSchema, kindSchema, type Manifest } from './manifest';

/** Identifies one call for its whole life; a verdict can never land on another image's card. */
export type CallId = string;

/** `auto`: the model decides whether to think. `answer`: never. `explain`: always. */
export const MODES = ['auto', 'answer', 'explain'] as const;
export const modeSchema = z.enum(MODES);
export type Mode = z.infer<typeof modeSchema>;

/** A verified model bundle: the manifest and the content of each file by its path. */
export interface Bundle {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Blob>;
}

export interface LoadRequest {
  readonly bundle: Bundle;
  /** `auto` tries WebGPU (self-test decides) and falls back to WASM. */
  readonly device: 'auto' | 'webgpu' | 'wasm';
  /** WASM threads; ignored on WebGPU. */
  readonly threads: number;
}

/**
 * The same picture, changed a little before the model looks: whether an answer holds under this is its steadiness.
 * `half-size`: half as wide and high. `jpeg-70`: compressed as JPEG of quality 70. `other-crops`: looked at closely in
 * other places. `mirrored`: left and right exchanged.
 */
export const VARIANTS = ['half-size', 'jpeg-70', 'other-crops', 'mirrored'] as const;
export const variantSchema = z.enum(VARIANTS);
export type Variant = z.infer<typeof variantSchema>;

export interface AnalyseRequest {
  readonly question: string;
  readonly mode: Mode;
  /** Applied behind decoding; the picture as it is when absent. */
  readonly variant?: Variant;
  /** Upper limit of generated tokens; the manifest's value when absent. */
  readonly maxNewTokens?: number;
}

/** Place in the picture, px of the oriented original, whatever variant was looked at. */
export const regionSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Region = z.infer<typeof regionSchema>;

export const cropSchema = z.object({
  region: regionSchema,
  /** Detector logit of this crop alone; positive leans to AI. */
  logit: z.number(),
});
export type Crop = z.infer<typeof cropSchema>;

export const BANDS = ['likely-ai', 'cant-tell', 'no-traces'] as const;
export const bandSchema = z.enum(BANDS);
export type Band = z.infer<typeof bandSchema>;

/** Why the page says "Can't tell" although there is a number. */
export const ABSTAIN_REASONS = [
  'blank',
  'noise',
  'too-small',
  'contradiction',
  'crops-disagree',
  /** Answers about variants of the picture flip. Said by the page, which alone knows several answers. */
  'unstable',
] as const;
export const abstainSchema = z.enum(ABSTAIN_REASONS);
export type AbstainReason = z.infer<typeof abstainSchema>;

export const FORMATS = [
  'jpeg',
  'png',
  'webp',
  'gif',
  'avif',
  'bmp',
  'tiff',
  'heic',
  'svg',
  'unknown',
] as const;
export const formatSchema = z.enum(FORMATS);
export type Format = z.infer<typeof formatSchema>;

/** What arrived, before any model ran. */
export const receivedSchema = z.object({
  kind: z.literal('received'),
  format: formatSchema,
  bytes: z.number().int(),
  /** Size after EXIF orientation, px. */
  width: z.number().int(),
  height: z.number().int(),
  hasExif: z.boolean(),
  /** More than one frame; only the first is looked at. */
  animated: z.boolean(),
  /** Who decoded it. */
  decoder: z.enum(['image-bitmap']),
});

/** A verdict with everything that is needed to show and to reproduce it. */
export const verdictSchema = z.object({
  band: bandSchema,
  abstained: abstainSchema.nullable(),
  /** Calibrated probability that the image is AI-generated. */
  pFake: z.number().min(0).max(1),
  /** Calibrated logit; the bands are cut on it. */
  logit: z.number(),
  /** Raw logit(fake) - logit(real) of the language model at the answer position. */
  languageLogit: z.number(),
  /** The detector's logit. */
  detectorLogit: z.number(),
  /** Share (0..1) of held-out real images that score at least this high. */
  realShare: z.number().min(0).max(1),
  crops: z.array(cropSchema),
  /** What kind of picture it is, where that is sure; null otherwise. */
  kind: kindSchema.nullable(),
  /** What the model wrote, word for word, think block included. */
  output: z.string(),
});
export type VerdictData = z.infer<typeof verdictSchema>;

export const EVIDENCE_BINS = 5;
export const evidenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  value: z.number(),
  /** 0..4: below the 5th, 25th, up to the 75th, 95th percentile of real images, or above. */
  bin: z
    .number()
    .int()
    .min(0)
    .max(EVIDENCE_BINS - 1),
  /** Far enough out (bin 0 or 4) that a sentence may name it. */
  reportable: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** What a piece of reasoning speaks of. */
export const referenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('crop'), index: z.number().int() }),
  z.object({ kind: z.literal('evidence'), id: z.string() }),
]);
export type Reference = z.infer<typeof referenceSchema>;

export const modelInfoSchema = z.object({
  id: z.string(),
  version: z.string(),
  checkpoint: z.string(),
  device: deviceSchema,
  dtype: z.string(),
  threads: z.number().int(),
  /** Why WebGPU was not taken although it was allowed; null when it was taken or not asked for. */
  fallbackReason: z.string().nullable(),
  selfTest: z.object({ passed: z.boolean(), maxDifference: z.number(), tolerance: z.number() }),
  /** Wall time of loading and warm-up, ms. */
  loadMs: z.number(),
});
export type ModelInfo = z.infer<typeof modelInfoSchema>;

export const failedSchema = z.object({ kind: z.literal('failed'), error: appErrorSchema });

export const loadItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    phase: z.enum(['sessions', 'warm-up', 'self-test']),
    done: z.number(),
    total: z.number(),
  }),
  z.object({ kind: z.literal('ready'), info: modelInfoSchema }),
  failedSchema,
]);
export type LoadItem = z.infer<typeof loadItemSchema>;

export const gateSchema = z.object({
  kind: z.literal('gate'),
  /** P(the model opens a non-empty think block), from the same prefill as the verdict. */
  pThink: z.number().min(0).max(1),
  thinks: z.boolean(),
  decidedBy: z.enum(['model', 'request']),
});

export const finalSchema = z.object({
  kind: z.literal('final'),
  verdict: verdictSchema,
  thought: z.boolean(),
  /** Tokens of the output, think block and answer, as the paper counts them. */
  tokens: z.number().int(),
  /** Which way the reasoning argues; null without reasoning. */
  stance: z.enum(['fake', 'real', 'open']).nullable(),
  ms: z.number(),
});

export const analyseItemSchema = z.discriminatedUnion('kind', [
  receivedSchema,
  z.object({ kind: z.literal('verdict'), verdict: verdictSchema, ms: z.number() }),
  gateSchema,
  z.object({ kind: z.literal('evidence'), evidence: z.array(evidenceSchema) }),
  z.object({ kind: z.literal('reasoning'), text: z.string(), references: z.array(referenceSchema) }),
  finalSchema,
  failedSchema,
]);
export type AnalyseItem = z.infer<typeof analyseItemSchema>;

export type Step<T> = { readonly done: false; readonly value: T } | { readonly done: true };

/** What the worker offers; every method returns a promise once wrapped by comlink. */
export interface DetectorApi {
  openLoad(call: CallId, request: LoadRequest): Promise<void>;
  openAnalyse(call: CallId, image: Blob, request: AnalyseRequest): Promise<void>;
  nextLoad(call: CallId): Promise<Step<LoadItem>>;
  nextAnalyse(call: CallId): Promise<Step<AnalyseItem>>;
  /** Ends a call; its stream closes with `failed` / CANCELLED. Unknown ids are ignored. */
  cancel(call: CallId): Promise<void>;
  /** Repeats the self-test on the loaded model. */
  selfTest(): Promise<Result<ModelInfo['selfTest']>>;
  /** Frees sessions and tensors; the worker is of no more use. */
  dispose(): Promise<void>;
}

export type { AppError, Result };

/**
 * The manifest of a model bundle: what the files are, how inputs are made, what the numbers mean.
 *
 * Written by `python -m training.export`, read by the weights store (files and digests), the engine (prompt,
 * preprocessing, self-test) and the verdict (calibration, bands). A bundle without digests is not loadable.
 */
import { z } from 'zod';

export const DEVICES = ['webgpu', 'wasm'] as const;
export const deviceSchema = z.enum(DEVICES);
export type Device = z.infer<typeof deviceSchema>;

/** Names of the ONNX graphs of nano. A dtype set holds all of them, but for `trunk` where the kernel computes it. */
const graphsSchema = z.object({
  trunk: z.string().optional(),
  vision_encoder: z.string(),
  crop_encoder: z.string(),
  embed_tokens: z.string(),
  decoder_model_merged: z.string(),
});
export type Graph = keyof z.infer<typeof graphsSchema>;

const fileSchema = z.object({
  /** Path inside the bundle, e.g. `onnx/vision_encoder.onnx`. */
  path: z.string().min(1),
  bytes: z.number().int().positive(),
  /** Lower-case hex SHA-256 of the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ManifestFile = z.infer<typeof fileSchema>;

const offset = z.number().int().nonnegative();

/**
 * Where the kernel finds the frozen trunk's weights (workers/engine/kernel-trunk.ts). Offsets in bytes; all but the products are
 * float16.
 */
const kernelSchema = z.object({
  /** Paths in the bundle: of the products in four bits, and of everything else. */
  packed: z.string(),
  rest: z.string(),
  /** Of a channel of the pixels, in grey levels. */
  mean: z.array(z.number()).length(3),
  deviation: z.array(z.number().positive()).length(3),
  /** q, k, v, o, up, down of each block in turn: uint8 [outputs, inputs / 32, 16], float16 [outputs, inputs / 32]. */
  products: z.array(z.object({ codes: offset, scales: offset.multipleOf(2) })),
  /** [768, 3, 16, 16], [768], [197, 768]. */
  patches: offset.multipleOf(2),
  classToken: offset.multipleOf(2),
  places: offset.multipleOf(2),
  /** Weight and bias. */
  norm: z.tuple([offset.multipleOf(2), offset.multipleOf(2)]),
  /** Of each block: norm1 (weight, bias), biases of q, k, v, o, norm2 (weight, bias), biases of up and down. */
  vectors: z.array(z.array(offset.multipleOf(2)).length(10)),
  /** What the heads read of each view, in this order: class token or mean of the places after a block (0 and up). */
  state: z.array(z.object({ of: z.enum(['token', 'mean']), block: z.number().int().nonnegative() })),
});
export type KernelLayout = z.infer<typeof kernelSchema>;

const dtypeSetSchema = z
  .object({
    /** E.g. `fp32`, `fp16`. */
    id: z.string(),
    device: deviceSchema,
    /** Needs the WebGPU feature `shader-f16`. */
    needsShaderF16: z.boolean(),
    /** Graph name to path of the .onnx file. */
    graphs: graphsSchema,
    /** External data: the `location` written in the graph to the path of the file in the bundle. */
    externalData: z.record(z.string(), z.string()),
    /** Where the frozen trunk is computed by the kernel. */
    kernel: kernelSchema.optional(),
    /** Element type of the KV cache tensors. */
    kvType: z.enum(['float32', 'float16']),
    /** Platt scaling of this dtype: p = sigmoid(a * logit + b). */
    calibration: z.object({ a: z.number(), b: z.number() }),
  })
  .refine(({ graphs, kernel }) => (graphs.trunk === undefined) !== (kernel === undefined), {
    message: 'the trunk is computed by a graph or by the kernel',
  });
export type DtypeSet = z.infer<typeof dtypeSetSchema>;

/** One measurement of the image (workers/image/measure.ts = training/fakehr1/measure.py). */
const measurementSchema = z.object({
  id: z.string(),
  /** What a sentence calls it. */
  name: z.string(),
  /** Upper bounds of bins 0..3 (5th, 25th, 75th, 95th percentile of held-out real images), one row per compression group. */
  bounds: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});

/** What a picture may be. All but `photo` are outside of what the detector was made for; style is no sign of AI. */
export const KINDS = ['photo', 'art', 'render', 'page'] as const;
export const kindSchema = z.enum(KINDS);
export type Kind = z.infer<typeof kindSchema>;

/** Classes of one head in the order of its logits, each with the probability from which on it is named. */
const classes = <T extends z.ZodType<string>>(id: T) =>
  z.array(z.object({ id, threshold: z.number() })).min(1);

const pointSchema = z.object({ logit: z.number(), share: z.number() });

export const manifestSchema = z.object({
  schema: z.literal(1),
  id: z.string(),
  family: z.enum(['nano', 'full']),
  version: z.string(),
  licence: z.string(),
  /** Name of the architecture and the checkpoint it came from; shown in the details and in reports. */
  checkpoint: z.string(),
  files: z.array(fileSchema).min(1),
  dtypes: z.array(dtypeSetSchema).min(1),
  preprocessing: z.object({
    /** Version of the shared image maths; the worker refuses a bundle of another version. */
    version: z.literal(1),
    /** Side of the squashed whole view, px. */
    globalSide: z.number().int(),
    /** Side of a native crop, px. */
    cropSide: z.number().int(),
    fastCrops: z.number().int(),
    slowCrops: z.number().int(),
    /** Measurements in the order of the evidence vector. */
    measurements: z.array(measurementSchema),
    /** Upper bounds of `compression` (a measurement) that separate the compression groups. */
    compressionBounds: z.array(z.number()),
  }),
  prompt: z.object({
    system: z.string(),
    /** Special tokens by role, as they stand in tokenizer.json. */
    tokens: z.object({
      system: z.string(),
      user: z.string(),
      assistant: z.string(),
      image: z.string(),
      thinkOpen: z.string(),
      thinkClose: z.string(),
      newline: z.string(),
      end: z.string(),
      real: z.string(),
      fake: z.string(),
    }),
    /** Number of tokens of the whole view. */
    globalTokens: z.number().int(),
    /** `<cl_0>` .. : bin of one crop's logit; bounds are the upper bounds of all bins but the last. */
    cropLogitBounds: z.array(z.number()),
    detectorLogitBounds: z.array(z.number()),
    /** Longest question in tokens; the rest is cut. */
    maxQuestionTokens: z.number().int(),
    maxNewTokens: z.number().int(),
  }),
  /** Heads that say what the picture is and shows (training/fakehr1/subject.py). */
  subject: z.object({ kinds: classes(kindSchema), categories: classes(z.string()) }),
  gate: z.object({
    /** The model thinks when P(think) is at least this. */
    threshold: z.number(),
  }),
  verdict: z.object({
    /** Weight of the detector logit beside the language model's logit difference. */
    beta: z.number(),
    /** Calibrated logits at and above which the band is "likely AI", and below which it is "no traces". */
    likelyAi: z.number(),
    /** In place of `likelyAi` where the picture is named as a drawing, rendering or page; never lower. */
    likelyAiOutside: z.number(),
    noTraces: z.number(),
    /** Share of held-out real images that score at least `logit`, falling; for "of 100 real photos ...". */
    realSurvival: z.array(pointSchema).min(2),
    /** Where thresholds and calibration come from. */
    evaluation: z.object({
      set: z.string(),
      realImages: z.number().int(),
      fakeImages: z.number().int(),
      command: z.string(),
    }),
  }),
  selfTest: z.object({
    /** Seed of the xorshift32 that makes the input image (workers/engine/self-test.ts). */
    seed: z.number().int(),
    /** Expected values on that input, per dtype id: integer and half-precision arithmetic are right with other digits. */
    expected: z.record(
      z.string(),
      z.object({ detectorLogit: z.number(), verdictLogit: z.number(), pThink: z.number() }),
    ),
    /** Largest absolute difference allowed, per dtype id. */
    tolerance: z.record(z.string(), z.number()),
  }),
  /** Headline numbers with the command that prints them; shown in the model details. */
  metrics: z.record(z.string(), z.number()),
});

export type Manifest = z.infer<typeof manifestSchema>;

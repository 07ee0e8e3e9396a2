/**
 * The report as data: everything that is needed to read a verdict later and to compute it again elsewhere.
 *
 * One form for one picture and for many. Written by build.ts, shown by html.ts and csv.ts, read again by
 * `npm run reproduce`. Pixels are in it only as `thumbnail`, and only if wished; a place (GPS) never is.
 */
import { z } from 'zod';
import {
  abstainSchema,
  appErrorSchema,
  bandSchema,
  deviceSchema,
  evidenceSchema,
  fileReportSchema,
  kindSchema,
  modelInfoSchema,
  modeSchema,
  receivedSchema,
  verdictSchema,
} from '../contract';
import { LANGUAGES } from '../words';

export const REPORT_SCHEMA = 'fake-hr1-report';
export const REPORT_VERSION = 1;

/** Lower-case hex SHA-256. */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const thumbnailSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Nothing but a JPEG in Base64 can be put into a page from here. */
  dataUrl: z.string().regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/),
});
export type Thumbnail = z.infer<typeof thumbnailSchema>;

/** Model, weights and rules that a verdict was made with. */
const madeWithSchema = z.object({
  model: z.object({
    id: z.string(),
    version: z.string(),
    licence: z.string(),
    checkpoint: z.string(),
    /** SHA-256 over the files' digests (weights-hash.ts). */
    weightsSha256: sha256Schema,
    preprocessingVersion: z.number().int(),
  }),
  thresholds: z.object({
    /** Calibrated logits; what they mean stands in src/verdict. */
    likelyAi: z.number(),
    likelyAiOutside: z.number(),
    noTraces: z.number(),
    /** Weight of the detector logit in the raw logit. */
    beta: z.number(),
    calibration: z.object({ a: z.number(), b: z.number() }),
    /** P(think) from which on the model thinks. */
    think: z.number(),
    evaluation: z.object({
      set: z.string(),
      realImages: z.number().int(),
      fakeImages: z.number().int(),
      command: z.string(),
    }),
  }),
  engine: modelInfoSchema
    .pick({ dtype: true, threads: true, selfTest: true, loadMs: true })
    .extend({ device: deviceSchema, fallbackReason: z.string().nullable() }),
  /** When the verdict was made, ISO 8601. */
  at: z.string(),
});
export type MadeWith = z.infer<typeof madeWithSchema>;

export const pictureReportSchema = z.object({
  /** SHA-256 is null where there was no file to read: a folder, a link, an empty file. */
  file: z.object({ name: z.string(), bytes: z.number().int(), sha256: sha256Schema.nullable() }),
  /** What the file says of itself; null where that could not be read. */
  metadata: fileReportSchema.omit({ place: true }).extend({ containsPlace: z.boolean() }).nullable(),
  received: receivedSchema.omit({ kind: true }).nullable(),
  request: z.object({
    question: z.string(),
    mode: modeSchema,
    /** Limit of generated tokens where it was not the model's own. */
    maxNewTokens: z.number().int().nullable(),
  }),
  status: z.enum(['done', 'stopped', 'failed']),
  error: appErrorSchema.nullable(),
  /** First try was lost for this reason. */
  retried: appErrorSchema.nullable(),
  /** The verdict that was shown, in the page's own words; `basis`: which answer it rests on. */
  verdict: z
    .object({
      band: bandSchema,
      abstained: abstainSchema.nullable(),
      kind: kindSchema.nullable(),
      basis: z.enum(['instant', 'final']),
      said: z.array(z.string()),
    })
    .nullable(),
  /** The two answers with their crops, logits, probabilities and raw outputs. */
  instant: verdictSchema.nullable(),
  final: verdictSchema.nullable(),
  gate: z
    .object({
      pThink: z.number().min(0).max(1),
      thinks: z.boolean(),
      decidedBy: z.enum(['model', 'request']),
    })
    .nullable(),
  reasoning: z.object({
    /** `crops` are indices into the final crops. */
    sentences: z.array(z.object({ text: z.string(), crops: z.array(z.number().int()) })),
    stance: z.enum(['fake', 'real', 'open']).nullable(),
    tokens: z.number().int().nullable(),
  }),
  evidence: z.array(evidenceSchema),
  /** Wall time, ms. */
  timing: z.object({ instantMs: z.number().nullable(), finalMs: z.number().nullable() }),
  madeWith: madeWithSchema.nullable(),
  note: z.string(),
  /** Marked as dealt with by the reviewer; reports of earlier pages do not say. */
  checked: z.boolean().default(false),
  thumbnail: thumbnailSchema.nullable(),
});
export type PictureReport = z.infer<typeof pictureReportSchema>;

export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  version: z.literal(REPORT_VERSION),
  /** When the report was written, ISO 8601. */
  createdAt: z.string(),
  /** Git commit the page was built from, or "unknown". */
  build: z.string(),
  /** Language of `said`, the only words in here that are the page's own; absent in older reports, which are English. */
  language: z.enum(LANGUAGES).optional(),
  pictures: z.array(pictureReportSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** Reads a report's JSON; says what is wrong with it in one line. */
export function parseReport(
  text: string,
): { readonly ok: true; readonly value: Report } | { readonly ok: false; readonly why: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not JSON' };
  }
  const parsed = reportSchema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, why: `${issue?.path.join('.') || 'report'}: ${issue?.message ?? 'not a report'}` };
}

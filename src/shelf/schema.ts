/**
 * A card as it is kept on the device (docs/storage.md): everything that was said about a picture and a small view of it,
 * never the picture. Whatever is read back is checked; a record that does not fit is no record.
 */
import { z } from 'zod';
import {
  type AnalyseRequest,
  appErrorSchema,
  evidenceSchema,
  fileReportSchema,
  finalSchema,
  gateSchema,
  type Manifest,
  modelInfoSchema,
  modeSchema,
  receivedSchema,
  referenceSchema,
  variantSchema,
  verdictSchema,
} from '../contract';
import { type Card, newCard, type SmallView } from '../state/card';
import type { Trial } from '../state/trials';

/** Of the form below. A record of another version is left alone: it may be a newer page's. */
export const RECORD_VERSION = 1;

const requestSchema = z.object({
  question: z.string(),
  mode: modeSchema,
  maxNewTokens: z.number().int().positive().nullable(),
});

const trialSchema = z.union([
  z.object({ variant: variantSchema, phase: z.literal('stopped') }),
  z.object({ variant: variantSchema, phase: z.literal('done'), verdict: verdictSchema }),
  z.object({ variant: variantSchema, phase: z.literal('failed'), error: appErrorSchema }),
]);

const engineSchema = z.object({
  info: modelInfoSchema,
  /** Key of the manifest, which many cards share. */
  manifest: z.string(),
  fallback: z.string().nullable(),
  at: z.string(),
});

export const smallSchema = z.object({
  picture: z.instanceof(Blob),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  likeness: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});

export const recordSchema = z.object({
  version: z.literal(RECORD_VERSION),
  name: z.string(),
  folder: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  arrival: z.object({ batch: z.number(), place: z.number().int() }),
  request: requestSchema,
  phase: z.enum(['done', 'failed', 'stopped']),
  file: fileReportSchema.nullable(),
  received: receivedSchema.nullable(),
  verdict: verdictSchema.nullable(),
  instant: verdictSchema.nullable(),
  verdictMs: z.number().nullable(),
  gate: gateSchema.nullable(),
  evidence: z.array(evidenceSchema),
  reasoning: z.array(z.object({ text: z.string(), references: z.array(referenceSchema) })),
  final: finalSchema.nullable(),
  engine: engineSchema.nullable(),
  error: appErrorSchema.nullable(),
  retried: appErrorSchema.nullable(),
  trials: z.array(trialSchema).nullable(),
  note: z.string(),
  checked: z.boolean(),
  small: smallSchema.nullable(),
});
export type PictureRecord = z.infer<typeof recordSchema>;

/** `manifestKey`: where the manifest of the card's engine is kept; null without one. */
export function toRecord(card: Card, manifestKey: string | null): PictureRecord {
  const { engine, small, trials, request } = card;
  return {
    version: RECORD_VERSION,
    name: card.name,
    folder: card.folder,
    bytes: card.bytes,
    sha256: card.sha256,
    arrival: { ...card.arrival },
    request: {
      question: request.question,
      mode: request.mode,
      maxNewTokens: request.maxNewTokens ?? null,
    },
    // What the tab took down with it was stopped.
    phase: card.phase === 'done' || card.phase === 'failed' ? card.phase : 'stopped',
    file: card.file?.phase === 'done' ? card.file.report : null,
    received: card.received,
    verdict: card.verdict,
    instant: card.instant,
    verdictMs: card.verdictMs,
    gate: card.gate,
    evidence: [...card.evidence],
    reasoning: card.reasoning.map(({ text, references }) => ({ text, references: [...references] })),
    final: card.final,
    engine:
      engine && manifestKey !== null
        ? { info: engine.info, manifest: manifestKey, fallback: engine.fallback, at: engine.at }
        : null,
    error: card.error,
    retried: card.retried,
    trials: trials?.map(settledTrial) ?? null,
    note: card.note,
    checked: card.checked,
    small: small && {
      picture: small.picture,
      width: small.width,
      height: small.height,
      likeness: small.likeness,
    },
  };
}

/** What the tab took down with it was stopped. */
function settledTrial(trial: Trial): z.infer<typeof trialSchema> {
  return trial.phase === 'done' || trial.phase === 'failed'
    ? trial
    : { variant: trial.variant, phase: 'stopped' };
}

/** The card of a record, its file gone. `small`: with an object URL of its own. */
export function fromRecord(
  record: PictureRecord,
  id: string,
  manifest: Manifest | null,
  small: SmallView | null,
): Card {
  const { version: _version, engine, file, request, ...said } = record;
  return {
    ...newCard({ id, name: record.name, bytes: record.bytes, url: null, request: requestOf(request) }),
    ...said,
    file: file && { phase: 'done', report: file },
    engine: engine && manifest && { ...engine, manifest },
    small,
    // A folder or a link never had a file.
    originalGone: record.bytes > 0,
  };
}

function requestOf({ question, mode, maxNewTokens }: PictureRecord['request']): AnalyseRequest {
  return { question, mode, ...(maxNewTokens === null ? {} : { maxNewTokens }) };
}

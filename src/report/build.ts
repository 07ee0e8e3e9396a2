/** A card, put into the report's form. Pure: hashes and thumbnail are given. */
import type { VerdictData } from '../contract';
import type { Card, Engine } from '../state/card';
import { toSentences } from '../ui/sentences';
import { ABSTAIN_WORDS, BAND_WORDS, caveatOf, KIND_WORDS, realShareLine } from '../ui/words';
import type { MadeWith, PictureReport, Thumbnail } from './schema';

/** What a card does not know of itself. */
export interface PictureFacts {
  /** SHA-256 of the file; null without a file. */
  readonly sha256: string | null;
  /** Hash of the weights the verdict was made with (weights-hash.ts); null without a verdict. */
  readonly weightsSha256: string | null;
  readonly thumbnail: Thumbnail | null;
}

/** Nothing more will happen to it by itself, so it can be reported. */
export const isSettled = ({ phase, file }: Pick<Card, 'phase' | 'file'>): boolean =>
  (phase === 'done' || phase === 'failed' || phase === 'stopped') && file?.phase !== 'reading';

/** The report of one settled card. */
export function buildPicture(card: Card, facts: PictureFacts): PictureReport {
  const { verdict, instant, final, gate, received, request } = card;
  return {
    file: { name: card.name, bytes: card.bytes, sha256: facts.sha256 },
    metadata: metadataOf(card),
    received: received && withoutKind(received),
    request: {
      question: request.question,
      mode: request.mode,
      maxNewTokens: request.maxNewTokens ?? null,
    },
    status: card.phase === 'done' || card.phase === 'failed' ? card.phase : 'stopped',
    error: card.error,
    retried: card.retried,
    verdict: verdict && {
      band: verdict.band,
      abstained: verdict.abstained,
      kind: verdict.kind,
      basis: final ? 'final' : 'instant',
      said: said(verdict),
    },
    instant,
    final: final?.verdict ?? null,
    gate: gate && { pThink: gate.pThink, thinks: gate.thinks, decidedBy: gate.decidedBy },
    reasoning: {
      sentences: toSentences(card.reasoning, true).map(({ text, crops }) => ({ text, crops: [...crops] })),
      stance: final?.stance ?? null,
      tokens: final?.tokens ?? null,
    },
    evidence: [...card.evidence],
    timing: { instantMs: card.verdictMs, finalMs: final?.ms ?? null },
    madeWith: card.engine && facts.weightsSha256 ? madeWith(card.engine, facts.weightsSha256) : null,
    note: card.note,
    checked: card.checked,
    thumbnail: facts.thumbnail,
  };
}

/** The sentences that stand on the card under the verdict, word for word. */
function said({ band, abstained, kind, realShare }: VerdictData): string[] {
  return [
    BAND_WORDS[band],
    ...(abstained ? [ABSTAIN_WORDS[abstained]] : [realShareLine(realShare), caveatOf(band, realShare)]),
    ...(kind && kind !== 'photo' ? [KIND_WORDS[kind]] : []),
  ];
}

/** Where a picture was taken may be somebody's home, and reports are handed on: only that there is a place is kept. */
function metadataOf({ file }: Card): PictureReport['metadata'] {
  if (file?.phase !== 'done') return null;
  const { place, ...rest } = file.report;
  return { ...rest, containsPlace: place !== null };
}

function withoutKind({ kind: _kind, ...rest }: NonNullable<Card['received']>) {
  return rest;
}

function madeWith({ info, manifest, fallback, at }: Engine, weightsSha256: string): MadeWith {
  const { verdict, gate, dtypes, preprocessing } = manifest;
  return {
    model: {
      id: manifest.id,
      version: manifest.version,
      licence: manifest.licence,
      checkpoint: manifest.checkpoint,
      weightsSha256,
      preprocessingVersion: preprocessing.version,
    },
    thresholds: {
      likelyAi: verdict.likelyAi,
      likelyAiOutside: verdict.likelyAiOutside,
      noTraces: verdict.noTraces,
      beta: verdict.beta,
      calibration: dtypes.find(({ id }) => id === info.dtype)?.calibration ?? { a: 1, b: 0 },
      think: gate.threshold,
      evaluation: verdict.evaluation,
    },
    engine: {
      device: info.device,
      dtype: info.dtype,
      threads: info.threads,
      fallbackReason: fallback,
      selfTest: info.selfTest,
      loadMs: info.loadMs,
    },
    at,
  };
}

/** What the worker said when a reported picture was analysed again, in the report's own form. Pure. */
import type { AnalyseRequest, AppError, Manifest, ModelInfo, Result } from '../contract';
import type { FinalItem, HostEvent } from '../host/host';
import { failed, finished, learned, newCard, started } from '../state/card';
import { type Catalogue, type Language, speak } from '../words';
import { buildPicture } from './build';
import type { PictureReport, Report } from './schema';
import { weightsSha256 } from './weights-hash';

export interface Rerun {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly request: AnalyseRequest;
  readonly events: readonly HostEvent[];
  readonly result: Result<FinalItem>;
  readonly info: ModelInfo;
  readonly manifest: Manifest;
  /** The report's language, and its words. */
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly at: string;
}

/** The request of a report, as it was made. */
export function requestOf({ request }: PictureReport): AnalyseRequest {
  const { question, mode, maxNewTokens } = request;
  return { question, mode, ...(maxNewTokens === null ? {} : { maxNewTokens }) };
}

/** The language the report speaks; it is spoken here too, so that words can be compared. */
export const languageOf = ({ language }: Report): Language => language ?? 'en';

/** Lets a card live through the same events as in the page, and reports it. */
export async function reportOfRerun(rerun: Rerun): Promise<PictureReport> {
  const { file, request, result, info, manifest, at } = rerun;
  speak(rerun.language, rerun.catalogue);
  const engine = { info, manifest, fallback: info.fallbackReason, at };
  let card = started(newCard({ id: 'rerun', name: file.name, bytes: file.bytes, url: null, request }));
  for (const event of rerun.events) card = learned(card, event, engine);
  card = result.ok ? finished(card, result.value, engine) : failed(card, result.error satisfies AppError);
  const weights = card.engine && (await weightsSha256(manifest.files));
  return buildPicture(card, { sha256: file.sha256, weightsSha256: weights, thumbnail: null });
}

/** The eyes of nano: three graphs from views to features and detector logits. Equal crops are computed once. */
import type { Tensor } from 'onnxruntime-web/webgpu';
import type { Manifest } from '../../src/contract';
import type { Rgb8 } from '../image/pixels';
import type { Views } from '../image/views';
import { EngineError } from './engine';
import type { Session } from './sessions';
import { type Subject, subjectOf } from './subject';
import { floats, nchw, run } from './tensors';
import { timed } from './timing';
import { type Trunk, WIDTH } from './trunk';

/** What one look gives. Features are in the order of the prompt's image tokens. */
export interface Look {
  /** Fast: [(globalTokens + fast) * d]. Slow: [(slow - fast) * d]. */
  readonly features: Float32Array;
  /** Logit of each crop slot looked at so far. */
  readonly cropLogits: Float32Array;
  /** Fused detector logit over these crops. */
  readonly detectorLogit: number;
}

interface CropSeen {
  readonly feature: Float32Array;
  readonly logit: number;
}

/** A fast look, kept so that the slow one need not repeat it. */
export interface FastLook extends Look {
  readonly globalLogit: Float32Array;
  readonly subject: Subject;
  readonly seen: ReadonlyMap<Rgb8, CropSeen>;
}

function join(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export class Eyes {
  constructor(
    private readonly sessions: { readonly vision: Session; readonly crop: Session; readonly fusion: Session },
    private readonly manifest: Manifest,
    /** Computes the frozen trunk where `vision` is only what comes behind it (WASM). */
    private readonly trunk: Trunk | null,
  ) {}

  /** Whole view and the fast crops. `evidence`: standardised measurements. */
  async fast(views: Views, evidence: Float32Array): Promise<FastLook> {
    const { cropSide, fastCrops } = this.manifest.preprocessing;
    const { globalTokens } = this.manifest.prompt;
    const slots = Array.from({ length: fastCrops }, (_, slot) => views.crop(slot));
    const unique = [...new Set(slots)];
    const out = await run(
      this.sessions.vision,
      { ...(await this.#whole(views.whole, unique[0] as Rgb8)), crops: nchw(unique, cropSide) },
      ['image_features', 'global_logit', 'crop_logits', 'kind_logits', 'category_logits'],
    );
    const width = out.image_features.length / (globalTokens + unique.length);
    if (!Number.isInteger(width)) throw new EngineError('INTERNAL', 'image features do not fit the prompt');
    const whole = out.image_features.subarray(0, globalTokens * width);
    const seen = splitCrops(unique, out.image_features.subarray(whole.length), out.crop_logits);
    const crops = slots.map((slot) => lookUp(seen, slot));
    const cropLogits = Float32Array.from(crops, (crop) => crop.logit);
    return {
      features: join([whole, ...crops.map((crop) => crop.feature)]),
      cropLogits,
      detectorLogit: await this.#fuse(out.global_logit, cropLogits, evidence),
      globalLogit: out.global_logit,
      subject: subjectOf(out.kind_logits, out.category_logits, this.manifest.subject),
      seen,
    };
  }

  /** What the vision graph is told of the whole view: its pixels, or what the trunk made of it and of the first crop. */
  async #whole(whole: Rgb8, crop: Rgb8): Promise<Record<string, Tensor>> {
    const { trunk } = this;
    if (!trunk) return { pixel_values: nchw([whole], this.manifest.preprocessing.globalSide) };
    const { rows, states } = await timed('trunk', async () => trunk.look([whole, crop]));
    return {
      rows: floats(rows, [1, rows.length / WIDTH, WIDTH]),
      states: floats(states, [1, states.length]),
    };
  }

  /** The crops of the slow set that the fast look lacks; logits of all of them. */
  async slow(views: Views, fast: FastLook, evidence: Float32Array): Promise<Look> {
    const { cropSide, fastCrops, slowCrops } = this.manifest.preprocessing;
    const slots = Array.from({ length: slowCrops - fastCrops }, (_, i) => views.crop(fastCrops + i));
    const fresh = [...new Set(slots)].filter((slot) => !fast.seen.has(slot));
    let seen = fast.seen;
    if (fresh.length > 0) {
      const out = await run(this.sessions.crop, { crops: nchw(fresh, cropSide) }, [
        'crop_features',
        'crop_logits',
      ]);
      seen = new Map([...seen, ...splitCrops(fresh, out.crop_features, out.crop_logits)]);
    }
    const crops = slots.map((slot) => lookUp(seen, slot));
    const cropLogits = Float32Array.from([...fast.cropLogits, ...crops.map((crop) => crop.logit)]);
    return {
      features: join(crops.map((crop) => crop.feature)),
      cropLogits,
      detectorLogit: await this.#fuse(fast.globalLogit, cropLogits, evidence),
    };
  }

  async #fuse(globalLogit: Float32Array, cropLogits: Float32Array, evidence: Float32Array): Promise<number> {
    const { detector_logit } = await run(
      this.sessions.fusion,
      {
        global_logit: floats(globalLogit, [1]),
        crop_logits: floats(cropLogits, [cropLogits.length]),
        evidence: floats(evidence, [1, evidence.length]),
      },
      ['detector_logit'],
    );
    return detector_logit[0] as number;
  }

  async dispose(): Promise<void> {
    this.trunk?.dispose();
    for (const session of Object.values(this.sessions)) await session.release();
  }
}

function splitCrops(
  crops: readonly Rgb8[],
  features: Float32Array,
  logits: Float32Array,
): Map<Rgb8, CropSeen> {
  const width = features.length / crops.length;
  return new Map(
    crops.map((crop, i) => [
      crop,
      { feature: features.subarray(i * width, (i + 1) * width), logit: logits[i] as number },
    ]),
  );
}

function lookUp(seen: ReadonlyMap<Rgb8, CropSeen>, crop: Rgb8): CropSeen {
  const found = seen.get(crop);
  if (!found) throw new EngineError('INTERNAL', 'a crop was not looked at');
  return found;
}

/** The eyes of nano: the trunk and two small graphs, from views to features and detector logits. Equal crops are computed once. */
import type { Manifest } from '../../src/contract';
import type { Rgb8 } from '../image/pixels';
import type { Views } from '../image/views';
import { breathe, EngineError } from './engine';
import type { Session } from './sessions';
import { type Subject, subjectOf } from './subject';
import { floats, join, run } from './tensors';
import { timed } from './timing';
import { TOKENS, type Trunk, WIDTH } from './trunk';

/** Views that the global branch reads: the whole one and the first crop. */
const WHOLE_VIEWS = 2;

/** What one look gives. Features are in the order of the prompt's image tokens. */
export interface Look {
  /** Fast: [(globalTokens + fast) * d]. Slow: [(slow - fast) * d]. */
  readonly features: Float32Array;
  /** Logit of each crop slot looked at so far. */
  readonly cropLogits: Float32Array;
  /** The global branch's: of the whole view and the first crop. */
  readonly detectorLogit: number;
}

interface CropSeen {
  readonly feature: Float32Array;
  readonly logit: number;
}

/** A fast look, kept so that the slow one need not repeat it. */
export interface FastLook extends Look {
  readonly subject: Subject;
  readonly seen: ReadonlyMap<Rgb8, CropSeen>;
}

export class Eyes {
  constructor(
    private readonly trunk: Trunk,
    private readonly sessions: { readonly vision: Session; readonly crop: Session },
    private readonly manifest: Manifest,
  ) {}

  /** Whole view and the fast crops. */
  async fast(views: Views): Promise<FastLook> {
    const slots = Array.from({ length: this.manifest.preprocessing.fastCrops }, (_, slot) =>
      views.crop(slot),
    );
    const unique = [...new Set(slots)];
    const { rows, states } = await timed('trunk', () => this.trunk.look([views.whole, ...unique]));
    const width = states.length / (1 + unique.length);
    const out = await run(
      this.sessions.vision,
      {
        rows: floats(rows, [1, TOKENS, WIDTH]),
        states: floats(states.subarray(0, WHOLE_VIEWS * width), [WHOLE_VIEWS, width]),
      },
      ['image_features', 'global_logit', 'kind_logits', 'category_logits'],
    );
    const seen = await this.#crops(unique, states.subarray(width));
    const crops = slots.map((slot) => lookUp(seen, slot));
    const cropLogits = Float32Array.from(crops, (crop) => crop.logit);
    return {
      features: join([out.image_features, ...crops.map((crop) => crop.feature)]),
      cropLogits,
      detectorLogit: out.global_logit[0] as number,
      subject: subjectOf(out.kind_logits, out.category_logits, this.manifest.subject),
      seen,
    };
  }

  /** The crops of the slow set that the fast look lacks, one after the other, so that `signal` is heard; logits of all of them. */
  async slow(views: Views, fast: FastLook, signal: AbortSignal): Promise<Look> {
    const { fastCrops, slowCrops } = this.manifest.preprocessing;
    const slots = Array.from({ length: slowCrops - fastCrops }, (_, i) => views.crop(fastCrops + i));
    const fresh = [...new Set(slots)].filter((slot) => !fast.seen.has(slot));
    const seen = new Map(fast.seen);
    for (const crop of fresh) {
      await breathe(signal);
      for (const [, found] of await this.#crops([crop], await this.trunk.states([crop])))
        seen.set(crop, found);
    }
    const crops = slots.map((slot) => lookUp(seen, slot));
    const cropLogits = Float32Array.from([...fast.cropLogits, ...crops.map((crop) => crop.logit)]);
    return {
      features: join(crops.map((crop) => crop.feature)),
      cropLogits,
      detectorLogit: fast.detectorLogit,
    };
  }

  /** `states` of these crops: what each of them tells by itself. */
  async #crops(crops: readonly Rgb8[], states: Float32Array): Promise<Map<Rgb8, CropSeen>> {
    const out = await run(
      this.sessions.crop,
      { states: floats(states, [crops.length, states.length / crops.length]) },
      ['crop_features', 'crop_logits'],
    );
    const width = out.crop_features.length / crops.length;
    return new Map(
      crops.map((crop, i) => [
        crop,
        {
          feature: out.crop_features.subarray(i * width, (i + 1) * width),
          logit: out.crop_logits[i] as number,
        },
      ]),
    );
  }

  async dispose(): Promise<void> {
    await this.trunk.dispose();
    for (const session of Object.values(this.sessions)) await session.release();
  }
}

function lookUp(seen: ReadonlyMap<Rgb8, CropSeen>, crop: Rgb8): CropSeen {
  const found = seen.get(crop);
  if (!found) throw new EngineError('INTERNAL', 'a crop was not looked at');
  return found;
}

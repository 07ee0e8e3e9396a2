/** The eyes of nano: the trunk and two small graphs, from views to features and detector logits. Equal crops are computed once. */
import type { Manifest } from '../../src/contract';
import type { Rgb8 } from '../image/pixels';
import { mirroredView, type Views } from '../image/views';
import { breathe, EngineError } from './engine';
import type { Session } from './sessions';
import { type Subject, subjectOf } from './subject';
import { floats, join, run } from './tensors';
import { timed } from './timing';
import { type Seen, TOKENS, type Trunk, WIDTH } from './trunk';

/** Views that the global branch reads at a time: the whole one and a crop. */
const GLOBAL_VIEWS = 2;

/** What one look gives. Features are in the order of the prompt's image tokens. */
export interface Look {
  /** Fast: [(globalTokens + fast) * d]. Slow: [(slow - fast) * d]. */
  readonly features: Float32Array;
  /** Logit of each crop slot looked at so far. */
  readonly cropLogits: Float32Array;
  /** The global branch's. Fast: of the whole view and the first crop. Slow: the mean over both ways round of the whole view and every slot (docs/decisions/0016). */
  readonly detectorLogit: number;
}

interface CropSeen {
  readonly state: Float32Array;
  readonly feature: Float32Array;
  readonly logit: number;
}

/** A fast look, kept so that the slow one need not repeat it. */
export interface FastLook extends Look {
  readonly subject: Subject;
  readonly seen: ReadonlyMap<Rgb8, CropSeen>;
  /** The whole view as the trunk left it. */
  readonly whole: Seen;
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
    const whole = { rows, states: states.subarray(0, width) };
    const out = await this.#global(whole, states.subarray(width, 2 * width), [
      'image_features',
      'global_logit',
      'kind_logits',
      'category_logits',
    ]);
    const seen = await this.#crops(unique, states.subarray(width));
    const crops = slots.map((slot) => lookUp(seen, slot));
    const cropLogits = Float32Array.from(crops, (crop) => crop.logit);
    return {
      features: join([out.image_features, ...crops.map((crop) => crop.feature)]),
      cropLogits,
      detectorLogit: out.global_logit[0] as number,
      subject: subjectOf(out.kind_logits, out.category_logits, this.manifest.subject),
      seen,
      whole,
    };
  }

  /** The crops of the slow set that the fast look lacks and the mirrored whole view, one after the other, so that `signal` is heard; logits of all crops. */
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
    await breathe(signal);
    const mirrored = await this.trunk.states([mirroredView(views.whole)]);
    const all = Array.from({ length: slowCrops }, (_, slot) => lookUp(seen, views.crop(slot)));
    return {
      features: join(crops.map((crop) => crop.feature)),
      cropLogits,
      detectorLogit: await this.#considered([fast.whole, { ...fast.whole, states: mirrored }], all),
    };
  }

  /** Mean of the global branch's logits over both ways round of the whole view and every crop. */
  async #considered(wholes: readonly Seen[], crops: readonly CropSeen[]): Promise<number> {
    let sum = 0;
    for (const whole of wholes) {
      for (const crop of crops)
        sum += (await this.#global(whole, crop.state, ['global_logit'])).global_logit[0] as number;
    }
    return sum / (wholes.length * crops.length);
  }

  /** The global branch on the whole view and one crop's state. */
  #global<Name extends string>(
    whole: Seen,
    crop: Float32Array,
    names: readonly Name[],
  ): Promise<Record<Name, Float32Array>> {
    return run(
      this.sessions.vision,
      {
        rows: floats(whole.rows, [1, TOKENS, WIDTH]),
        states: floats(join([whole.states, crop]), [GLOBAL_VIEWS, crop.length]),
      },
      names,
    );
  }

  /** `states` of these crops: what each of them tells by itself. */
  async #crops(crops: readonly Rgb8[], states: Float32Array): Promise<Map<Rgb8, CropSeen>> {
    const stateWidth = states.length / crops.length;
    const out = await run(this.sessions.crop, { states: floats(states, [crops.length, stateWidth]) }, [
      'crop_features',
      'crop_logits',
    ]);
    const width = out.crop_features.length / crops.length;
    return new Map(
      crops.map((crop, i) => [
        crop,
        {
          state: states.subarray(i * stateWidth, (i + 1) * stateWidth),
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

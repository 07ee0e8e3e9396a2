/**
 * Fake-HR1 nano: one prefill, two answers, and reasoning from the same fork. Twin of training/fakehr1/pipeline.py.
 *
 *   system prompt's KV (made once)
 *     `- image, evidence, question, <think>\n   = the fork; its last logits are the gate
 *          |- \n</think>\n\n                    -> instant verdict
 *          `- three more crops, tokens ... \n</think>\n\n  -> final verdict
 */
import type {
  AnalyseItem,
  AnalyseRequest,
  Crop,
  Evidence,
  Manifest,
  ModelInfo,
  VerdictData,
} from '../../src/contract';
import { makeVerdict, rawLogit } from '../../src/verdict/verdict';
import { judgeContent } from '../image/content';
import { decode } from '../image/decode';
import { measure } from '../image/measure';
import type { Scan } from '../image/scan';
import { toOriginal, varied } from '../image/variant';
import { makeViews, otherCrops, type Views } from '../image/views';
import { type Decoder, languageLogit, probabilityOf, type StepResult } from './decoder';
import type { Choice } from './device';
import { breathe, type Engine, EngineError } from './engine';
import { Guide } from './guide';
import { cropRegions, received } from './items';
import type { KvCache } from './kv';
import { binEvidence, logitBin, type Prompt } from './prompt';
import { Reasoning, stanceOf } from './reasoning';
import { judgeSelfTest, SELF_TEST_QUESTION, selfTestPicture } from './self-test';
import { timed } from './timing';
import type { Eyes, FastLook, Look } from './vision';

/** Everything one picture and question give before the model thinks. Its `fork` must be disposed. */
interface Prefilled {
  readonly evidence: Evidence[];
  readonly fast: FastLook;
  readonly fork: KvCache;
  readonly pThink: number;
  readonly languageLogit: number;
}

export interface NanoParts {
  readonly manifest: Manifest;
  readonly choice: Choice;
  readonly threads: number;
  readonly prompt: Prompt;
  readonly eyes: Eyes;
  readonly decoder: Decoder;
  /** Null where the browser has no SIMD: the plain loops then see the same. */
  readonly scan: Scan | null;
}

export class Nano implements Engine {
  #info: ModelInfo | null = null;

  private constructor(
    private readonly parts: NanoParts,
    /** KV of the system prompt; base of every fork. */
    private readonly system: KvCache,
  ) {}

  /** Computes the system prompt's KV. {@link finish} completes the engine after the self-test. */
  static async warmUp(parts: NanoParts): Promise<Nano> {
    const { decoder, prompt } = parts;
    const { cache } = await decoder.step(decoder.embed(prompt.system()));
    return new Nano(parts, cache);
  }

  finish(selfTest: ModelInfo['selfTest'], loadMs: number): ModelInfo {
    const { manifest, choice, threads } = this.parts;
    this.#info = {
      id: manifest.id,
      version: manifest.version,
      checkpoint: manifest.checkpoint,
      device: choice.device,
      dtype: choice.dtype.id,
      threads: choice.device === 'wasm' ? threads : 0,
      fallbackReason: choice.fallbackReason,
      selfTest,
      loadMs,
    };
    return this.#info;
  }

  get info(): ModelInfo {
    if (!this.#info) throw new EngineError('INTERNAL', 'asked before the self-test');
    return this.#info;
  }

  async *analyse(
    image: Blob,
    request: AnalyseRequest,
    signal: AbortSignal,
  ): AsyncGenerator<AnalyseItem, void> {
    const started = performance.now();
    const { gate, preprocessing } = this.parts.manifest;
    const decoded = await timed('decode', () => decode(image));
    if (!decoded.ok) {
      yield { kind: 'failed', error: decoded.error };
      return;
    }
    yield received(decoded.value);
    await breathe(signal);
    const { variant } = request;
    const picture = await timed('variant', () => varied(decoded.value.pixels, variant));
    if (!picture.ok) {
      yield { kind: 'failed', error: picture.error };
      return;
    }
    const pixels = picture.value;
    const plain = await timed('views', async () => makeViews(pixels, this.parts.scan));
    const views = variant === 'other-crops' ? otherCrops(plain) : plain;
    const abstained = judgeContent(plain, pixels.width, pixels.height);
    const seen = await this.#prefill(views, request.question, plain);
    try {
      const regions = cropRegions(views, pixels.width, pixels.height).map((region) =>
        toOriginal(region, variant, decoded.value.pixels),
      );
      const instant = this.#verdict(
        seen.languageLogit,
        seen.fast,
        seen.fast.subject.kind,
        regions,
        '',
        abstained,
      );
      yield { kind: 'verdict', verdict: instant, ms: performance.now() - started };
      const wishes = request.mode === 'auto' ? seen.pThink >= gate.threshold : request.mode === 'explain';
      const thinks = wishes && abstained === null;
      yield {
        kind: 'gate',
        pThink: seen.pThink,
        thinks,
        decidedBy: request.mode === 'auto' ? 'model' : 'request',
      };
      yield { kind: 'evidence', evidence: seen.evidence };
      if (!thinks) {
        const ms = performance.now() - started;
        // The empty form has seven tokens: <think> \n \n </think> \n \n and the word.
        yield { kind: 'final', verdict: instant, thought: false, tokens: 7, stance: null, ms };
        return;
      }
      await breathe(signal);
      const slow = await timed('slow-crops', () => this.parts.eyes.slow(views, seen.fast, signal));
      const reasoning = new Reasoning(
        (ids) => this.parts.prompt.decode(ids),
        preprocessing.measurements,
        preprocessing.slowCrops,
      );
      const limit = request.maxNewTokens ?? this.parts.manifest.prompt.maxNewTokens;
      const { cropLogitBounds } = this.parts.manifest.prompt;
      const guide = new Guide(
        (words) => this.parts.prompt.encode(words),
        seen.evidence,
        Array.from(slow.cropLogits, (z) => logitBin(z, cropLogitBounds)),
        logitBin(0, cropLogitBounds),
        seen.fast.subject,
      );
      const language = yield* this.#think(seen.fork, slow, reasoning, guide, limit, signal);
      const text = reasoning.text();
      const stance = stanceOf(text);
      const says =
        rawLogit(language, slow.detectorLogit, this.parts.manifest.verdict.beta) > 0 ? 'fake' : 'real';
      const { kind } = seen.fast.subject;
      const draft = this.#verdict(language, slow, kind, regions, text, null);
      const against = stance !== null && stance !== 'open' && stance !== says;
      const flipped =
        draft.band !== 'cant-tell' && instant.band !== 'cant-tell' && draft.band !== instant.band;
      const why = against ? 'contradiction' : flipped ? 'crops-disagree' : null;
      yield {
        kind: 'final',
        verdict: why ? this.#verdict(language, slow, kind, regions, text, why) : draft,
        thought: true,
        tokens: reasoning.ids.length + 7,
        stance,
        ms: performance.now() - started,
      };
    } finally {
      seen.fork.dispose();
    }
  }

  async selfTest(): Promise<ModelInfo['selfTest']> {
    const { manifest, choice, scan } = this.parts;
    const seen = await this.#prefill(makeViews(selfTestPicture(manifest), scan), SELF_TEST_QUESTION);
    seen.fork.dispose();
    const { detectorLogit } = seen.fast;
    const verdictLogit = rawLogit(seen.languageLogit, detectorLogit, manifest.verdict.beta);
    return judgeSelfTest({ detectorLogit, verdictLogit, pThink: seen.pThink }, manifest, choice.dtype.id);
  }

  /** Drops what {@link warmUp} made and keeps the parts, for another warm-up. */
  forget(): void {
    this.system.dispose();
  }

  async dispose(): Promise<void> {
    this.forget();
    await this.parts.decoder.dispose();
    await this.parts.eyes.dispose();
  }

  /** `measurable`: the views whose crops are the ones that measurements were binned on. */
  async #prefill(views: Views, question: string, measurable: Views = views): Promise<Prefilled> {
    const { manifest, prompt, eyes, decoder } = this.parts;
    const measured = await timed('measure', async () => measure(measurable));
    const evidence = binEvidence(measured, manifest.preprocessing);
    const fast = await timed('vision', () => eyes.fast(views));
    const ids = prompt.image(fast.cropLogits, fast.detectorLogit, evidence, question);
    const embeddings = decoder.embed(ids, prompt.id.image, fast.features);
    const closing = decoder.embed(prompt.closing());
    const { fork, logits } = await timed('prefill', () => decoder.fork(embeddings, closing, this.system));
    return {
      evidence,
      fast,
      fork: fork.cache,
      pThink: 1 - probabilityOf(fork.logits, prompt.id.newline),
      languageLogit: languageLogit(logits, prompt.id),
    };
  }

  /** Closes the think block behind `cache`, which stays as it is, and reads the answer position. */
  async #close(cache: KvCache): Promise<number> {
    const { decoder, prompt } = this.parts;
    const answer = await decoder.step(decoder.embed(prompt.closing()), cache);
    answer.cache.dispose();
    return languageLogit(answer.logits, prompt.id);
  }

  /** Streams the reasoning from the fork; returns the language logit of the answer behind it. */
  async *#think(
    fork: KvCache,
    slow: Look,
    reasoning: Reasoning,
    guide: Guide,
    limit: number,
    signal: AbortSignal,
  ): AsyncGenerator<AnalyseItem, number> {
    const { decoder, prompt, manifest } = this.parts;
    const { image } = prompt.id;
    const ids = prompt.crops(slow.cropLogits.subarray(manifest.preprocessing.fastCrops));
    let at: StepResult = await decoder.step(decoder.embed(ids, image, slow.features), fork);
    try {
      while (reasoning.ids.length < limit) {
        const tokens = guide.choose(at.logits, limit - reasoning.ids.length);
        if (tokens.length === 0) break;
        const pieces = tokens.flatMap((token) => reasoning.push(token));
        const next = await decoder.step(decoder.embed(tokens), at.cache);
        at.cache.dispose();
        at = next;
        yield* pieces;
        await breathe(signal);
      }
      yield* reasoning.end();
      return await this.#close(at.cache);
    } finally {
      at.cache.dispose();
    }
  }

  #verdict(
    language: number,
    look: Look,
    kind: VerdictData['kind'],
    regions: readonly Crop['region'][],
    steps: string,
    abstained: VerdictData['abstained'],
  ): VerdictData {
    const { manifest, choice } = this.parts;
    const { detectorLogit, cropLogits } = look;
    const word = rawLogit(language, detectorLogit, manifest.verdict.beta) > 0 ? 'fake' : 'real';
    return makeVerdict(
      {
        languageLogit: language,
        detectorLogit,
        crops: Array.from(cropLogits, (logit, slot) => ({ region: regions[slot] as Crop['region'], logit })),
        kind,
        output: `<think>\n${steps}\n</think>\n\n${word}`,
        abstained,
      },
      manifest.verdict,
      choice.dtype.calibration,
    );
  }
}

/**
 * Token ids of nano's sequence. Twin of training/fakehr1/{evidence,pipeline}.py.
 *
 *   <|system|>{system prompt}<|user|>                        constant; its KV is computed once
 *   <image> x globalTokens
 *   <image> <cl_b>  for each fast crop                        b: bin of the crop's logit
 *   <dl_b>                                                    b: bin of the detector logit
 *   <ev_{id}_{b}>  for each measurement
 *   {question}<|assistant|><think>\n                          the fork
 */
import { Tokenizer } from '@huggingface/tokenizers';
import type { Evidence, Manifest } from '../../src/contract';
import { EngineError } from './engine';

type Preprocessing = Manifest['preprocessing'];
type Role = keyof Manifest['prompt']['tokens'];

/** Many pictures share the floor of a measurement: ties go to the middle bin. */
const TIE = 1e-9;

/** Bin of a crop or detector logit: number of bounds at or below it. */
export function logitBin(logit: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => bound <= logit).length;
}

/** 0..4: below the 5th, 25th, up to the 75th, 95th percentile, or above. */
export function evidenceBin(value: number, bounds: readonly [number, number, number, number]): number {
  if (value < bounds[0] - TIE) return 0;
  if (value > bounds[3] + TIE) return 4;
  if (value < bounds[1] - TIE) return 1;
  return value > bounds[2] + TIE ? 3 : 2;
}

/** The measurements with their bins, each judged among pictures of the same compression group. */
export function binEvidence(values: readonly number[], pre: Preprocessing): Evidence[] {
  const compression = values[pre.measurements.findIndex((m) => m.id === 'compression')];
  if (compression === undefined)
    throw new EngineError('INTERNAL', 'the manifest has no measurement `compression`');
  const group = logitBin(compression, pre.compressionBounds);
  return pre.measurements.map(({ id, name, bounds }, i) => {
    const value = values[i];
    const row = bounds[group];
    if (value === undefined || !row) throw new EngineError('INTERNAL', `no bounds or value of ${id}`);
    const bin = evidenceBin(value, row);
    return { id, name, value, bin, reportable: bin === 0 || bin === 4 };
  });
}

/** Encodes and decodes; knows the ids of the special tokens. */
export class Prompt {
  readonly id: Readonly<Record<Role, number>>;
  readonly vocabularySize: number;
  readonly #tokenizer: Tokenizer;
  readonly #specials: readonly string[];

  constructor(
    private readonly manifest: Manifest,
    tokenizerJson: string,
    tokenizerConfig: string,
  ) {
    this.#tokenizer = new Tokenizer(JSON.parse(tokenizerJson), JSON.parse(tokenizerConfig));
    const roles = Object.entries(manifest.prompt.tokens) as [Role, string][];
    this.id = Object.fromEntries(roles.map(([role, text]) => [role, this.single(text)])) as Record<
      Role,
      number
    >;
    // "real" and "fake" may be added tokens too, but they are words that a question needs.
    this.#specials = [...this.#tokenizer.get_added_tokens_decoder().values()]
      .map((token) => token.content)
      .filter((content) => content.startsWith('<'));
    this.vocabularySize = Math.max(...this.#tokenizer.get_vocab(true).values()) + 1;
  }

  /** Id of a text that must be exactly one token; throws INTERNAL otherwise. */
  single(text: string): number {
    const ids = this.encode(text);
    if (ids.length !== 1) throw new EngineError('INTERNAL', `${JSON.stringify(text)} is not one token`);
    return ids[0] as number;
  }

  encode(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  decode(ids: readonly number[]): string {
    if (ids.length === 0) return '';
    return this.#tokenizer.decode([...ids], {
      skip_special_tokens: false,
      clean_up_tokenization_spaces: false,
    });
  }

  system(): number[] {
    return [this.id.system, ...this.encode(this.manifest.prompt.system), this.id.user];
  }

  /** A question typed by a person: one line, no special token of ours in it, cut to its longest. */
  question(text: string): number[] {
    let clean = text;
    // A removal can put a new special token together from its sides, hence until nothing changes.
    for (let before = ''; before !== clean; ) {
      before = clean;
      for (const special of this.#specials) clean = clean.replaceAll(special, ' ');
    }
    return this.encode(clean.replace(/\s+/g, ' ').trim()).slice(0, this.manifest.prompt.maxQuestionTokens);
  }

  /** `<image> <cl_b>` for each crop. */
  crops(logits: ArrayLike<number>): number[] {
    const { cropLogitBounds } = this.manifest.prompt;
    return Array.from(logits).flatMap((z) => [
      this.id.image,
      this.single(`<cl_${logitBin(z, cropLogitBounds)}>`),
    ]);
  }

  detector(logit: number): number {
    return this.single(`<dl_${logitBin(logit, this.manifest.prompt.detectorLogitBounds)}>`);
  }

  /** Everything between the system prompt and the fork, which it includes. */
  image(
    cropLogits: ArrayLike<number>,
    detectorLogit: number,
    evidence: readonly Evidence[],
    question: string,
  ): number[] {
    return [
      ...new Array<number>(this.manifest.prompt.globalTokens).fill(this.id.image),
      ...this.crops(cropLogits),
      this.detector(detectorLogit),
      ...evidence.map(({ id, bin }) => this.single(`<ev_${id}_${bin}>`)),
      ...this.question(question),
      this.id.assistant,
      this.id.thinkOpen,
      this.id.newline,
    ];
  }

  /** Closes the think block, empty or not; the answer word follows. */
  closing(): number[] {
    return [this.id.newline, this.id.thinkClose, this.id.newline, this.id.newline];
  }
}

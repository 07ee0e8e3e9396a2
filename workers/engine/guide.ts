/**
 * What may be written about a picture, sentence by sentence. Twin of training/fakehr1/decoder/grammar.py, which says why and
 * writes grammar.json.
 *
 * At each sentence the model chooses, by its own logits, among the wordings that this picture's measurements and crops
 * support. What the picture shows is said where the eyes are sure of it. Which measurement is named, how it is put and which
 * way the text argues are its choice.
 */
import type { Evidence } from '../../src/contract';
import grammar from './grammar.json';
import type { Subject } from './subject';

type Degree = 'low' | 'high';
interface Sentence {
  readonly kind: string;
  readonly ids: readonly number[];
}

const wordings: Readonly<Record<string, Readonly<Record<Degree, readonly string[]>>>> = grammar.evidence;
const contents: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = grammar.content;
const hints: Readonly<Record<string, readonly string[]>> = grammar.hint;
const LOWEST_BIN = 0;
/** Hints for whatever the picture shows. */
const GENERAL = '';

export class Guide {
  readonly #far: ReadonlyMap<string, Degree>;
  readonly #crops: readonly string[];
  readonly #content: readonly string[];
  readonly #hints: readonly string[];
  readonly #said: string[] = [];
  #live: readonly Sentence[] = [];
  #at = 0;

  /** `cropBins`: logit bins by slot; `zeroBin`: the first bin that leans to AI. */
  constructor(
    private readonly encode: (text: string) => number[],
    evidence: readonly Pick<Evidence, 'id' | 'bin' | 'reportable'>[],
    cropBins: readonly number[],
    zeroBin: number,
    { category, kind }: Subject = { category: null, kind: null },
  ) {
    this.#content = (category && kind && contents[category]?.[kind]) || [];
    this.#hints = hints[category ?? GENERAL] ?? hints[GENERAL] ?? [];
    this.#far = new Map(
      evidence
        .filter((e) => e.reportable)
        .map((e): [string, Degree] => [e.id, e.bin === LOWEST_BIN ? 'low' : 'high']),
    );
    const top = Math.max(...cropBins);
    // The grammar counts: none of the four crops leans to AI, one does, ... all four do.
    const templates = grammar.crops[cropBins.filter((bin) => bin >= zeroBin).length] ?? [];
    this.#crops = templates.flatMap((text) =>
      cropBins.flatMap((bin, slot) => (bin === top ? [text.replace('{k}', String(slot + 1))] : [])),
    );
    this.#open();
  }

  /** Ids that may come next; empty when the reasoning is complete. */
  allowed(): ReadonlySet<number> {
    return new Set(this.#live.map(({ ids }) => ids[this.#at] as number));
  }

  take(token: number): void {
    this.#live = this.#live.filter(({ ids }) => ids[this.#at] === token);
    this.#at++;
    const done = this.#live.find(({ ids }) => ids.length === this.#at);
    if (!done) return;
    this.#said.push(done.kind);
    this.#open();
  }

  /** Takes what the logits prefer among the allowed, and all that then follows without a choice. Empty at the end. */
  choose(logits: Float32Array, most: number): number[] {
    const taken: number[] = [];
    for (let allowed = this.allowed(); allowed.size > 0 && taken.length < most; allowed = this.allowed()) {
      if (taken.length > 0 && (allowed.size > 1 || this.#at === 0)) break;
      let best = -1;
      for (const id of allowed)
        if (
          best < 0 ||
          (logits[id] as number) > (logits[best] as number) ||
          (logits[id] === logits[best] && id < best)
        )
          best = id;
      taken.push(best);
      this.take(best);
    }
    return taken;
  }

  /** Kinds of sentence that may come next, with their wordings. */
  #kinds(): [kind: string, texts: readonly string[]][] {
    const last = this.#said.at(-1);
    if (last === 'stance') return [];
    if (last === 'hint')
      return [
        ['conflict', grammar.conflict],
        ['stance', [...grammar.stance.fake, ...grammar.stance.real]],
      ];
    if (last === 'conflict') return [['stance', grammar.stance.open]];
    if (last === 'crops') return [['hint', this.#hints]];
    if (!last && this.#content.length > 0) return [['content', this.#content]];
    const named = this.#said.filter((kind) => this.#far.has(kind));
    if (named.length < Math.min(grammar.mostEvidence, this.#far.size)) {
      const left = [...this.#far].filter(([id]) => !named.includes(id));
      return left.map(([id, degree]): [string, readonly string[]] => [id, wordings[id]?.[degree] ?? []]);
    }
    if (this.#far.size === 0 && last !== 'nothing') return [['nothing', grammar.nothing]];
    return [['crops', this.#crops]];
  }

  #open(): void {
    const lead = this.#said.length > 0 ? ' ' : '';
    this.#live = this.#kinds().flatMap(([kind, texts]) =>
      texts.map((text) => ({ kind, ids: this.encode(lead + text) })),
    );
    this.#at = 0;
  }
}

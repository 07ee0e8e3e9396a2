/** Reasoning as it streams: pieces that end at words, what each piece points to, and which way the text argues. */
import type { AnalyseItem, Reference } from '../../src/contract';
import stances from './stance.json';

export type Piece = Extract<AnalyseItem, { kind: 'reasoning' }>;
export type Stance = 'fake' | 'real' | 'open';

/** Tokens between two pieces: enough for a few words, few enough to read along. */
const PIECE_TOKENS = 4;
/** A full stop inside a number is none: it is not followed by a space. */
const SENTENCE_END = /[.!?](?=\s)/g;

/** Which way a reasoning argues, by the closed list of the training texts; the last phrase counts. Null without one. */
export function stanceOf(text: string): Stance | null {
  let found: { at: number; stance: Stance } | null = null;
  const lower = text.toLowerCase();
  for (const stance of ['fake', 'real', 'open'] as const) {
    for (const phrase of stances[stance]) {
      const at = lower.lastIndexOf(phrase.toLowerCase());
      if (at >= 0 && (!found || at > found.at)) found = { at, stance };
    }
  }
  return found?.stance ?? null;
}

/** Collects tokens and gives them out as text. Pieces joined are the text, character by character. */
export class Reasoning {
  readonly ids: number[] = [];
  #given = 0;

  constructor(
    private readonly decode: (ids: readonly number[]) => string,
    /** Names of measurements and their ids. */
    private readonly names: readonly { readonly id: string; readonly name: string }[],
    private readonly slots: number,
  ) {}

  /** Takes a token; the pieces that are due then. */
  push(id: number): Piece[] {
    this.ids.push(id);
    if (this.ids.length % PIECE_TOKENS !== 0) return [];
    const text = this.text();
    // Up to the last word's end: a word, or a character of several bytes, may still be growing.
    return this.#pieces(text, text.lastIndexOf(' '));
  }

  /** The rest. */
  end(): Piece[] {
    const text = this.text();
    return this.#pieces(text, text.length);
  }

  text(): string {
    return this.decode(this.ids);
  }

  /** What is new up to `to`, cut behind each sentence: what a piece points to is then named in the sentence that it belongs to. */
  #pieces(text: string, to: number): Piece[] {
    const ends = Array.from(text.slice(0, to).matchAll(SENTENCE_END), ({ index }) => index + 1);
    const pieces: Piece[] = [];
    for (const end of [...ends, to]) {
      if (end <= this.#given) continue;
      const references = this.#references(text.slice(0, end), this.#given);
      pieces.push({ kind: 'reasoning', text: text.slice(this.#given, end), references });
      this.#given = end;
    }
    return pieces;
  }

  /** Mentions that end behind `from`, in their order. */
  #references(text: string, from: number): Reference[] {
    const found: { at: number; reference: Reference }[] = [];
    for (const match of text.matchAll(/\bcrop (\d+)\b/gi)) {
      const slot = Number(match[1]);
      if (match.index + match[0].length > from && slot >= 1 && slot <= this.slots) {
        found.push({ at: match.index, reference: { kind: 'crop', index: slot - 1 } });
      }
    }
    const lower = text.toLowerCase();
    for (const { id, name } of this.names) {
      const needle = name.toLowerCase();
      for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + 1)) {
        if (at + needle.length > from) found.push({ at, reference: { kind: 'evidence', id } });
      }
    }
    return found.sort((a, b) => a.at - b.at).map(({ reference }) => reference);
  }
}

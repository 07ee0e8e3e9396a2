/** Streamed pieces of reasoning as sentences, each with the crops it speaks of. Pure. */
import type { ReasoningPiece } from '../state/card';

export interface Sentence {
  readonly text: string;
  /** Indices into the verdict's crops, each once. */
  readonly crops: readonly number[];
  /** False for a last sentence that is still being written. */
  readonly complete: boolean;
}

/** A full stop inside a number is none: it is not followed by a space. */
const SENTENCE_END = /[.!?]\s+/g;

export function toSentences(pieces: readonly ReasoningPiece[], finished: boolean): readonly Sentence[] {
  let text = '';
  /** Where in the whole text each reference was made. */
  const marks: { at: number; crop: number }[] = [];
  for (const piece of pieces) {
    text += piece.text;
    for (const reference of piece.references)
      if (reference.kind === 'crop') marks.push({ at: text.trimEnd().length - 1, crop: reference.index });
  }
  const sentences: Sentence[] = [];
  const cut = (from: number, to: number, complete: boolean) => {
    const part = text.slice(from, to).trim();
    if (!part) return;
    const crops = marks.filter(({ at }) => at >= from && at < to).map(({ crop }) => crop);
    sentences.push({ text: part, crops: [...new Set(crops)], complete });
  };
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const to = match.index + match[0].length;
    cut(from, to, true);
    from = to;
  }
  cut(from, text.length, finished);
  return sentences;
}

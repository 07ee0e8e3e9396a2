/** The worker's tokenizer gives the ids of training's, for the bundle's tokenizer.json (training/make_tokenizer_golden.py). */
import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const object = z.record(z.string(), z.unknown());

const cases = z
  .array(z.object({ text: z.string(), ids: z.array(z.number().int()), decoded: z.string() }))
  .min(50)
  .parse(read('../training/golden/tokenizer.json'));
const bundle = '../public/models/fake-hr1-nano/';
const tokenizer = new Tokenizer(
  object.parse(read(`${bundle}tokenizer.json`)),
  object.parse(read(`${bundle}tokenizer_config.json`)),
);

describe('tokenizer of the bundle', () => {
  it.each(cases)('encodes and decodes $text as Python does', ({ text, ids, decoded }) => {
    expect(tokenizer.encode(text, { add_special_tokens: false }).ids).toEqual(ids);
    expect(tokenizer.decode(ids, { skip_special_tokens: false })).toBe(decoded);
  });
});

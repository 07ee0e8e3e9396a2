/**
 * Milliseconds a token of exported decoders in onnxruntime-web's WASM (two threads), for docs/decoder-choice.md.
 *
 *   node training/decoder-speed.mjs FOLDER [FOLDER ...]      each with decoder_model_merged.onnx and decoder.onnx_data
 *
 * Prints one JSON line a folder: prefill of 64 positions, and one position on a cache of 256. The fastest of
 * several runs: on shared cores the others measure the neighbours.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';

const PREFILL = 64; // positions
const PAST = 256; // positions in the cache of a decode step
const REPEATS = 30;

ort.env.wasm.numThreads = 2;

async function time(session, length, past, width, kv) {
  const feeds = {
    inputs_embeds: new ort.Tensor('float32', new Float32Array(length * width).fill(0.1), [1, length, width]),
    attention_mask: new ort.Tensor('int64', new BigInt64Array(past + length).fill(1n), [1, past + length]),
  };
  for (const { name, shape } of kv) {
    const [, heads, , head] = shape;
    feeds[name] = new ort.Tensor('float32', new Float32Array(heads * past * head), [1, heads, past, head]);
  }
  const ms = [];
  for (let k = 0; k < REPEATS; k++) {
    const start = performance.now();
    await session.run(feeds);
    ms.push(performance.now() - start);
  }
  return Math.min(...ms);
}

for (const folder of process.argv.slice(2)) {
  const session = await ort.InferenceSession.create(
    new Uint8Array(await readFile(join(folder, 'decoder_model_merged.onnx'))),
    {
      executionProviders: ['wasm'],
      externalData: [
        {
          path: 'decoder.onnx_data',
          data: new Uint8Array(await readFile(join(folder, 'decoder.onnx_data'))),
        },
      ],
    },
  );
  const meta = session.inputMetadata;
  const width = meta.find((m) => m.name === 'inputs_embeds').shape[2];
  const kv = meta.filter((m) => m.name.startsWith('past_key_values'));
  const prefill = await time(session, PREFILL, 0, width, kv);
  const step = await time(session, 1, PAST, width, kv);
  console.log(JSON.stringify({ folder, prefillMs: prefill, tokenMs: step }));
}
process.exit(0);

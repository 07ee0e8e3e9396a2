/**
 * The bundle keeps the LLaVA layout of transformers.js: its standard class loads our files and, given the prompt with a closed
 * think block, writes `real` or `fake` and stops. The engine does not use that class (docs/decisions/0001).
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');
const ORIGIN = 'http://localhost:4999';
const BUNDLE = join(ROOT, 'public/models/fake-hr1-nano');
const FOLDERS: Record<string, string> = {
  '/lib/': join(ROOT, 'node_modules/@huggingface/transformers/dist'),
  '/ort/': join(ROOT, 'node_modules/onnxruntime-web/dist'),
  '/models/nano/': BUNDLE,
};

test('transformers.js reads the bundle as a standard LLaVA', async ({ page }) => {
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const folder = Object.keys(FOLDERS).find((prefix) => pathname.startsWith(prefix));
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    if (!folder) return route.fulfill({ status: 404 });
    const path = join(FOLDERS[folder] ?? '', pathname.slice(folder.length));
    const type = pathname.endsWith('js')
      ? 'text/javascript'
      : pathname.endsWith('.wasm')
        ? 'application/wasm'
        : 'application/octet-stream';
    try {
      return route.fulfill({ contentType: type, body: readFileSync(path) });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
  await page.goto(`${ORIGIN}/`);
  const manifest = JSON.parse(readFileSync(join(BUNDLE, 'manifest.json'), 'utf8'));
  const { prompt, preprocessing } = manifest;
  const t = prompt.tokens;
  // The prompt that the model was trained on (workers/engine/prompt.ts), every bin in the middle.
  const crops = `${t.image}<cl_3>`.repeat(preprocessing.fastCrops);
  const evidence = preprocessing.measurements.map(({ id }: { id: string }) => `<ev_${id}_2>`).join('');
  const images = `${t.image.repeat(prompt.globalTokens)}${crops}<dl_3>${evidence}`;
  const text = `${t.system}${prompt.system}${t.user}${images}Is this image real or fake?${t.assistant}${t.thinkOpen}\n\n${t.thinkClose}\n\n`;
  const written = await page.evaluate(
    async ({ text, side, crops }) => {
      const url = '/lib/transformers.min.js';
      const { env, AutoTokenizer, LlavaForConditionalGeneration, Tensor } = await import(url);
      env.allowRemoteModels = false;
      env.allowLocalModels = true;
      env.localModelPath = '/models/';
      env.useBrowserCache = false;
      env.useWasmCache = false;
      env.backends.onnx.wasm.wasmPaths = '/ort/';
      env.backends.onnx.wasm.numThreads = 1;
      const external = async (name: string) => ({
        path: name,
        data: new Uint8Array(await (await fetch(`/models/nano/onnx/${name}`)).arrayBuffer()),
      });
      const tokenizer = await AutoTokenizer.from_pretrained('nano');
      const model = await LlavaForConditionalGeneration.from_pretrained('nano', {
        // vision_encoder.onnx wants what the engine's trunk has made of the views; vision_encoder_q4.onnx reads pixels.
        dtype: { embed_tokens: 'fp32', decoder_model_merged: 'fp32', vision_encoder: 'q4' },
        device: 'wasm',
        session_options: {
          externalData: await Promise.all(
            ['decoder.onnx_data', 'vision.onnx_data', 'trunk.onnx_data'].map(external),
          ),
        },
      });
      model.forward_params.push('crops');
      const { input_ids, attention_mask } = tokenizer(text, { add_special_tokens: false });
      const grey = (n: number) =>
        new Tensor('float32', new Float32Array(n * 3 * side * side).fill(110), [n, 3, side, side]);
      const out = await model.generate({
        input_ids,
        attention_mask,
        pixel_values: grey(1),
        crops: grey(crops),
        max_new_tokens: 4,
        do_sample: false,
      });
      const all: bigint[] = [...out.data];
      return tokenizer.decode(all.slice(input_ids.dims[1]), { skip_special_tokens: false }) as string;
    },
    { text, side: preprocessing.cropSide as number, crops: preprocessing.fastCrops as number },
  );
  expect(written).toMatch(new RegExp(`^(${t.real}|${t.fake})${t.end.replaceAll('|', '\\|')}$`));
});

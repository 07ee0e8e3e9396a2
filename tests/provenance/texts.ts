/** Texts as programs write them, shortened. */
export const A1111 =
  'a lighthouse at dusk, oil painting\nNegative prompt: blurry, text\nSteps: 28, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 1234567, Size: 512x768, Model hash: 6ce0161689, Model: v1-5-pruned, Version: v1.10.1';
export const FORGE = A1111.replace('v1.10.1', 'f2.0.1v1.10.1-previous-313');
export const COMFY_PROMPT = JSON.stringify({
  '3': { class_type: 'KSampler', inputs: { seed: 5, steps: 20, cfg: 8, sampler_name: 'euler' } },
  '9': { class_type: 'SaveImage', inputs: { filename_prefix: 'ComfyUI' } },
});
export const COMFY_WORKFLOW = JSON.stringify({
  last_node_id: 9,
  nodes: [
    { id: 3, type: 'KSampler' },
    { id: 9, type: 'SaveImage' },
  ],
  links: [],
});
export const COMFY_RESIZE = JSON.stringify({
  '1': { class_type: 'LoadImage', inputs: { image: 'holiday.jpg' } },
  '2': { class_type: 'ImageScale', inputs: { width: 800 } },
  '9': { class_type: 'SaveImage', inputs: {} },
});
export const NOVELAI = JSON.stringify({
  prompt: 'a lighthouse',
  steps: 28,
  sampler: 'k_euler',
  seed: 9,
  uc: 'blurry',
  scale: 5,
});
export const INVOKE = JSON.stringify({
  app_version: '5.6.0',
  generation_mode: 'txt2img',
  positive_prompt: 'a lighthouse',
  seed: 9,
});
export const INVOKE_OLD = JSON.stringify({
  model: 'stable diffusion',
  app_id: 'invoke-ai/InvokeAI',
  app_version: '2.3.5',
  image: { prompt: [] },
});
export const FOOOCUS = JSON.stringify({
  prompt: 'a lighthouse',
  base_model: 'juggernautXL',
  metadata_scheme: 'fooocus',
  seed: 9,
});
export const SWARM = JSON.stringify({ sui_image_params: { prompt: 'a lighthouse', model: 'sdxl', seed: 9 } });
export const MIDJOURNEY =
  'a lighthouse at dusk --ar 3:2 --v 6.1 Job ID: 5e4f9d6c-1b2a-4c3d-9e8f-0a1b2c3d4e5f';
export const aigc = (label: string) =>
  JSON.stringify({ Label: label, ContentProducer: '001191610133596325171T12566', ProduceID: 'IMG1' });
export const attribute = (json: string) => json.replaceAll('"', '&quot;');
export const DREAM = '"a lighthouse at dusk [blurry]" -s 50 -S 2980747362 -W 512 -H 768 -C 5.0 -A k_lms';

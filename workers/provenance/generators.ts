/**
 * Which field of which program says "made by a generator". A name counts only where programs sign their work (software
 * fields, their own text chunks), never in captions: a photo of a Midjourney exhibition is a photo.
 *
 * Sources: the programs' own writers (AUTOMATIC1111 `modules/processing.py`, ComfyUI `nodes.py`, InvokeAI, NovelAI,
 * Fooocus, SwarmUI), Midjourney's downloads, GB 45438-2025 annex E for China's label, IPTC NewsCodes for source types.
 */
import { z } from 'zod';
import type { Claim } from '../../src/contract';

export interface Mark {
  readonly claim: Claim;
  readonly by: string | null;
}

/** Programs that make pictures and nothing else, as they write themselves into software fields. */
const GENERATORS: readonly (readonly [RegExp, string])[] = [
  [/^midjourney\b/i, 'Midjourney'],
  [/^(openai\s+)?dall[-·•. ]?e\b/i, 'DALL·E'],
  [/^(openai|chatgpt|gpt-4o|gpt-image)\b/i, 'OpenAI'],
  [/^adobe firefly\b/i, 'Adobe Firefly'],
  [/^novelai\b/i, 'NovelAI'],
  [/^(invoke ?ai|invoke-ai)\b/i, 'InvokeAI'],
  [/^comfyui\b/i, 'ComfyUI'],
  [/^fooocus\b/i, 'Fooocus'],
  [/^swarmui\b/i, 'SwarmUI'],
  [/^draw things\b/i, 'Draw Things'],
  [
    /^(automatic1111|stable diffusion|stablediffusion|stability ai|dreamstudio|sd\.next)\b/i,
    'Stable Diffusion',
  ],
  [/^(google imagen|imagen \d|nano banana|gemini (image|\d))/i, 'Google'],
  [/^(bing image creator|microsoft designer|image creator from)/i, 'Microsoft'],
  [/^(leonardo\.?ai|leonardo interactive)\b/i, 'Leonardo.Ai'],
  [/^ideogram\b/i, 'Ideogram'],
  [/^(flux\.?\d|black forest labs)\b/i, 'FLUX'],
  [/^(recraft|krea|playground ai|nightcafe|starryai|craiyon|artbreeder)\b/i, 'an image generator'],
];

/** A software field (EXIF Software, xmp:CreatorTool, PNG Software, IPTC program) that names a generator. */
export function softwareMark(value: string): Mark | null {
  const known = GENERATORS.find(([pattern]) => pattern.test(value.trim()));
  if (!known) return null;
  return { claim: 'ai-generated', by: known[1] === 'an image generator' ? value.trim() : known[1] };
}

/** Name of a generator inside a longer text, for C2PA's agents such as "GPT-4o via OpenAI API". */
export function generatorName(value: string): string | null {
  return softwareMark(value)?.by ?? null;
}

const SOURCE_TYPES: Readonly<Record<string, Claim>> = {
  trainedAlgorithmicMedia: 'ai-generated',
  // Made by models and shown as data, e.g. maps of activations; C2PA's own term.
  trainedAlgorithmicData: 'ai-generated',
  compositeSynthetic: 'ai-edited',
  compositeWithTrainedAlgorithmicMedia: 'ai-edited',
  digitalCapture: 'camera',
  computationalCapture: 'camera',
  multiFrameComputationalCapture: 'camera',
  negativeFilm: 'camera',
  positiveFilm: 'camera',
};

/** IPTC digital source type: the address of a term, exactly. Returns its last part and what it claims, if anything. */
export function sourceType(value: string): { readonly term: string; readonly claim: Claim | null } | null {
  const match =
    /^https?:\/\/(?:cv\.iptc\.org\/newscodes\/digitalsourcetype|c2pa\.org\/digitalsourcetype)\/([A-Za-z]{3,60})\/?$/.exec(
      value.trim(),
    );
  const term = match?.[1];
  return term === undefined ? null : { term, claim: SOURCE_TYPES[term] ?? null };
}

/** IPTC credit line as Google's editors write it. */
export function creditMark(value: string): Mark | null {
  const match = /^(made|created|edited) (?:with|by) google ai\.?$/i.exec(value.trim());
  if (!match) return null;
  return { claim: match[1]?.toLowerCase() === 'edited' ? 'ai-edited' : 'ai-generated', by: 'Google AI' };
}

const MIDJOURNEY_JOB = /\bJob ID:\s*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\s*$/i;

/** A description as Midjourney writes it: the prompt, then the job's number at the very end. */
export function descriptionMark(value: string): Mark | null {
  return MIDJOURNEY_JOB.test(value) ? { claim: 'ai-generated', by: 'Midjourney' } : null;
}

/** Sampling parameters as AUTOMATIC1111 and its kin write them on the last line. */
const A1111 = /(^|\n)Steps: \d+, (?=.*\bSampler: )(?=.*\b(?:CFG scale|Seed|Size): )/;

/** Text chunk `parameters`, or an EXIF comment with the same content. */
export function parametersMark(value: string): Mark | null {
  if (A1111.test(value)) {
    const version = /\bVersion: ([^,\n]+)/.exec(value)?.[1] ?? '';
    if (/^f\d/.test(version)) return { claim: 'ai-generated', by: 'Stable Diffusion (Forge)' };
    if (/comfyui/i.test(version)) return { claim: 'ai-generated', by: 'ComfyUI' };
    return { claim: 'ai-generated', by: 'Stable Diffusion' };
  }
  const json = object(value);
  if (!json) return null;
  if ('sui_image_params' in json) return { claim: 'ai-generated', by: 'SwarmUI' };
  if ('prompt' in json && ('base_model' in json || 'metadata_scheme' in json))
    return { claim: 'ai-generated', by: 'Fooocus' };
  return null;
}

const jsonObject = z.record(z.string(), z.unknown());

/** A JSON object, or null for everything else. */
function object(value: string): Record<string, unknown> | null {
  if (!value.trimStart().startsWith('{')) return null;
  try {
    const parsed = jsonObject.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const comfyNode = z.object({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) });
const comfyWorkflow = z.object({ nodes: z.array(z.object({ type: z.string() })) });
/** Nodes without which ComfyUI only loads, scales and saves what a camera may have made. */
const COMFY_MAKES = /sampler|ideogram|dall|fluxpro|stability|recraft|gptimage|geminiimage/i;

/** ComfyUI's `prompt` (the graph that ran) or `workflow` (the graph as drawn). */
export function comfyMark(value: string): Mark | null {
  const json = object(value);
  if (!json) return null;
  const drawn = comfyWorkflow.safeParse(json);
  const types = drawn.success
    ? drawn.data.nodes.map(({ type }) => type)
    : Object.values(json).flatMap((node) => {
        const checked = comfyNode.safeParse(node);
        return checked.success ? [checked.data.class_type] : [];
      });
  return types.some((type) => COMFY_MAKES.test(type)) ? { claim: 'ai-generated', by: 'ComfyUI' } : null;
}

/** NovelAI's `Comment`: the settings of the run. */
export function novelAiMark(value: string): Mark | null {
  const json = object(value);
  const whole = json && 'sampler' in json && 'steps' in json && ('uc' in json || 'prompt' in json);
  return whole ? { claim: 'ai-generated', by: 'NovelAI' } : null;
}

/** InvokeAI's `invokeai_metadata`, and `sd-metadata` of its older versions. */
export function invokeMark(keyword: string, value: string): Mark | null {
  const json = object(value);
  if (!json) return null;
  const is =
    keyword === 'invokeai_metadata'
      ? 'generation_mode' in json || 'positive_prompt' in json || 'app_version' in json
      : typeof json.app_id === 'string' && /invoke-ai/i.test(json.app_id);
  return is ? { claim: 'ai-generated', by: 'InvokeAI' } : null;
}

/** InvokeAI's first form: the command line of the run. */
const DREAM = /^"[\s\S]+" -s ?\d+ -S ?\d+ -W ?\d+ -H ?\d+ /;

const aigcLabel = z.object({
  Label: z.union([z.string(), z.number()]).transform(String),
  ContentProducer: z.string().optional(),
});

/** China's label for generated content (GB 45438-2025): 1 is, 2 may be, 3 is suspected to be. */
export function aigcMark(value: string): Mark | null {
  const json = object(value);
  if (!json) return null;
  const label = aigcLabel.safeParse(json.AIGC ?? json);
  if (!label.success) return null;
  const by = label.data.ContentProducer?.trim() || null;
  if (label.data.Label === '1') return { claim: 'ai-generated', by };
  return label.data.Label === '2' || label.data.Label === '3' ? { claim: 'ai-possible', by } : null;
}

/** PNG text chunks that programs write about themselves. */
export function textMark(keyword: string, value: string): Mark | null {
  switch (keyword) {
    case 'parameters':
      return parametersMark(value);
    case 'prompt':
    case 'workflow':
      return comfyMark(value);
    case 'Software':
    case 'Source':
      return softwareMark(value);
    case 'Comment':
      return novelAiMark(value);
    case 'Description':
      return descriptionMark(value);
    case 'invokeai_metadata':
    case 'sd-metadata':
      return invokeMark(keyword, value);
    case 'Dream':
      return DREAM.test(value) ? { claim: 'ai-generated', by: 'InvokeAI' } : null;
    case 'AIGC':
      return aigcMark(value);
    default:
      return null;
  }
}

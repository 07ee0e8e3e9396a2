/** A small valid manifest for tests. */
import type { Manifest, ManifestFile } from '../contract';

export function makeManifest(files: readonly ManifestFile[], version = '1'): Manifest {
  return {
    schema: 1,
    id: 'fake-hr1-nano',
    family: 'nano',
    version,
    licence: 'Apache-2.0',
    checkpoint: 'test',
    files: [...files],
    dtypes: [
      {
        id: 'fp32',
        device: 'wasm',
        needsShaderF16: false,
        graphs: {
          trunk: 'f',
          vision_encoder: 'a',
          crop_encoder: 'b',
          embed_tokens: 'd',
          decoder_model_merged: 'e',
        },
        externalData: {},
        kvType: 'float32',
        calibration: { a: 1, b: 0 },
      },
    ],
    preprocessing: {
      version: 1,
      globalSide: 224,
      cropSide: 224,
      fastCrops: 1,
      slowCrops: 4,
      measurements: [],
      compressionBounds: [],
    },
    prompt: {
      system: 'You are a detector.',
      tokens: {
        system: '<|system|>',
        user: '<|user|>',
        assistant: '<|assistant|>',
        image: '<image>',
        thinkOpen: '<think>',
        thinkClose: '</think>',
        newline: '\n',
        end: '<|end|>',
        real: 'real',
        fake: 'fake',
      },
      globalTokens: 17,
      cropLogitBounds: [],
      detectorLogitBounds: [],
      maxQuestionTokens: 64,
      maxNewTokens: 200,
    },
    subject: { kinds: [{ id: 'photo', threshold: 0.9 }], categories: [{ id: 'person', threshold: 0.9 }] },
    gate: { threshold: 0.5 },
    verdict: {
      beta: 1,
      likelyAi: 2,
      likelyAiOutside: 2,
      noTraces: -1,
      realSurvival: [
        { logit: -3, share: 1 },
        { logit: 3, share: 0 },
      ],
      evaluation: { set: 'test', realImages: 1000, fakeImages: 1000, command: 'none' },
    },
    selfTest: {
      seed: 1,
      expected: { fp32: { detectorLogit: 0, verdictLogit: 0, pThink: 0.5 } },
      tolerance: { fp32: 0.01 },
    },
    metrics: {},
  };
}

import type { Tensor } from 'onnxruntime-web/webgpu';
import { expect, it, vi } from 'vitest';
import { KvCache } from './kv';

const tensor = () => ({ dispose: vi.fn() }) as unknown as Tensor;

it('takes the present tensors under the names of the inputs, and nothing else', () => {
  const key = tensor();
  const logits = tensor();
  const cache = KvCache.fromOutputs(5, { 'present.0.key': key, logits });
  expect(cache.feeds()).toEqual({ 'past_key_values.0.key': key });
  cache.dispose();
  expect(key.dispose).toHaveBeenCalledOnce();
  expect(logits.dispose).not.toHaveBeenCalled();
});

it('is disposed once, and not used afterwards', () => {
  const key = tensor();
  const cache = new KvCache(1, { 'past_key_values.0.key': key });
  cache.dispose();
  cache.dispose();
  expect(key.dispose).toHaveBeenCalledOnce();
  expect(() => cache.feeds()).toThrow('disposed');
});

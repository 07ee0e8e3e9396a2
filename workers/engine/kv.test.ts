import { Tensor } from 'onnxruntime-web/webgpu';
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

it('gives its first positions as a cache of their own', () => {
  const data = Float32Array.from({ length: 2 * 3 * 2 }, (_, i) => i); // 2 heads, 3 positions, 2 wide
  const whole = new KvCache(3, { k: new Tensor('float32', data, [1, 2, 3, 2]) });
  const cut = whole.upTo(2);
  expect(cut.length).toBe(2);
  expect(cut.feeds().k?.dims).toEqual([1, 2, 2, 2]);
  expect(Array.from((cut.feeds().k as Tensor).data as Float32Array)).toEqual([0, 1, 2, 3, 6, 7, 8, 9]);
  whole.dispose();
  expect(cut.feeds().k?.dims).toEqual([1, 2, 2, 2]);
});

it('knows tensors that cannot be copied', () => {
  const cpu = new Tensor('float32', new Float32Array(2), [1, 1, 1, 2]);
  expect(new KvCache(1, { cpu }).copyable).toBe(true);
  expect(new KvCache(1, { cpu, gpu: { location: 'gpu-buffer' } as Tensor }).copyable).toBe(false);
});

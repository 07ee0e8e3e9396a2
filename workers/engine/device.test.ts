import { describe, expect, it } from 'vitest';
import type { DtypeSet, Manifest } from '../../src/contract';
import { chooseDevice } from './device';

const set = (id: string, device: 'webgpu' | 'wasm', needsShaderF16: boolean) =>
  ({ id, device, needsShaderF16 }) as DtypeSet;
const manifest = {
  dtypes: [set('fp32', 'wasm', false), set('fp16-gpu', 'webgpu', true), set('fp32-gpu', 'webgpu', false)],
} as Manifest;
const gpu = { shaderF16: true, software: false, smallSubgroups: false };
const chosen = (...args: Parameters<typeof chooseDevice>) => {
  const { device, dtype, fallbackReason } = chooseDevice(...args);
  return [device, dtype.id, fallbackReason === null];
};

describe('chooseDevice', () => {
  it('prefers half precision on a GPU that has it', () => {
    expect(chosen(manifest, 'auto', gpu)).toEqual(['webgpu', 'fp16-gpu', true]);
    expect(chosen(manifest, 'auto', { ...gpu, shaderF16: false })).toEqual(['webgpu', 'fp32-gpu', true]);
  });

  it('says why it falls back', () => {
    expect(chooseDevice(manifest, 'auto', 'no adapter')).toMatchObject({
      device: 'wasm',
      fallbackReason: 'no adapter',
    });
    expect(chosen(manifest, 'auto', { ...gpu, software: true })).toEqual(['wasm', 'fp32', false]);
  });

  it('has nothing to explain where WASM was asked for', () => {
    expect(chosen(manifest, 'wasm', gpu)).toEqual(['wasm', 'fp32', true]);
  });

  it('takes a software adapter that was asked for by name, and refuses without any', () => {
    expect(chosen(manifest, 'webgpu', { shaderF16: false, software: true, smallSubgroups: true })).toEqual([
      'webgpu',
      'fp32-gpu',
      true,
    ]);
    expect(() => chooseDevice(manifest, 'webgpu', 'no adapter')).toThrow('no adapter');
    expect(() => chooseDevice({ ...manifest, dtypes: [] }, 'auto', gpu)).toThrow('no files');
  });
});

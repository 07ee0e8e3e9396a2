/** The kernel over the released weights against what Python computed of the same views (training/make_golden.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Manifest, manifestSchema } from '../../src/contract';
import type { Rgb8 } from '../image/pixels';
import { synthetic } from '../image/synthetic';
import { makeViews } from '../image/views';
import { hasRelaxedSimd, openKernel } from './kernel';
import { KernelTrunk } from './kernel-trunk';

const ROOT = new URL('../../', import.meta.url);
const BUNDLE = new URL('public/models/fake-hr1-nano/', ROOT);
/** Of the state's length. An activation that is rounded the other way moves it by half a percent; a wrong weight by far more. */
const NEAR = 0.02;

const bytes = (url: URL): ArrayBuffer => new Uint8Array(readFileSync(url)).buffer;
const golden = JSON.parse(readFileSync(new URL('training/golden/kernel.json', ROOT), 'utf8'));
const want = new Float32Array(new Uint8Array(Buffer.from(golden.state, 'base64')).buffer);
const manifest: Manifest = manifestSchema.parse(
  JSON.parse(readFileSync(new URL('manifest.json', BUNDLE), 'utf8')),
);
const layout = manifest.dtypes.find((set) => set.kernel)?.kernel;
if (!layout) throw new Error('the bundle has nothing for the kernel');

const compiled = (build: string) => WebAssembly.compile(bytes(new URL(`kernel/dist/${build}.wasm`, ROOT)));
const open = async (build: string) =>
  KernelTrunk.open(
    [await compiled(build)],
    layout,
    bytes(new URL(layout.packed, BUNDLE)),
    bytes(new URL(layout.rest, BUNDLE)),
    1,
  );

const length = (v: Float32Array) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
const apart = (a: Float32Array, b: Float32Array) => length(a.map((x, i) => x - (b[i] as number))) / length(b);

const views = makeViews(synthetic(golden.seed, golden.width, golden.height));
const pair: readonly Rgb8[] = [views.whole, views.crop(0)];

// Node 20 has relaxed SIMD only behind a flag; e2e/kernel.spec.ts compares the builds in the browser.
describe.each(hasRelaxedSimd() ? ['plain', 'relaxed', 'dot'] : ['plain'])('the %s kernel', (build) => {
  it('computes the states that Python computes, again and again', async () => {
    const trunk = await open(build);
    const { rows, states } = await trunk.look(pair);
    expect(states.length).toBe(want.length);
    expect(apart(states, want)).toBeLessThan(NEAR);
    expect(rows.length).toBe(197 * 768);
    // The head's first part is the class token after the last block: the first of these rows.
    expect(apart(rows.slice(0, 768), states.slice(0, 768))).toBe(0);
    expect(apart((await trunk.look(pair)).states, states)).toBe(0);
  });

  it('does not mix up views, nor remember the last picture', async () => {
    const trunk = await open(build);
    const first = await trunk.states(pair);
    const half = first.length / 2;
    const turned = await trunk.states([...pair].reverse());
    expect(apart(turned.slice(half), first.slice(0, half))).toBe(0);
    expect(apart(turned.slice(0, half), first.slice(half))).toBe(0);
    expect(apart(first.slice(0, half), first.slice(half))).toBeGreaterThan(0.1);
    // More views than the memory holds are computed in turn.
    const three = await trunk.look([...pair, views.whole]);
    expect(apart(three.states, new Float32Array([...first, ...first.slice(0, half)]))).toBe(0);
    expect(apart(three.rows.slice(0, 768), first.slice(0, 768))).toBe(0);
  });
});

it('does not wait for ever for a lane that is lost, and goes on alone', async () => {
  const { kernel } = await openKernel([await compiled('plain')]);
  kernel.setPatience(20);
  expect(() => kernel.look(1, 2)).toThrow(WebAssembly.RuntimeError);
  kernel.reset();
  kernel.look(1, 1);
});

/** Tensors in and out of the sessions. Everything made here is disposed by {@link run} or by its owner. */
import { Tensor } from 'onnxruntime-web/webgpu';
import type { Rgb8 } from '../image/pixels';
import { EngineError } from './engine';
import type { Session } from './sessions';

export const floats = (data: Float32Array, dims: readonly number[]): Tensor =>
  new Tensor('float32', data, dims);

export const integers = (values: readonly number[], dims: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), dims);

/** One array behind the other. */
export function join(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** RGB8 pictures of one size as float32 [K, 3, side, side] in grey levels. */
export function nchw(pictures: readonly Rgb8[], side: number): Tensor {
  const plane = side * side;
  const data = new Float32Array(pictures.length * 3 * plane);
  pictures.forEach((rgb, k) => {
    const base = k * 3 * plane;
    for (let i = 0, p = 0; i < plane; i++, p += 3) {
      data[base + i] = rgb[p] as number;
      data[base + plane + i] = rgb[p + 1] as number;
      data[base + 2 * plane + i] = rgb[p + 2] as number;
    }
  });
  return floats(data, [pictures.length, 3, side, side]);
}

/** Copies a float32 output out of its tensor; throws INTERNAL where it is missing or not a finite number. */
export function take(outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new EngineError('INTERNAL', `the graph gave no float32 ${name}`);
  for (const value of data) {
    // A GPU that overflows or a read-back that failed must become an error, never a verdict.
    if (!Number.isFinite(value)) throw new EngineError('INTERNAL', `${name} is not finite`);
  }
  return data.slice();
}

/** Runs a graph whose outputs all lie on the CPU, copies the wanted ones out and disposes everything. */
export async function run<Name extends string>(
  session: Session,
  feeds: Readonly<Record<string, Tensor>>,
  names: readonly Name[],
): Promise<Record<Name, Float32Array>> {
  const outputs = await session.run(feeds, names);
  try {
    return Object.fromEntries(names.map((name) => [name, take(outputs, name)])) as Record<Name, Float32Array>;
  } finally {
    for (const tensor of [...Object.values(feeds), ...Object.values(outputs)]) tensor.dispose();
  }
}

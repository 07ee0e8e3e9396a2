/**
 * The frozen trunk, six blocks of CLIP ViT-B/16 (docs/decisions/0007), as the eyes see it: on WASM our kernel (kernel-trunk.ts), on
 * WebGPU a graph.
 */
import type { Rgb8 } from '../image/pixels';
import type { Session } from './sessions';
import { nchw, run } from './tensors';

/** Channels of a row. */
export const WIDTH = 768;
/** Rows of a view: class token and 14 x 14 places. */
export const TOKENS = 197;
/** Side of a view, px. */
const SIDE = 224;

/** What a look leaves. */
export interface Seen {
  /** The first view's rows after the last block, float32 [197, 768], class token first. */
  readonly rows: Float32Array;
  /** What the heads read, float32 [views, parts x 768]: `state` of the layout, view by view. */
  readonly states: Float32Array;
}

/** Views are RGB8 [224, 224, 3]. */
export interface Trunk {
  look(views: readonly Rgb8[]): Promise<Seen>;
  /** {@link Seen.states} alone. */
  states(views: readonly Rgb8[]): Promise<Float32Array>;
  dispose(): Promise<void>;
}

export class GraphTrunk implements Trunk {
  constructor(private readonly session: Session) {}

  async look(views: readonly Rgb8[]): Promise<Seen> {
    const { rows, states } = await run(this.session, { views: nchw(views, SIDE) }, ['rows', 'states']);
    return { rows: rows.subarray(0, TOKENS * WIDTH), states };
  }

  async states(views: readonly Rgb8[]): Promise<Float32Array> {
    return (await run(this.session, { views: nchw(views, SIDE) }, ['states'])).states;
  }

  async dispose(): Promise<void> {
    await this.session.release();
  }
}

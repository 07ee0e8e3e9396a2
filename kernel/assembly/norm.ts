/** Layer norms over rows of 768 float32. */
import { quantiseBlock } from './eight-bits';
import { madd, sum4 } from './maths';
import { BLOCK, WIDTH } from './shape';

const EPSILON: f32 = 1e-5;
const ROW: usize = WIDTH * 4;

/** from [768] -> to [768]; may be the same place. weight: float32 [768], then the bias [768]. */
export function norm(from: usize, weight: usize, to: usize): void {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < ROW; i += 16) sum = f32x4.add(sum, v128.load(from + i));
  const mean = f32x4.splat(sum4(sum) / (WIDTH as f32));
  let square = f32x4.splat(0);
  for (let i: usize = 0; i < ROW; i += 16) {
    const d = f32x4.sub(v128.load(from + i), mean);
    square = madd(d, d, square);
  }
  const by = f32x4.splat(<f32>1 / sqrt<f32>(sum4(square) / (WIDTH as f32) + EPSILON));
  for (let i: usize = 0; i < ROW; i += 16) {
    const d = f32x4.mul(f32x4.sub(v128.load(from + i), mean), by);
    v128.store(to + i, madd(d, v128.load(weight + i), v128.load(weight + ROW + i)));
  }
}

/** Norm of one row, in eight bits. line: float32 [768] of scratch. */
export function normInEightBits(
  from: usize,
  weight: usize,
  line: usize,
  codes: usize,
  scales: usize,
  zeros: usize,
): void {
  norm(from, weight, line);
  for (let block: usize = 0; block < WIDTH / BLOCK; block++) {
    quantiseBlock(line + block * BLOCK * 4, codes + block * BLOCK, scales + block * 4, zeros + block * 4);
  }
}

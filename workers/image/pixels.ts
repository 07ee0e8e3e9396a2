/** Pixels as the image maths takes them. */

/** Decoded picture: 4 bytes a pixel, row by row; already composited over white, so the fourth byte is ignored. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** RGB, 3 bytes a pixel, row by row. */
export type Rgb8 = Uint8Array;

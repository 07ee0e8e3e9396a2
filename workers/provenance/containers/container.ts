/**
 * What every reader of a container hands on: the metadata that lie inside valid structures, and whether the whole is
 * one. What follows the picture's own end belongs to nobody and is only counted.
 */
export interface TextEntry {
  readonly keyword: string;
  readonly text: string;
}

export interface JpegStructure {
  /** Quantisation tables by id, 64 values in zigzag order. */
  readonly tables: ReadonlyMap<number, readonly number[]>;
  /** Table ids and sampling factors of the components, in frame order. */
  readonly components: readonly {
    readonly id: number;
    readonly h: number;
    readonly v: number;
    readonly table: number;
  }[];
  readonly progressive: boolean;
  /** Further pictures (previews, gain maps) are announced to follow the end. */
  readonly multiPicture: boolean;
}

export interface Container {
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What is wrong with the structure; null where it is whole. Metadata of a broken file do not count. */
  readonly problem: string | null;
  /** Offset behind the picture's own last byte. */
  readonly end: number;
  /** EXIF as TIFF structures. */
  readonly exif: readonly Uint8Array[];
  /** XMP packets. */
  readonly xmp: readonly string[];
  /** Photoshop image resources, which hold IPTC-IIM. */
  readonly photoshop: readonly Uint8Array[];
  readonly texts: readonly TextEntry[];
  readonly comments: readonly string[];
  readonly icc: Uint8Array | null;
  /** A C2PA manifest store is embedded. */
  readonly credentials: boolean;
  readonly jpeg: JpegStructure | null;
}

/** One that is filled while reading. */
export type Draft = {
  -readonly [K in keyof Container]: Container[K] extends readonly (infer T)[] ? T[] : Container[K];
};

export function draft(): Draft {
  return {
    size: null,
    problem: null,
    end: 0,
    exif: [],
    xmp: [],
    photoshop: [],
    texts: [],
    comments: [],
    icc: null,
    credentials: false,
    jpeg: null,
  };
}

/** Marks a container as broken and stops there; only the first reason is kept. */
export function broken(container: Draft, problem: string, end: number): Draft {
  container.problem ??= problem;
  container.end = end;
  return container;
}

/** A size only if both sides are positive. */
export function sized(width: number, height: number): Container['size'] {
  return width > 0 && height > 0 ? { width, height } : null;
}

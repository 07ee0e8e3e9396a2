/** Bounds-checked reading: past the end a read gives NaN, which fails every comparison, and text is cut off. */
export class Bytes {
  constructor(
    readonly data: Uint8Array,
    /** Byte order of {@link u16} and {@link u32}; the `be` and `le` readers have their own. */
    readonly little = false,
  ) {}
  get length(): number {
    return this.data.length;
  }
  u8(at: number): number {
    return this.data[at] ?? Number.NaN;
  }
  be16(at: number): number {
    return this.u8(at) * 256 + this.u8(at + 1);
  }
  be32(at: number): number {
    return this.be16(at) * 65536 + this.be16(at + 2);
  }
  le16(at: number): number {
    return this.u8(at) + this.u8(at + 1) * 256;
  }
  le32(at: number): number {
    return this.le16(at) + this.le16(at + 2) * 65536;
  }
  u16(at: number): number {
    return this.little ? this.le16(at) : this.be16(at);
  }
  u32(at: number): number {
    return this.little ? this.le32(at) : this.be32(at);
  }
  /** Bytes as Latin-1 characters. */
  ascii(at: number, length: number): string {
    let text = '';
    for (const byte of this.data.subarray(at, at + length)) text += String.fromCharCode(byte);
    return text;
  }
  /** Whether the data begin with these bytes. */
  starts(...bytes: number[]): boolean {
    return bytes.every((b, i) => this.data[i] === b);
  }
  part(start: number, end: number): Uint8Array {
    return this.data.subarray(start, end);
  }
}

/** UTF-8 if it is valid UTF-8, else Latin-1, as programs write both into the same fields. */
export function text(data: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return new TextDecoder('latin1').decode(data);
  }
}

/** One hash for a whole model bundle. */
import type { ManifestFile } from '../contract';

/** The lines `sha256sum` would print for the files, in the order of their paths. */
export function digestLines(files: readonly Pick<ManifestFile, 'path' | 'sha256'>[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Lower-case hex SHA-256. The same call in browsers, workers and Node. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 over the files' digests: `sha256sum $(sort of paths) | sha256sum` inside the bundle's folder. */
export function weightsSha256(files: readonly Pick<ManifestFile, 'path' | 'sha256'>[]): Promise<string> {
  return sha256Hex(new TextEncoder().encode(digestLines(files)));
}

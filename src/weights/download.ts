/** One file of a bundle over the network: streamed, counted, verified. */
import { type AppError, appError, err, type ManifestFile, ok, type Result } from '../contract';

/** SHA-256 in lower-case hex. */
export async function sha256(content: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function tampered(file: ManifestFile, why: string): AppError {
  return appError('MODEL_TAMPERED', `${file.path}: ${why}`, { file: file.path });
}

/** What a failed request means: CANCELLED if the caller wished so, else MODEL_MISSING. */
export function requestFailed(thrown: unknown, what: string, signal: AbortSignal): AppError {
  if (signal.aborted) return appError('CANCELLED', 'the download was stopped');
  return appError('MODEL_MISSING', `${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
}

/**
 * Fetches a file and checks its digest; returns it as a Blob that nothing has stored yet.
 *
 * `onBytes` gets the length of every chunk. Errors: MODEL_MISSING (network, status), MODEL_TAMPERED (longer than the
 * manifest says, or another digest), CANCELLED.
 */
export async function download(
  url: string,
  file: ManifestFile,
  request: typeof fetch,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Result<Blob>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    // The HTTP cache would keep a second copy of every weight.
    const response = await request(url, { signal, cache: 'no-store', credentials: 'omit' });
    if (!response.ok || !response.body)
      return err(appError('MODEL_MISSING', `${file.path}: status ${response.status}`));
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > file.bytes) {
        await reader.cancel();
        return err(tampered(file, `longer than ${file.bytes} bytes`));
      }
      chunks.push(value);
      onBytes(value.byteLength);
    }
  } catch (thrown) {
    return err(requestFailed(thrown, file.path, signal));
  }
  const content = new Blob(chunks);
  const digest = await sha256(content);
  return digest === file.sha256 ? ok(content) : err(tampered(file, `digest ${digest}`));
}

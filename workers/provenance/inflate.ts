/** The platform's own inflate, bounded: a kilobyte may unfold into gigabytes. */

/** Largest text that is unfolded, bytes; a ComfyUI workflow has some hundred thousand. */
const MAX_INFLATED = 8 * 1024 * 1024;

/** A zlib stream (RFC 1950) unfolded; null if it is broken or too large. */
export async function inflate(data: Uint8Array): Promise<Uint8Array | null> {
  const reader = new Blob([data.slice()])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_INFLATED) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

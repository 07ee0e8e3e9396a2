/**
 * Where the time of an analysis goes, as `performance` measures named `nano:<part>`: read by the developer tools and
 * by benchmarks through the worker's global scope, and by nobody else.
 */

/** Runs one part and records how long it took; the record of the same part before it is dropped. */
export async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const name = `nano:${part}`;
    // Kept by the browser until cleared: thousands of pictures would pile up.
    performance.clearMeasures(name);
    performance.measure(name, { start, end: performance.now() });
  }
}

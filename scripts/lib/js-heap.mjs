/**
 * The JS heap of a page through the DevTools protocol, with what its functions were compiled to told apart from the rest.
 */

/** What a collection frees may hold what the next one can; three are enough for chains of finalisers. */
const COLLECTIONS = 3;

/** Used JS heap after collection, bytes. */
export async function usedHeap(devtools) {
  for (let i = 0; i < COLLECTIONS; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/**
 * Sends every function of the page back to byte code; those that run hot are compiled again. There is no command for
 * that: counting calls exactly does it on its way, because optimised functions do not count. Workers are not touched.
 */
async function dropMachineCode(devtools) {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await devtools.send('Profiler.stopPreciseCoverage');
  await devtools.send('Profiler.disable');
}

/** `found`: all of it. `kept`: without machine code, which grows with use, up to a limit, and holds no data. Bytes. */
export async function measureHeap(devtools) {
  const found = await usedHeap(devtools);
  await dropMachineCode(devtools);
  return { found, kept: await usedHeap(devtools) };
}

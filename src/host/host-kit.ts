/** What the tests of the host share: a host over scripted workers, and the items these send. */
import type { AnalyseItem, Bundle, LoadRequest } from '../contract';
import { UNDECIDED } from '../contract/fixture-kit';
import { type FakeScript, FakeWorker } from './fake-worker';
import { DetectorHost, type HostEvent, type HostState } from './host';

const bundle = { manifest: { id: 'fake-hr1-nano' }, files: new Map() } as unknown as Bundle;
export const setup = (device: LoadRequest['device'] = 'auto'): LoadRequest => ({
  bundle,
  device,
  threads: 1,
});
const request = { question: 'Is this image real or fake?', mode: 'auto' } as const;
const image = new Blob(['x']);

export const first: AnalyseItem = { kind: 'verdict', verdict: UNDECIDED, ms: 5 };
export const word = (text: string): AnalyseItem => ({ kind: 'reasoning', text, references: [] });
export const final: AnalyseItem = {
  kind: 'final',
  verdict: UNDECIDED,
  thought: false,
  tokens: 7,
  stance: null,
  ms: 9,
};

/** A host whose n-th worker follows the n-th script; the last script serves all further workers. */
export function make(...scripts: FakeScript[]) {
  const workers: FakeWorker[] = [];
  const states: HostState[] = [];
  const host = new DetectorHost(
    () => {
      const worker = new FakeWorker(scripts[Math.min(workers.length, scripts.length - 1)] ?? {});
      workers.push(worker);
      return worker;
    },
    (state) => states.push(state),
  );
  const analyse = (signal = new AbortController().signal) => {
    const events: HostEvent[] = [];
    return { events, result: host.analyse(image, request, (e) => events.push(e), signal) };
  };
  return { host, workers, states, analyse, phases: () => states.map((s) => s.phase) };
}

/** A place where a script waits until the test opens it. */
export function hold() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/**
 * What a page written in TypeScript may rely on. Compiled against the built declarations by `npm run build:lib`, which fails
 * when a public type breaks: each `@ts-expect-error` is one that must stay.
 */
import {
  type AnalysisEvent,
  type Band,
  createDetector,
  type Detector,
  ERROR_CODES,
  type ErrorCode,
  FakeHr1Error,
  removeStoredModels,
} from 'fake-hr1-browser';
import type { CheckError, FakeHr1Check } from 'fake-hr1-browser/element';

const WORDS: Record<Band, string> = {
  'likely-ai': 'Likely AI-generated',
  'cant-tell': 'Can’t tell',
  'no-traces': 'No AI traces found',
};

function inWords(event: AnalysisEvent): string {
  switch (event.kind) {
    case 'received':
      return `${event.format}, ${event.width} × ${event.height}`;
    case 'evidence':
      return event.evidence.map(({ id, bin }) => `${id}: ${bin}`).join();
    case 'verdict':
    case 'final':
      return event.verdict.abstained ?? WORDS[event.verdict.band];
    case 'gate':
      return event.thinks ? `thinks, by ${event.decidedBy}` : 'answers';
    case 'reasoning':
      return event.text;
    case 'retry':
    case 'failed': {
      const code: ErrorCode = event.error.code;
      return code;
    }
    default: {
      // A new kind of event stops the compiler here.
      const none: never = event;
      return none;
    }
  }
}

export async function firstVerdict(picture: File): Promise<string | null> {
  let detector: Detector;
  try {
    detector = await createDetector({
      modelUrl: '/models/fake-hr1-nano/',
      device: 'wasm',
      storage: false,
      signal: AbortSignal.timeout(60_000),
      onProgress: (progress) => {
        if (progress.phase === 'downloading') console.log(progress.loaded / progress.total);
      },
    });
  } catch (thrown) {
    if (thrown instanceof FakeHr1Error) console.error(thrown.code, ERROR_CODES.indexOf(thrown.code));
    return null;
  }
  const threads: number = detector.runtime.threads;
  console.log(detector.model.weightsSha256, threads, await detector.newer());
  for await (const event of detector.analyse(picture, { mode: 'explain' })) {
    console.log(inWords(event));
    if (event.kind === 'verdict') break;
  }
  detector.dispose();
  await removeStoredModels();
  return null;
}

export function element(): FakeHr1Check {
  const check = document.createElement('fake-hr1-check');
  check.src = '/photo.jpg';
  check.addEventListener('fake-hr1-verdict', (event) => console.log(event.detail.verdict.pFake));
  check.addEventListener('fake-hr1-error', (event) => {
    const error: CheckError = event.detail;
    console.error(error.code === 'IMAGE_UNREACHABLE', error.detail);
  });
  return check;
}

export function wrong(detector: Detector): void {
  // @ts-expect-error the address of the model is needed
  void createDetector({});
  // @ts-expect-error no such device
  void createDetector({ modelUrl: '/', device: 'gpu' });
  // @ts-expect-error no such mode
  detector.analyse(new Blob(), { mode: 'think' });
  // @ts-expect-error a picture is a Blob, not an address
  detector.analyse('/photo.jpg');
  // @ts-expect-error codes are closed
  const code: ErrorCode = 'OOPS';
  // @ts-expect-error results are not to be written to
  detector.runtime.threads = 2;
  console.log(code);
}

/** The library as a module. Served by `npm run example`, and driven by e2e/lib.spec.ts. */
import { createDetector, FakeHr1Error } from './fake-hr1/index.js';

const file = document.getElementById('file');
const leave = document.getElementById('leave');
const status = document.getElementById('status');
const events = document.getElementById('events');

/** One detector for the page; made with the first picture, again after a failure. */
let starting = null;

function getDetector() {
  starting ??= createDetector({
    modelUrl: '/models/fake-hr1-nano/',
    onProgress: (progress) => {
      status.textContent = progress.phase;
    },
  }).catch((error) => {
    starting = null;
    throw error;
  });
  return starting;
}

function say(text) {
  const line = document.createElement('li');
  line.textContent = text;
  events.append(line);
}

async function show(picture) {
  events.replaceChildren();
  try {
    const detector = await getDetector();
    const { device, threads, oneThreadBecause } = detector.runtime;
    status.textContent = `${device}, threads: ${threads}${oneThreadBecause ? `, ${oneThreadBecause}` : ''}`;
    for await (const event of detector.analyse(picture, { mode: 'explain' })) {
      say(`${event.kind}: ${event.verdict?.band ?? event.text ?? event.error?.code ?? ''}`);
      if (event.kind === 'verdict' && leave.checked) break;
    }
    say('end');
  } catch (error) {
    if (!(error instanceof FakeHr1Error)) throw error;
    status.textContent = error.code;
  }
}

file.addEventListener('change', () => {
  const [picture] = file.files;
  if (picture) show(picture);
});

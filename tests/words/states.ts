/** Every state of the page that has words of its own: cards and models as the components get them. */
import {
  ABSTAIN_REASONS,
  appError,
  BANDS,
  ERROR_CODES,
  FINDINGS,
  type FileReport,
  VARIANTS,
} from '../../src/contract';
import { type Card, failed, newCard, stopped } from '../../src/state/card';
import type { ModelSnapshot } from '../../src/state/model';
import type { Trial } from '../../src/state/trials';
import { answer, engine, fullCard, metadata } from '../report/fixture';

/** In plain letters: where it stands alone, it must be marked as not ours. */
export const NAME = 'name-of-file.png';
/** Letters no catalogue is asked about: it stands inside of sentences. */
const OTHER = 'δοκιμή';
/** A detail of an error, in plain letters. */
const detail = 'some technical detail';

const request = { question: 'Is it a question?', mode: 'explain' } as const;

/** The evaluation that the catalogue has words for. */
export const manifest = {
  ...engine.manifest,
  verdict: {
    ...engine.manifest.verdict,
    evaluation: {
      ...engine.manifest.verdict.evaluation,
      set: 'half of the held-out repositories, as found and degraded',
    },
  },
};

const done: Card = {
  ...fullCard(OTHER, NAME),
  engine: { ...engine, manifest },
  request,
  url: 'blob:null/1',
  reasoning: [
    { text: 'The noise is low. ', references: [] },
    { text: 'Crop 2 leans to it.', references: [{ kind: 'crop', index: 1 }] },
  ],
};
const bare = newCard({ id: 'card-2', name: NAME, bytes: 1234, url: 'blob:null/1', request });

const read = (change: Partial<FileReport>): Card => ({
  ...done,
  file: { phase: 'done', report: { ...metadata(OTHER), ...change } },
});
const [declaration] = metadata(OTHER).declarations;
const { credentials } = metadata(OTHER);
if (!declaration || !credentials) throw new Error('the fixture has lost its declaration');

const trying = (...trials: readonly Trial[]): Card => ({ ...done, instant: answer(), trials });

export const CARDS: readonly (readonly [string, Card])[] = [
  ['waiting', bare],
  ['looking', { ...bare, phase: 'looking' }],
  ['looking again', { ...bare, phase: 'looking', retried: appError('TIMEOUT', detail) }],
  ['thinking', { ...done, phase: 'thinking', final: null, reasoning: [] }],
  ['thinking, a sentence in', { ...done, phase: 'thinking', final: null }],
  ['done', done],
  [
    'done at once',
    { ...done, final: done.final && { ...done.final, thought: false, stance: null }, reasoning: [] },
  ],
  ['stopped', stopped(bare)],
  ['stopped with a verdict', stopped({ ...done, final: null })],
  ['retried', { ...done, retried: appError('DEVICE_LOST', detail) }],
  ...BANDS.map((band) => [band, { ...done, verdict: answer({ band }) }] as const),
  ...([0, 0.3, 1] as const).map(
    (realShare) => [`share ${realShare}`, { ...done, verdict: answer({ realShare }) }] as const,
  ),
  ...ABSTAIN_REASONS.map((abstained) => [abstained, { ...done, verdict: answer({ abstained }) }] as const),
  ...(['art', 'render', 'page'] as const).map(
    (kind) => [kind, { ...done, verdict: answer({ kind }) }] as const,
  ),
  ...(['fake', 'real', 'open'] as const).map(
    (stance) => [`argues ${stance}`, { ...done, final: done.final && { ...done.final, stance } }] as const,
  ),
  ...ERROR_CODES.map((code) => [code, failed(bare, appError(code, detail))] as const),
  ...(['heic', 'tiff', 'svg', 'folder', 'link'] as const).map(
    (format) =>
      [`refused: ${format}`, failed(bare, appError('UNSUPPORTED_FORMAT', detail, { format }))] as const,
  ),
  ['empty file', failed(bare, appError('NO_CONTENT', detail, { bytes: 0 }))],
  ['limits', failed(bare, appError('IMAGE_TOO_LARGE', detail, { maxMegapixels: 80 }))],
  ['limits below', failed(bare, appError('IMAGE_TOO_SMALL', detail, { minSide: 16 }))],
  ['file unread', { ...done, file: { phase: 'failed', error: appError('INTERNAL', detail) } }],
  [
    'a silent file',
    read({
      origin: null,
      declarations: [],
      credentials: null,
      camera: null,
      place: null,
      software: [],
      findings: [],
    }),
  ],
  [
    'contradictory',
    read({ origin: 'contradictory', declarations: [{ ...declaration, standing: 'contradicted' }] }),
  ],
  ...(['credentials', 'iptc', 'xmp', 'exif', 'comment', 'aigc-label'] as const).map(
    (declaredIn) =>
      [`declared in ${declaredIn}`, read({ declarations: [{ ...declaration, declaredIn }] })] as const,
  ),
  ...(['ai-edited', 'ai-possible', 'camera'] as const).map(
    (claim) =>
      [
        `claims ${claim}`,
        read({
          origin: claim === 'camera' ? null : claim,
          declarations: [{ ...declaration, claim, by: null }],
        }),
      ] as const,
  ),
  ...(['damaged', 'broken-signature'] as const).map(
    (standing) => [standing, read({ origin: null, declarations: [{ ...declaration, standing }] })] as const,
  ),
  ...(['signed-listed', 'signed-unlisted'] as const).map(
    (backing) => [backing, read({ declarations: [{ ...declaration, backing }] })] as const,
  ),
  ...([null, false] as const).map(
    (intact) =>
      [`credentials ${intact}`, read({ credentials: { ...credentials, intact, signer: null } })] as const,
  ),
  [
    'every finding',
    read({
      findings: FINDINGS.map((kind) => ({ kind, detail: kind === 'damaged' ? 'no picture data' : '12' })),
      jpeg: {
        quality: 70,
        standardTables: false,
        progressive: true,
        subsampling: 'grey',
        doubleCompressed: true,
      },
    }),
  ],
  [
    'details the worker words',
    read({
      findings: [
        { kind: 'screenshot', detail: 'its metadata' },
        { kind: 'saved-by-software', detail: 'a retouching app' },
        { kind: 'platform-trace', detail: 'Facebook or Instagram' },
        { kind: 'damaged', detail: 'the box moov is cut off' },
      ],
    }),
  ],
  ['trying', trying(...VARIANTS.map((variant): Trial => ({ variant, phase: 'waiting' })))],
  ['one tried', trying({ variant: 'half-size', phase: 'running' }, { variant: 'jpeg-70', phase: 'stopped' })],
  ...BANDS.map(
    (band) =>
      [
        `tried: ${band}`,
        trying(...VARIANTS.map((variant): Trial => ({ variant, phase: 'done', verdict: answer({ band }) }))),
      ] as const,
  ),
  [
    'tried: flips',
    trying(
      { variant: 'half-size', phase: 'done', verdict: answer({ band: 'likely-ai' }) },
      { variant: 'jpeg-70', phase: 'done', verdict: answer({ abstained: 'too-small' }) },
      { variant: 'mirrored', phase: 'failed', error: appError('TIMEOUT', detail) },
    ),
  ],
];

const ready: ModelSnapshot = {
  now: { phase: 'ready', info: engine.info, fallback: 'no adapter was found' },
  manifest,
  stored: true,
  bytes: 41_000_000,
  offered: null,
  updating: null,
  updateError: null,
};
const at = (now: ModelSnapshot['now']): ModelSnapshot => ({ ...ready, now });
const download = { loaded: 1e6, total: 4e7, secondsLeft: 40 };

export const MODELS: readonly (readonly [string, ModelSnapshot])[] = [
  ['ready', ready],
  ['ready, nothing kept', { ...ready, stored: false }],
  ['ready, not counted', { ...ready, bytes: null }],
  [
    'self-test failed',
    at({
      phase: 'ready',
      info: { ...engine.info, selfTest: { passed: false, maxDifference: 1, tolerance: 0.1 } },
      fallback: null,
    }),
  ],
  ['a newer one', { ...ready, offered: manifest }],
  ['updating', { ...ready, offered: manifest, updating: download }],
  ['update failed', { ...ready, offered: manifest, updateError: appError('QUOTA', detail, { needed: 4e7 }) }],
  ['checking', at({ phase: 'checking' })],
  ['downloading', at({ phase: 'downloading', download })],
  ['downloading, slowly', at({ phase: 'downloading', download: { ...download, secondsLeft: 600 } })],
  ['downloading, unknown', at({ phase: 'downloading', download: { ...download, secondsLeft: null } })],
  ['starting', at({ phase: 'starting', progress: null })],
  ...(['sessions', 'warm-up', 'self-test'] as const).map(
    (phase) =>
      [phase, at({ phase: 'starting', progress: { kind: 'progress', phase, done: 1, total: 2 } })] as const,
  ),
  ['stopped', at({ phase: 'waiting', delayMs: 1500, error: appError('INTERNAL', detail) })],
  ['lost', at({ phase: 'lost', error: appError('INTERNAL', detail) })],
  ['failed', at({ phase: 'failed', error: appError('QUOTA', detail) })],
  ['removed', at({ phase: 'removed' })],
];

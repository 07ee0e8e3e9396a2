import { describe, expect, it } from 'vitest';
import { appError, type Bundle, err, type LoadRequest, ok } from '../contract';
import { makeManifest } from '../weights/fixture';
import { Model, type ModelParts } from './model';

const bundle = (version: string): Bundle => ({ manifest: makeManifest([], version), files: new Map() });

function make(weights: Partial<ModelParts['weights']>) {
  const loads: LoadRequest[] = [];
  let clock = 0;
  let persisted = 0;
  const model = new Model({
    weights: {
      open: async () => null,
      install: async () => ok({ bundle: bundle('1'), stored: true }),
      newer: async () => null,
      remove: async () => {},
      size: async () => 28,
      ...weights,
    },
    load: async (request) => {
      loads.push(request);
    },
    device: 'auto',
    threads: 2,
    now: () => clock,
    onStored: () => {
      persisted++;
    },
  });
  const seen: string[] = [model.snapshot().now.phase];
  model.subscribe(() => {
    const { phase } = model.snapshot().now;
    if (phase !== seen.at(-1)) seen.push(phase);
  });
  return {
    model,
    loads,
    seen,
    persisted: () => persisted,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

describe('start', () => {
  it('opens what is installed and does not download', async () => {
    const t = make({
      open: async () => bundle('1'),
      install: () => Promise.reject(new Error('not to be called')),
    });
    await t.model.start();
    expect(t.seen).toEqual(['checking', 'starting']);
    expect(t.loads).toMatchObject([{ device: 'auto', threads: 2, bundle: { manifest: { version: '1' } } }]);
    expect(t.model.snapshot()).toMatchObject({ bytes: 28, offered: null });
  });

  it('downloads on the first visit, with bytes and seconds, and asks to keep it', async () => {
    const t = make({
      install: async (onProgress) => {
        onProgress({ loaded: 0, total: 4_000 });
        t.pass(1_000);
        onProgress({ loaded: 1_000, total: 4_000 });
        expect(t.model.snapshot().now).toEqual({
          phase: 'downloading',
          download: { loaded: 1_000, total: 4_000, secondsLeft: 3 },
        });
        return ok({ bundle: bundle('1'), stored: true });
      },
    });
    await t.model.start();
    expect(t.seen).toEqual(['checking', 'downloading', 'starting']);
    expect(t.persisted()).toBe(1);
  });

  it('says what went wrong and can be tried again', async () => {
    let tries = 0;
    const t = make({
      install: async () =>
        ++tries === 1 ? err(appError('QUOTA', 'full')) : ok({ bundle: bundle('1'), stored: false }),
    });
    await t.model.start();
    expect(t.model.snapshot().now).toMatchObject({ phase: 'failed', error: { code: 'QUOTA' } });
    expect(t.model.usable).toBe(false);
    await t.model.retry();
    expect(t.model.snapshot()).toMatchObject({ now: { phase: 'starting' }, stored: false });
    expect(t.model.usable).toBe(true);
    expect(t.persisted()).toBe(0);
  });
});

describe('update', () => {
  it('is offered, never taken by itself', async () => {
    const t = make({ open: async () => bundle('1'), newer: async () => makeManifest([], '2') });
    await t.model.start();
    expect(t.loads).toHaveLength(1);
    expect(t.model.snapshot()).toMatchObject({ offered: { version: '2' }, manifest: { version: '1' } });
  });

  it('changes over when it is whole', async () => {
    const t = make({
      open: async () => bundle('1'),
      newer: async () => makeManifest([], '2'),
      install: async () => ok({ bundle: bundle('2'), stored: true }),
    });
    await t.model.start();
    await t.model.update();
    expect(t.loads.map((l) => l.bundle.manifest.version)).toEqual(['1', '2']);
    expect(t.model.snapshot()).toMatchObject({ offered: null, updating: null, manifest: { version: '2' } });
  });

  it('that fails leaves the old one at work', async () => {
    const t = make({
      open: async () => bundle('1'),
      newer: async () => makeManifest([], '2'),
      install: async () => err(appError('MODEL_TAMPERED', 'digest')),
    });
    await t.model.start();
    await t.model.update();
    expect(t.loads).toHaveLength(1);
    expect(t.model.snapshot()).toMatchObject({
      updateError: { code: 'MODEL_TAMPERED' },
      manifest: { version: '1' },
      offered: { version: '2' },
    });
  });
});

it('a deleted model is not brought back by late news of the host', async () => {
  const t = make({ open: async () => bundle('1') });
  await t.model.start();
  await t.model.remove();
  t.model.follow({ phase: 'lost', error: appError('INTERNAL', 'late') });
  expect(t.model.snapshot()).toMatchObject({ now: { phase: 'removed' }, bytes: 0 });
  expect(t.model.usable).toBe(false);
});

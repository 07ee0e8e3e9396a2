import { beforeEach, describe, expect, it } from 'vitest';
import { appError, err, type FileReport, ok } from '../contract';
import { SILENT_FILE } from '../contract/fixture-kit';
import { engine, explain, final, make, simple, verdict } from './queue-kit';

let t: ReturnType<typeof make>;
beforeEach(() => {
  t = make();
});

describe('turns', () => {
  it('one at a time, in the order of arrival, though newer ones stand on top', async () => {
    t.drop('a', 'b');
    t.drop('c');
    expect(t.phases()).toEqual(['c queued', 'a looking', 'b queued']);
    await t.call(0).end(ok(final));
    expect(t.phases()).toEqual(['c queued', 'a done', 'b looking']);
    await t.call(1).end(ok(final));
    await t.call(2).end(ok(final));
    expect(t.phases()).toEqual(['c done', 'a done', 'b done']);
    expect(await Promise.all(t.calls.map((c) => c.text))).toEqual(['a', 'b', 'c']);
  });

  it('wait for the model', () => {
    t.model.usable = false;
    t.drop('a');
    expect(t.calls).toHaveLength(0);
    t.model.usable = true;
    t.queue.pump();
    expect(t.phases()).toEqual(['a looking']);
  });

  it('go on after a failure', async () => {
    t.drop('a', 'b');
    await t.call(0).end(err(appError('CORRUPT_IMAGE', 'cut off')));
    expect(t.phases()).toEqual(['a failed', 'b looking']);
  });
});

describe('what a card learns', () => {
  it('stays on the card it belongs to', async () => {
    const [a, b] = t.drop('a', 'b');
    const first = t.call(0);
    first.emit({ kind: 'verdict', verdict, ms: 5 });
    first.emit({ kind: 'gate', pThink: 0.9, thinks: true, decidedBy: 'model' });
    first.emit({ kind: 'reasoning', text: 'Noise', references: [] });
    expect(t.card(a)).toMatchObject({ phase: 'thinking', verdictMs: 5, reasoning: [{ text: 'Noise' }] });
    expect(t.card(b)).toMatchObject({ phase: 'queued', verdict: null, reasoning: [] });
    await first.end(ok(final));
    expect(t.card(a)).toMatchObject({ phase: 'done', final, engine, instant: verdict });
    expect(t.card(b)).toMatchObject({ phase: 'looking', final: null });
  });

  it('is void after a loss of the worker', () => {
    const [a] = t.drop('a');
    const { emit } = t.call(0);
    emit({ kind: 'verdict', verdict, ms: 5 });
    emit({ kind: 'gate', pThink: 0.9, thinks: true, decidedBy: 'model' });
    emit({ kind: 'retry', error: appError('DEVICE_LOST', 'gone') });
    expect(t.card(a)).toMatchObject({
      phase: 'looking',
      verdict: null,
      gate: null,
      retried: { code: 'DEVICE_LOST' },
    });
  });
});

describe('stopping', () => {
  it('a running card frees the worker and keeps the instant verdict', async () => {
    const [a, b] = t.drop('a', 'b');
    t.call(0).emit({ kind: 'verdict', verdict, ms: 5 });
    t.queue.stop(a ?? '');
    expect(t.call(0).signal.aborted).toBe(true);
    await t.call(0).end(ok(final));
    expect(t.card(a)).toMatchObject({ phase: 'stopped', verdict, final: null });
    expect(t.card(b).phase).toBe('looking');
  });

  it('a waiting card loses its turn', async () => {
    const [, b] = t.drop('a', 'b', 'c');
    t.queue.stop(b ?? '');
    await t.call(0).end(ok(final));
    expect(t.phases()).toEqual(['a done', 'b stopped', 'c looking']);
  });

  it('and asking again at once does not take the old result', async () => {
    const [a] = t.drop('a');
    t.queue.stop(a ?? '');
    t.queue.ask(a ?? '', explain);
    await t.call(0).end(ok(final));
    expect(t.card(a)).toMatchObject({ phase: 'looking', final: null, request: explain });
    expect(t.call(1).request).toEqual(explain);
  });

  it('a finished card changes nothing', async () => {
    const [a] = t.drop('a');
    await t.call(0).end(ok(final));
    const before = t.queue.snapshot();
    t.queue.stop(a ?? '');
    expect(t.queue.snapshot()).toBe(before);
  });
});

describe('asking again', () => {
  it('takes another question and forgets the old answer', async () => {
    const [a] = t.drop('a');
    await t.call(0).end(ok(final));
    t.queue.ask(a ?? '', explain);
    expect(t.card(a)).toMatchObject({ phase: 'looking', verdict: null, final: null, request: explain });
  });

  it('is ignored while the card is still busy', () => {
    const [a] = t.drop('a');
    t.queue.ask(a ?? '', explain);
    expect(t.calls).toHaveLength(1);
    expect(t.card(a).request).toEqual(simple);
  });
});

describe('removing', () => {
  it('a running card ends its analysis and frees its picture', async () => {
    const [a, b] = t.drop('a', 'b');
    t.queue.remove(a ?? '');
    expect(t.urls.size).toBe(1);
    await t.call(0).end(ok(final));
    expect(t.phases()).toEqual(['b looking']);
    t.queue.remove(b ?? '');
    expect(t.urls.size).toBe(0);
  });

  it('late events of a removed card reach nobody', () => {
    const [a] = t.drop('a', 'b');
    const { emit } = t.call(0);
    t.queue.remove(a ?? '');
    emit({ kind: 'verdict', verdict, ms: 5 });
    expect(t.queue.snapshot().every((card) => card.verdict === null)).toBe(true);
  });

  it('all', () => {
    t.drop('a', 'b', 'c');
    t.queue.clear();
    expect(t.queue.snapshot()).toEqual([]);
    expect(t.urls.size).toBe(0);
  });
});

describe('what a file says of itself', () => {
  const report: FileReport = { ...SILENT_FILE, format: 'png', origin: 'ai-generated' };
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('is read at once, without a model and out of turn', async () => {
    t.model.usable = false;
    const [a, b] = t.drop('a', 'b');
    expect(t.readings.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(t.card(b).file).toEqual({ phase: 'reading' });
    t.readings[1]?.end(ok(report));
    await settle();
    expect(t.card(b).file).toEqual({ phase: 'done', report });
    expect(t.card(a).file).toEqual({ phase: 'reading' });
  });

  it('survives another question, a retry and a failed analysis', async () => {
    const [a] = t.drop('a');
    t.readings[0]?.end(ok(report));
    await settle();
    t.call(0).emit({ kind: 'retry', error: appError('INTERNAL', '') });
    await t.call(0).end(err(appError('UNSUPPORTED_FORMAT', '')));
    t.queue.ask(a ?? '', explain);
    expect(t.card(a).file).toEqual({ phase: 'done', report });
    expect(t.readings).toHaveLength(1);
  });

  it('is no reason for the analysis to fail', async () => {
    const [a] = t.drop('a');
    t.readings[0]?.end(err(appError('TIMEOUT', '')));
    await settle();
    expect(t.card(a)).toMatchObject({ phase: 'looking', error: null, file: { phase: 'failed' } });
  });

  it('is not read on for a card that is gone', async () => {
    const [a] = t.drop('a', 'b');
    t.queue.remove(a ?? '');
    expect(t.readings[0]?.signal.aborted).toBe(true);
    t.readings[0]?.end(ok(report));
    await settle();
    expect(t.queue.snapshot().map((card) => card.file)).toEqual([{ phase: 'reading' }]);
  });
});

it('what cannot be a picture is a card that says why, and takes no turn', () => {
  const error = appError('UNSUPPORTED_FORMAT', 'a folder', { format: 'folder' });
  const [folder] = t.queue.add([{ kind: 'refused', name: 'holiday', error }], simple);
  expect(t.card(folder)).toMatchObject({ phase: 'failed', error, url: null });
  t.queue.ask(folder ?? '', simple);
  expect(t.calls).toHaveLength(0);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { appError, type Band, err, ok, VARIANTS } from '../contract';
import type { FinalItem } from '../host/host';
import { steadiness } from './card';
import { explain, final, make, simple, verdict } from './queue-kit';

const saying = (band: Band): FinalItem => ({ ...final, verdict: { ...verdict, band } });

let t: ReturnType<typeof make>;
beforeEach(() => {
  t = make();
});

/** A card whose own answer is `band`; the tries are the calls from 1 on. */
async function answered(band: Band): Promise<string> {
  const [id = ''] = t.drop('a');
  t.call(0).emit({ kind: 'verdict', verdict: saying(band).verdict, ms: 5 });
  await t.call(0).end(ok(saying(band)));
  return id;
}
const phases = (id: string) => t.card(id).trials?.map((trial) => trial.phase);

describe('trying a picture several ways', () => {
  it('asks at once, one after another, in the order of the contract', async () => {
    const id = await answered('cant-tell');
    t.queue.tryWays(id);
    expect(phases(id)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    for (const at of VARIANTS.keys()) {
      expect(t.calls).toHaveLength(2 + at);
      await t.call(1 + at).end(ok(saying('no-traces')));
    }
    expect(t.calls.slice(1).map((call) => call.request)).toEqual(
      VARIANTS.map((variant) => ({ ...simple, mode: 'answer', variant })),
    );
    expect(phases(id)).toEqual(['done', 'done', 'done', 'done']);
    expect(steadiness(t.card(id))).toBe('moves');
    expect(t.card(id)).toMatchObject({ phase: 'done', verdict: { band: 'cant-tell', abstained: null } });
  });

  it('waits for an answer to compare with, and begins only once', async () => {
    const [id = ''] = t.drop('a');
    t.queue.tryWays(id);
    expect(t.card(id).trials).toBeNull();
    await t.call(0).end(ok(final));
    t.queue.tryWays(id);
    t.queue.tryWays(id);
    await t.call(1).end(ok(final));
    expect(t.calls).toHaveLength(3);
  });

  it('lands on its own card alone, and takes turns with others', async () => {
    const id = await answered('no-traces');
    t.queue.tryWays(id);
    const [other = ''] = t.drop('b');
    for (let at = 1; at <= 4; at++) await t.call(at).end(ok(saying('no-traces')));
    expect(t.card(other)).toMatchObject({ phase: 'looking', trials: null, verdict: null });
    expect(await t.call(5).text).toBe('b');
    expect(steadiness(t.card(id))).toBe('steady');
  });

  it('sets the verdict aside as soon as an answer flips, and keeps what the worker said', async () => {
    const id = await answered('likely-ai');
    t.queue.tryWays(id);
    await t.call(1).end(ok(saying('likely-ai')));
    expect(t.card(id).verdict).toMatchObject({ band: 'likely-ai', abstained: null });
    await t.call(2).end(ok(saying('no-traces')));
    expect(t.card(id)).toMatchObject({
      verdict: { band: 'cant-tell', abstained: 'unstable' },
      instant: { band: 'likely-ai', abstained: null },
      final: { verdict: { band: 'likely-ai' } },
    });
    expect(phases(id)).toEqual(['done', 'done', 'running', 'waiting']);
  });

  it('stops on wish: answers stay, the rest can be tried again', async () => {
    const id = await answered('no-traces');
    t.queue.tryWays(id);
    await t.call(1).end(ok(saying('no-traces')));
    t.queue.stopTrials(id);
    expect(t.call(2).signal.aborted).toBe(true);
    await t.call(2).end(ok(saying('likely-ai')));
    expect(phases(id)).toEqual(['done', 'stopped', 'stopped', 'stopped']);
    expect(t.card(id)).toMatchObject({ phase: 'done', verdict: { band: 'no-traces' } });
    t.queue.tryWays(id);
    expect(phases(id)).toEqual(['done', 'running', 'waiting', 'waiting']);
    expect(t.call(3).request.variant).toBe('jpeg-70');
  });

  it('a try that fails says so and does not stop the others', async () => {
    const id = await answered('likely-ai');
    t.queue.tryWays(id);
    const error = appError('OUT_OF_MEMORY', 'no canvas');
    await t.call(1).end(err(error));
    expect(t.card(id).trials?.[0]).toEqual({ variant: 'half-size', phase: 'failed', error });
    expect(phases(id)?.[1]).toBe('running');
    expect(t.card(id).verdict?.band).toBe('likely-ai');
  });
});

describe('asking again', () => {
  it('the same question keeps the tries, and the flip still counts', async () => {
    const id = await answered('likely-ai');
    t.queue.tryWays(id);
    for (let at = 1; at <= 4; at++) await t.call(at).end(ok(saying('no-traces')));
    t.queue.ask(id, { ...simple, mode: 'explain' });
    t.call(5).emit({ kind: 'verdict', verdict: saying('likely-ai').verdict, ms: 5 });
    expect(t.card(id).verdict?.abstained).toBe('unstable');
    await t.call(5).end(ok(saying('likely-ai')));
    expect(t.card(id).verdict).toMatchObject({ band: 'cant-tell', abstained: 'unstable' });
  });

  it('another question ends them: their answers would be to something else', async () => {
    const id = await answered('likely-ai');
    t.queue.tryWays(id);
    t.queue.ask(id, explain);
    expect(t.card(id).trials).toBeNull();
    expect(t.call(1).signal.aborted).toBe(true);
    await t.call(1).end(ok(saying('no-traces')));
    expect(t.card(id)).toMatchObject({ trials: null, phase: 'looking' });
    expect(t.call(2).request).toEqual(explain);
    expect(t.calls).toHaveLength(3);
  });
});

it('removing the picture ends its tries', async () => {
  const id = await answered('likely-ai');
  t.queue.tryWays(id);
  t.queue.remove(id);
  expect(t.call(1).signal.aborted).toBe(true);
  await t.call(1).end(ok(final));
  expect(t.queue.snapshot()).toEqual([]);
  expect(t.calls).toHaveLength(2);
});

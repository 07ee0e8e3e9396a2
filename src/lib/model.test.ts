import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeManifest } from '../weights/fixture';
import { WeightStore } from '../weights/store';
import { Weights, type WeightsOptions } from '../weights/weights';
import { markerKey, NO_STORE } from './model';

const open = new AbortController().signal;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A server with one file of one version. */
function served(version: string, content: string) {
  const file = { path: 'w.onnx', bytes: content.length, sha256: hash(content) };
  const manifest = JSON.stringify(makeManifest([file], version));
  const fetch: WeightsOptions['fetch'] = async (input) =>
    new Response(String(input).endsWith('manifest.json') ? manifest : content);
  return { fetch, sha256: hash(manifest) };
}

function weights(
  url: string,
  from: ReturnType<typeof served>,
  pin?: string,
  store?: WeightsOptions['store'],
) {
  return new Weights({
    store: store ?? new WeightStore('lib-test'),
    key: markerKey(url, pin),
    id: null,
    ...(pin === undefined ? {} : { manifestSha256: pin }),
    url,
    fetch: from.fetch,
    lock: (run) => run(),
    room: async () => null,
  });
}

it('models of the same id at two addresses do not replace each other', async () => {
  const one = weights('http://a.test/m/', served('1', 'one'));
  const two = weights('http://b.test/m/', served('2', 'two'));
  expect((await one.install(() => {}, open)).ok).toBe(true);
  expect((await two.install(() => {}, open)).ok).toBe(true);
  expect((await one.open())?.manifest.version).toBe('1');
  expect((await two.open())?.manifest.version).toBe('2');
  await two.remove();
  expect((await one.open())?.manifest.version).toBe('1');
});

it('a pinned manifest is the only one that is taken, and opened', async () => {
  const url = 'http://c.test/m/';
  const [old, changed] = [served('1', 'one'), served('2', 'two')];
  await weights(url, changed).install(() => {}, open);
  const pinned = weights(url, changed, old.sha256);
  expect(await pinned.open()).toBeNull();
  expect(await pinned.install(() => {}, open)).toMatchObject({
    ok: false,
    error: { code: 'MODEL_TAMPERED' },
  });
  const right = weights(url, old, old.sha256);
  expect((await right.install(() => {}, open)).ok).toBe(true);
  expect((await right.open())?.manifest.version).toBe('1');
  expect((await weights(url, changed).open())?.manifest.version).toBe('2');
});

it('without storage the model is there and nothing is kept', async () => {
  const none = weights('http://d.test/m/', served('1', 'one'), undefined, NO_STORE);
  const installed = await none.install(() => {}, open);
  expect(installed).toMatchObject({ ok: true, value: { stored: false } });
  expect(installed.ok && installed.value.bundle.files.get('w.onnx')?.size).toBe(3);
  expect(await none.open()).toBeNull();
});

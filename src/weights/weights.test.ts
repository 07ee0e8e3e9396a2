import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '../contract';
import { makeManifest } from './fixture';
import { WeightStore } from './store';
import { type InstallProgress, Weights, type WeightsOptions } from './weights';

const URL_BASE = 'http://own.test/models/fake-hr1-nano/';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const open = new AbortController().signal;

/** A server of files by path, which counts what it served. */
class Server {
  readonly served: string[] = [];
  /** Called before a file is answered. */
  before: (path: string) => void = () => {};
  readonly files = new Map<string, string>();

  constructor(files: Record<string, string>, version = '1') {
    this.publish(files, version);
  }

  publish(files: Record<string, string>, version: string): Manifest {
    const manifest = makeManifest(
      Object.entries(files).map(([path, text]) => ({ path, bytes: text.length, sha256: hash(text) })),
      version,
    );
    for (const [path, text] of Object.entries(files)) this.files.set(path, text);
    this.files.set('manifest.json', JSON.stringify(manifest));
    return manifest;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input).slice(URL_BASE.length);
    this.before(path);
    init?.signal?.throwIfAborted();
    this.served.push(path);
    const text = this.files.get(path);
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  };
}

function make(server: Server, options: Partial<WeightsOptions> = {}) {
  const store = new WeightStore();
  const weights = new Weights({
    store,
    key: 'fake-hr1-nano',
    id: 'fake-hr1-nano',
    url: URL_BASE,
    fetch: server.fetch,
    lock: (run) => run(),
    room: async () => null,
    ...options,
  });
  return { store, weights };
}

const FILES = { 'tokenizer.json': 'tokens', 'onnx/a.onnx': 'graph a', 'onnx/w.onnx_data': 'weights weights' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('install', () => {
  it('fetches, verifies and keeps every file, with progress in bytes', async () => {
    const { weights } = make(new Server(FILES));
    const seen: InstallProgress[] = [];
    const result = await weights.install((p) => seen.push(p), open);
    expect(result).toMatchObject({ ok: true, value: { stored: true } });
    expect(seen[0]).toEqual({ loaded: 0, total: 28 });
    expect(seen.at(-1)).toEqual({ loaded: 28, total: 28 });
    const bundle = await weights.open();
    expect(await bundle?.files.get('onnx/a.onnx')?.text()).toBe('graph a');
    expect([...(bundle?.files.keys() ?? [])]).toEqual(Object.keys(FILES));
    expect(await weights.size()).toBe(28);
  });

  it('opens without the network', async () => {
    const server = new Server(FILES);
    await make(server).weights.install(() => {}, open);
    server.served.length = 0;
    expect(await make(server).weights.open()).not.toBeNull();
    expect(server.served).toEqual([]);
  });

  it('refuses a changed file and stores nothing of it', async () => {
    const server = new Server(FILES);
    server.files.set('onnx/a.onnx', 'graph b');
    const { weights, store } = make(server);
    expect(await weights.install(() => {}, open)).toMatchObject({
      ok: false,
      error: { code: 'MODEL_TAMPERED', facts: { file: 'onnx/a.onnx' } },
    });
    expect(await weights.open()).toBeNull();
    expect(await store.file({ path: '', bytes: 7, sha256: hash('graph a') })).toBeNull();
    expect(await store.file({ path: '', bytes: 7, sha256: hash('graph b') })).toBeNull();
  });

  it('stops reading a file that is longer than it should be', async () => {
    const server = new Server(FILES);
    server.files.set('onnx/a.onnx', `graph a${'!'.repeat(1000)}`);
    expect(await make(server).weights.install(() => {}, open)).toMatchObject({
      error: { code: 'MODEL_TAMPERED' },
    });
  });

  it('takes up an interrupted install where it ended', async () => {
    const server = new Server(FILES);
    server.before = (path) => {
      if (path === 'onnx/w.onnx_data') throw new TypeError('network down');
    };
    const { weights } = make(server);
    expect(await weights.install(() => {}, open)).toMatchObject({ error: { code: 'MODEL_MISSING' } });
    expect(await weights.open()).toBeNull();

    server.before = () => {};
    server.served.length = 0;
    const seen: InstallProgress[] = [];
    expect((await weights.install((p) => seen.push(p), open)).ok).toBe(true);
    expect(server.served).toEqual(['manifest.json', 'onnx/w.onnx_data']);
    expect(seen[0]).toEqual({ loaded: 13, total: 28 });
  });

  it('can be stopped', async () => {
    const abort = new AbortController();
    const server = new Server(FILES);
    server.before = (path) => {
      if (path === 'onnx/a.onnx') abort.abort();
    };
    const { weights } = make(server);
    expect(await weights.install(() => {}, abort.signal)).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await weights.open()).toBeNull();
  });

  it('says when the disk is too full before it downloads anything', async () => {
    const server = new Server(FILES);
    const { weights } = make(server, { room: async () => 20 });
    expect(await weights.install(() => {}, open)).toMatchObject({
      error: { code: 'QUOTA', facts: { needed: 31, room: 20 } },
    });
    expect(server.served).toEqual(['manifest.json']);
  });

  it('says when the browser refuses to store more', async () => {
    const { weights, store } = make(new Server(FILES));
    store.put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await weights.install(() => {}, open)).toMatchObject({
      error: { code: 'QUOTA', facts: { needed: 28 } },
    });
  });

  it('works from memory where nothing can be stored', async () => {
    const server = new Server(FILES);
    const { weights, store } = make(server);
    store.file = () => Promise.reject(new DOMException('blocked', 'InvalidStateError'));
    store.marker = () => Promise.reject(new DOMException('blocked', 'InvalidStateError'));
    const result = await weights.install(() => {}, open);
    expect(result).toMatchObject({ ok: true, value: { stored: false } });
    expect(result.ok && result.value.bundle.files.size).toBe(3);
    expect(await weights.open()).toBeNull();
  });

  it.each([
    ['absent', (server: Server) => server.files.delete('manifest.json')],
    ['not JSON', (server: Server) => server.files.set('manifest.json', '<html>')],
    ['of another shape', (server: Server) => server.files.set('manifest.json', '{"schema":2}')],
  ])('says that the model is missing when the manifest is %s', async (_name, spoil) => {
    const server = new Server(FILES);
    spoil(server);
    expect(await make(server).weights.install(() => {}, open)).toMatchObject({
      error: { code: 'MODEL_MISSING' },
    });
  });
});

describe('open', () => {
  it('refuses a file that changed on the disk, and the next install repairs just that one', async () => {
    const server = new Server(FILES);
    const { weights, store } = make(server);
    await weights.install(() => {}, open);
    await store.put(hash('graph a'), new Blob(['graph X']));
    expect(await weights.open()).toBeNull();
    server.served.length = 0;
    expect((await weights.install(() => {}, open)).ok).toBe(true);
    expect(server.served).toEqual(['manifest.json', 'onnx/a.onnx']);
    expect(await weights.open()).not.toBeNull();
  });

  it('does not trust a marker of another shape', async () => {
    const { weights, store } = make(new Server(FILES));
    await weights.install(() => {}, open);
    await store.mark('fake-hr1-nano', { id: 'fake-hr1-nano', files: [] } as unknown as Manifest);
    expect(await weights.open()).toBeNull();
  });
});

describe('update', () => {
  it('finds a newer bundle, shares equal files, keeps the old until the new is whole', async () => {
    const server = new Server(FILES);
    const { weights } = make(server);
    const old = await weights.install(() => {}, open);
    if (!old.ok) throw new Error('install failed');
    expect(await weights.newer(old.value.bundle.manifest)).toBeNull();

    const next = { ...FILES, 'onnx/a.onnx': 'graph 2.0' };
    server.publish(next, '2');
    expect((await weights.newer(old.value.bundle.manifest))?.version).toBe('2');
    server.before = (path) => {
      if (path === 'onnx/a.onnx') throw new TypeError('network down');
    };
    expect((await weights.install(() => {}, open)).ok).toBe(false);
    expect((await weights.open())?.manifest.version).toBe('1');

    server.before = () => {};
    server.served.length = 0;
    expect((await weights.install(() => {}, open)).ok).toBe(true);
    expect(server.served).toEqual(['manifest.json', 'onnx/a.onnx']);
    expect((await weights.open())?.manifest.version).toBe('2');
    expect(await weights.size()).toBe(30);
  });

  it('is silent without the network', async () => {
    const server = new Server(FILES);
    const { weights } = make(server);
    const old = await weights.install(() => {}, open);
    server.before = () => {
      throw new TypeError('network down');
    };
    expect(old.ok && (await weights.newer(old.value.bundle.manifest))).toBeNull();
  });
});

it('removing leaves nothing', async () => {
  const { weights } = make(new Server(FILES));
  await weights.install(() => {}, open);
  await weights.remove();
  expect(await weights.open()).toBeNull();
  expect(await weights.size()).toBe(0);
});

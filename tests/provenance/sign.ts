/**
 * Content Credentials made in the test, with keys that are good for nothing else: c2pa-rs builds the claim, this signs
 * it. The certificate (tests/provenance/keys) hangs on a root of its own, which a test may add to the trusted ones.
 */
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import init, { WasmBuilder } from '@contentauth/c2pa-wasm';
import { ROOT } from '../imports';
import { bytes } from './bytes';

const file = (path: string) => readFileSync(join(ROOT, path));
const key = (name: string) => file(`tests/provenance/keys/${name}`).toString('utf8');
const der = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');

export const WASM = file('node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm');
/** The root of the test's certificate, PEM. */
export const TEST_ROOT = key('root.pem');

/** Size the signature box is padded to, bytes; the certificate takes a tenth of it. */
const RESERVED = 4096;

// CBOR (RFC 8949), as much as a COSE_Sign1 (RFC 9052) needs.
const head = (major: number, n: number) =>
  n < 24 ? [(major << 5) | n] : n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, n >> 8, n & 255];
const byteString = (value: Uint8Array) => bytes(head(2, value.length), value);
const textString = (value: string) => bytes(head(3, Buffer.byteLength(value)), value);

const ES256 = 0x26;
const X5CHAIN = 33;

/** COSE_Sign1 over a claim that is carried elsewhere, padded to {@link RESERVED}. */
async function cose(claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { subtle } = webcrypto;
  const secret = await subtle.importKey(
    'pkcs8',
    der(key('leaf.key.pem')),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  const header = bytes(head(5, 2), [1, ES256], head(0, X5CHAIN), byteString(der(key('leaf.pem'))));
  const toSign = bytes(
    head(4, 4),
    textString('Signature1'),
    byteString(header),
    byteString(bytes()),
    byteString(claim),
  );
  const signature = new Uint8Array(
    await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, secret, new Uint8Array(toSign)),
  );
  const whole = (pad: number) =>
    bytes(
      [0xd2],
      head(4, 4),
      byteString(header),
      head(5, 1),
      textString('pad'),
      byteString(new Uint8Array(pad)),
      [0xf6],
      byteString(signature),
    );
  const base = 300;
  return new Uint8Array(whole(RESERVED - whole(base).length + base));
}

const contents = new WeakMap<Blob, Uint8Array>();

/** c2pa-wasm reads blobs with FileReaderSync, which only workers have. */
class TestBlob extends Blob {
  constructor(data: Uint8Array) {
    super([new Uint8Array(data)]);
    contents.set(this, data);
  }
  override slice(start?: number, end?: number): Blob {
    return new TestBlob((contents.get(this) ?? bytes()).subarray(start, end));
  }
}

class TestReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer {
    return new Uint8Array(contents.get(blob) ?? bytes()).buffer;
  }
}

export interface Action {
  readonly action: string;
  readonly digitalSourceType?: string;
  readonly softwareAgent?: string | { readonly name: string };
  readonly parameters?: { readonly ingredientIds: readonly string[] };
}

export const IPTC_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

export interface Making {
  /** What it was made from; the actions name it as `parent`. */
  readonly parent?: { readonly data: Uint8Array; readonly format: string };
  /** Version of the claim: 1 until 2024, 2 since. */
  readonly version?: 1 | 2;
}

/** `picture` with a manifest in it. */
export async function sign(
  picture: Uint8Array,
  format: string,
  actions: readonly Action[],
  { parent, version = 2 }: Making = {},
): Promise<Uint8Array> {
  await init({ module_or_path: WASM });
  Object.assign(globalThis, { FileReaderSync: TestReader });
  const builder = WasmBuilder.fromJson(
    JSON.stringify({
      claim_generator_info: [{ name: 'Test maker', version: '1' }],
      title: 'test',
      claim_version: version,
      assertions: [{ label: 'c2pa.actions', data: { actions } }],
    }),
    JSON.stringify({ verify: { verify_after_sign: false } }),
  );
  if (parent)
    await builder.addIngredientFromBlob(
      JSON.stringify({ title: 'before', relationship: 'parentOf', instance_id: 'parent' }),
      `image/${parent.format}`,
      new TestBlob(parent.data),
    );
  const signed = await builder.sign(
    { alg: 'es256', reserveSize: RESERVED, sign: cose },
    [],
    `image/${format}`,
    new TestBlob(picture),
  );
  builder.free();
  return new Uint8Array(signed);
}

/**
 * The C2PA validator, offline: c2pa-rs compiled to WebAssembly, from our own origin, with the bundled trust list and
 * nothing to fetch. Loaded when the first file with credentials comes; 9 MB that most visits never need.
 */
import init, { type InitInput, WasmReader } from '@contentauth/c2pa-wasm';
import wasm from '@contentauth/c2pa-wasm/c2pa.wasm?url';
import type { Format } from '../../src/contract';
import { credentialsOf, type ReadCredentials, unreadable } from './credentials';
import { manifestStoreSchema } from './manifest-store';
import signers from './trust/c2pa-trust-list.pem?raw';
import timeStampers from './trust/c2pa-tsa-trust-list.pem?raw';

/** Day the bundled list of signers was issued. */
export const TRUST_LIST_DATE = '2026-08-05';

/** Names of settings: c2pa-rs `sdk/src/settings`. Everything that could ask the network is off. */
const settings = (anchors: string) =>
  JSON.stringify({
    trust: { trust_anchors: anchors },
    verify: {
      verify_after_reading: true,
      verify_trust: true,
      verify_timestamp_trust: true,
      ocsp_fetch: false,
      remote_manifest_fetch: false,
    },
  });

export interface Validator {
  /** Validates the embedded manifest store of a whole file. Throws only where WebAssembly itself broke down. */
  read(format: Format, data: Uint8Array): Promise<ReadCredentials>;
}

/**
 * `module`: the WebAssembly binary, where it is not to be fetched from our own origin (tests). `anchors`: further
 * certificates to trust, PEM (tests).
 */
export async function openValidator(module: InitInput = wasm, anchors = ''): Promise<Validator> {
  await init({ module_or_path: module });
  const context = settings(`${signers}\n${timeStampers}\n${anchors}`);
  return {
    async read(format, data) {
      let reader: WasmReader | undefined;
      try {
        reader = await WasmReader.fromBytes(`image/${format}`, data, context);
        const store = manifestStoreSchema.safeParse(JSON.parse(reader.json()));
        return store.success
          ? credentialsOf(store.data, TRUST_LIST_DATE)
          : unreadable(TRUST_LIST_DATE, store.error.issues[0]?.message ?? 'an unknown form');
      } catch (error) {
        // A trap leaves the instance in an unknown state: the worker must go.
        if (error instanceof WebAssembly.RuntimeError) throw error;
        return unreadable(TRUST_LIST_DATE, error instanceof Error ? error.message : String(error));
      } finally {
        reader?.free();
      }
    },
  };
}

/**
 * Entry of the provenance worker: reads what a file says of itself. Small and disposable, without the model's runtime;
 * the page ends it when nothing is left to read, and at the first sign of trouble.
 */
import { expose } from 'comlink';
import { appError, err, ok, type ProvenanceApi } from '../src/contract';
import { inspect } from './provenance/inspect';
import type { Validator } from './provenance/validator';

/** As for decoding (workers/image/decode.ts): more does not fit safely into memory twice. */
const MAX_BYTES = 200 * 1024 * 1024;

let validator: Promise<Validator> | null = null;
const getValidator = () => {
  // The validator's script is as large as all the rest and most files have nothing for it.
  validator ??= import('./provenance/validator').then(({ openValidator }) => openValidator());
  return validator;
};

const api: ProvenanceApi = {
  async inspect(file, name) {
    if (file.size === 0) return err(appError('NO_CONTENT', 'the file has no bytes'));
    if (file.size > MAX_BYTES) return err(appError('IMAGE_TOO_LARGE', `${file.size} bytes`));
    let data: Uint8Array;
    try {
      data = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return err(appError('OUT_OF_MEMORY', String(error)));
    }
    try {
      return ok(await inspect(data, name, getValidator));
    } catch (error) {
      // The next file gets a worker that has seen nothing of this one (src/host/inspector.ts).
      return err(appError('INTERNAL', error instanceof Error ? error.message : String(error)));
    }
  },
};

expose(api);

/** The site of examples/embed: the page, the built library, the model and a picture, each from its own folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../serve.mjs';
import { SECURITY_HEADERS } from './headers.mjs';
import { ROOT } from './install.mjs';
import { landscapePng } from './pictures.mjs';

const PICTURES = join(ROOT, '.cache/example');

/**
 * `headers` in place of those of our own page, which isolate it.
 *
 * @param {number} [port]
 * @param {Record<string, string>} [headers]
 */
export function startExample(port = 0, headers = SECURITY_HEADERS) {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(join(PICTURES, 'hills.png'), landscapePng(900, 600));
  return startServer(join(ROOT, 'examples/embed'), port, '127.0.0.1', {
    headers,
    mounts: {
      '/fake-hr1/': join(ROOT, 'dist-lib'),
      '/models/': join(ROOT, 'public/models'),
      '/pictures/': PICTURES,
    },
  });
}

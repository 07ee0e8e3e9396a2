/** `npm run example`: builds the library if it is not there, and serves examples/embed with it. Ctrl-C ends it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startExample } from './lib/example-site.mjs';
import { installPackages, ROOT } from './lib/install.mjs';

installPackages();
// One that is there is taken as it is: `npm run build:lib` makes it anew.
if (!existsSync(join(ROOT, 'dist-lib/element.d.ts'))) await import('./build-lib.mjs');
const { url } = await startExample(4174);
console.log(`Serving examples/embed at ${url}`);

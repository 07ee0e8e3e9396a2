/**
 * `npm start`: installs packages and builds the page if need be, then serves it.
 *
 *   npm start -- [--port 4173]
 */
import { parseArgs } from 'node:util';
import { buildPage, installPackages, ROOT } from './lib/install.mjs';
import { startServer } from './serve.mjs';

const DEFAULT_PORT = 4173;

const { values } = parseArgs({ options: { port: { type: 'string' } } });

installPackages();
buildPage();
const asked = values.port === undefined ? DEFAULT_PORT : Number(values.port);
if (!Number.isInteger(asked) || asked < 0 || asked > 65535) throw new Error(`not a port: ${values.port}`);
const server = await startServer(`${ROOT}/dist`, asked).catch((error) => {
  // Somebody else has the usual port: any other will do, unless this very one was asked for.
  if (error.code !== 'EADDRINUSE' || values.port !== undefined) throw error;
  return startServer(`${ROOT}/dist`, 0);
});
console.log(`Fake-HR1 nano: ${server.url}`);
console.log('Stop with Ctrl+C. Pictures stay in the browser; this server only hands out the page.');

/** Files that declare an AI origin where such declarations belong. */
import type { DeclaredCase } from './case';
import { DECLARED_JPEG } from './declared-jpeg';
import { DECLARED_OTHERS } from './declared-others';
import { DECLARED_SIGNED } from './declared-signed';

export const DECLARED: readonly DeclaredCase[] = [
  ...DECLARED_JPEG,
  ...DECLARED_OTHERS,
  ...DECLARED_SIGNED,
].map(([name, make, origin, by, where]) => ({
  name,
  make: typeof make === 'function' ? make : () => make,
  origin,
  by,
  where,
}));

/** One file of the table of declared origins. */
import type { DeclaredIn, Origin } from '../../src/contract';
import { IPTC_TYPE } from './sign';

export interface DeclaredCase {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly origin: Exclude<Origin, 'contradictory'>;
  readonly by: string | null;
  readonly where: DeclaredIn;
}

export type Row = readonly [
  name: string,
  make: Uint8Array | (() => Promise<Uint8Array>),
  origin: DeclaredCase['origin'],
  by: string | null,
  where: DeclaredIn,
];

export const made = 'ai-generated';
export const edited = 'ai-edited';
export const TRAINED = `${IPTC_TYPE}trainedAlgorithmicMedia`;
/** The producer that the labels of texts.ts name. */
export const PRODUCER = '001191610133596325171T12566';

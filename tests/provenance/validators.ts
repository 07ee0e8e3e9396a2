/** The product's validator with the test's own certificate: unknown to it, or added to the trusted ones. */
import { openValidator, type Validator } from '../../workers/provenance/validator';
import { TEST_ROOT, WASM } from './sign';

export const strangers = (): Promise<Validator> => openValidator(WASM);
export const friends = (): Promise<Validator> => openValidator(WASM, TEST_ROOT);

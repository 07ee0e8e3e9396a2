/** Vite plugin: compiles the kernel before anything asks for it. */
import { buildKernel } from '../../kernel/build.mjs';

export const kernel = () => ({ name: 'kernel', buildStart: () => buildKernel() });

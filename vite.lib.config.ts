/**
 * The library of docs/embedding.md: dist-lib/ with ES modules, the worker and ONNX Runtime's files beside them.
 *
 * Not Vite's library mode, which would write the 27 MB of WebAssembly into the worker as text: an ordinary build whose
 * entries keep their exports.
 */
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { kernel } from './scripts/lib/kernel.mjs';

export default defineConfig({
  // Everything is found beside the module that asks for it, wherever the folder lies.
  base: './',
  publicDir: false,
  plugins: [kernel(), preact({ devToolsEnabled: false })],
  worker: { format: 'es' },
  build: {
    outDir: 'dist-lib',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { index: 'src/lib/index.ts', element: 'src/lib/element.tsx' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});

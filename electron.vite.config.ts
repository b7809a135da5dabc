import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { antdCss } from './renderer/app/antd-css-plugin.ts';
const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Runs as it lies in node_modules: native, or, as fflate, with a `require` of its own that collides
 * with the one put into every chunk. `pg-native` is looked for by `pg` and never there.
 */
const EXTERNAL = ['electron', 'better-sqlite3', 'sharp', 'fflate', 'pg-native'];

const command = process.argv[2] ?? 'dev';
if (['dev', 'serve', 'preview'].includes(command) && !existsSync(at('node_modules/electron/path.txt'))) {
  process.stderr.write(
    '没有 Electron 程序文件，无法以开发方式运行；先执行 npm run electron:install，或用 npm start。\n' +
      'Electron has no program files here, so it cannot run in development; run npm run electron:install, or use npm start.\n',
  );
  process.exit(1);
}

/**
 * What the evidence viewer needs to draw papers whose fonts are not in the file (1.7 MB of character
 * maps, without which Chinese papers show nothing; 0.8 MB of fonts) and scans in JPEG 2000 and JBIG2
 * (0.5 MB, as scripts: the page's policy allows no WebAssembly). Fetched only when a paper asks.
 */
function pdfFiles(): Plugin {
  const parts = { cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /_nowasm_fallback\.js$/ };
  return {
    name: 'workstation-pdf-files',
    apply: 'build',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(parts)) {
        for (const name of readdirSync(at(`node_modules/pdfjs-dist/${folder}`)).filter((one) => wanted.test(one))) {
          const source = readFileSync(at(`node_modules/pdfjs-dist/${folder}/${name}`));
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source });
        }
      }
    },
  };
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        external: EXTERNAL,
        input: {
          desktop: at('electron/desktop/main.ts'),
          localhost: at('electron/localhost/main.ts'),
          cli: at('electron/cli/main.ts'),
          platform: at('electron/platform/main.ts'),
          writer: at('electron/backend/writer-worker.ts'),
          reader: at('electron/backend/reader-worker.ts'),
          documents: at('electron/backend/documents/document-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/desktop/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [antdCss(), pdfFiles(), react()],
    build: {
      outDir: at('out/renderer'),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('renderer/index.html'), bridge: at('renderer/client/bridge.ts') },
        output: {
          entryFileNames: ({ name }) => (name === 'bridge' ? 'bridge.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  },
});

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (name: string) => resolve(import.meta.dirname, name)

export default defineConfig({
  main: {
    build: {
      outDir: path('out/main'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      rolldownOptions: {
        // The thread that draws papers is started from a file of its own, see electron/documents/drawing-thread.ts.
        input: { main: path('electron/main.ts'), 'pdf-worker': path('electron/documents/pdf-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: path('out/preload'),
      externalizeDeps: false,
      minify: true,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: path('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react()],
    server: { host: '127.0.0.1', port: 5173, hmr: { protocol: 'ws', host: '127.0.0.1', port: 5173 } },
    build: {
      outDir: path('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify: true,
      sourcemap: false,
      rolldownOptions: { input: { index: path('renderer/index.html') } },
    },
  },
})

import { join } from 'node:path'
import { build } from 'vite'
import { PROJECT } from '../runtime.ts'

const source = (path: string) => join(PROJECT, path)

/** Builds what a process of its own measures the way the app is built: from its source it would count the time and memory of reading TypeScript. Returns the program. */
export async function buildAlone(): Promise<string> {
  const outDir = source('out/bench')
  const input = { 'run-alone': source('e2e/bench/run-alone.ts'), 'pdf-worker': source('electron/documents/pdf-worker.ts') }
  await build({
    configFile: false,
    logLevel: 'warn',
    root: PROJECT,
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  return join(outDir, 'run-alone.js')
}

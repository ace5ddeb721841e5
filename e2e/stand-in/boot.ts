import './node-version.ts'
import { open } from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commandLine, standIn } from './facade.ts'

const facade = { url: new URL('./facade.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? facade : next(specifier, context)) })

const { main } = standIn.place
const { preloads, switches } = commandLine
const inspect = switches.get('inspect')
if (inspect !== undefined) open(Number(inspect) || 0, '127.0.0.1')

process.argv = [process.execPath, ...process.argv.slice(2)]
const require = createRequire(pathToFileURL(main))
for (const preload of preloads) require(resolve(preload))
await import(pathToFileURL(main).href)
await standIn.start()

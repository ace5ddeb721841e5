import './node-version.ts'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT } from '../runtime.ts'
import { chooseLauncher } from './choose-runtime.ts'

const { command, args, words, env } = await chooseLauncher()
console.log(words)

// electron-vite starts `ELECTRON_EXEC_PATH ENTRY ARGS`; the stand-in is Node with its boot file as the entry.
const [entry, ...rest] = [...args.filter(arg => !arg.startsWith('--')), '.']
const options = [...rest, ...args.filter(arg => arg.startsWith('--'))]
const cli = join(PROJECT, 'node_modules/electron-vite/bin/electron-vite.js')
const child = spawn(process.execPath, [cli, 'dev', '--watch'], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { ...env, ELECTRON_EXEC_PATH: command, ELECTRON_ENTRY: entry, ELECTRON_CLI_ARGS: JSON.stringify(options) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 1))

import './node-version.ts'
import { spawn } from 'node:child_process'
import { PROJECT } from '../runtime.ts'
import { buildIfStale } from './build.ts'
import { chooseLauncher } from './choose-runtime.ts'

const { command, args, words, env } = await chooseLauncher()
if (!buildIfStale(PROJECT)) process.exit(1)
console.log(words)

const child = spawn(command, [...args, PROJECT], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 1))

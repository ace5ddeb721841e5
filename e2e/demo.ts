import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { clinic, openBatch } from './demo/headless.ts'
import { runMainJob } from './demo/main-job.ts'
import { PAPERS, writePapers } from './demo/papers.ts'

// `npm run demo [-- --out DIR]`: the demo clinic and its papers, made through the headless clinic. No window, no display.

const MADE_HERE = ['superbill.pdf', 'progress-letter.pdf', ...PAPERS]
const CLINIC_FILES = /^(keyring\.json|sign-in-attempts\.json|backups|papers|(myodesk|setting-up|incoming|set-aside-[\w-]+)\.db(-wal|-shm)?)$/

/** Removes the demo clinic made here before. Refuses a folder that holds anything else. */
function clear(dir: string) {
  const names = existsSync(dir) ? readdirSync(dir) : []
  // A run that was interrupted leaves these two, empty of records.
  if (names.every(name => name === 'backups' || name === 'papers')) return
  const keyring = join(dir, 'keyring.json')
  const isDemo = existsSync(keyring) && z.looseObject({ isDemo: z.literal(true) }).safeParse(JSON.parse(readFileSync(keyring, 'utf8'))).success
  const foreign = names.find(name => !MADE_HERE.includes(name) && !CLINIC_FILES.test(name))
  if (!isDemo || foreign !== undefined)
    throw new Error(`${dir} holds something else than a demo clinic${foreign ? ` (${foreign})` : ''}. Choose an empty folder with --out DIR.`)
  for (const name of names) rmSync(join(dir, name), { recursive: true, force: true })
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-clinic' } } })
  const dir = resolve(values.out)
  clear(dir)
  await clinic(dir, ['init', '--demo'])
  const batch = openBatch(dir)
  const day = await batch.request('reports.today', {})
  const { total } = await batch.request('patients.search', { text: '', scope: 'all', limit: 1 })
  const done = await runMainJob(batch.request, day.day)
  const [marisol] = (await batch.request('patients.search', { text: 'reyes marisol', scope: 'active', limit: 1 })).rows
  if (!marisol) throw new Error('Marisol Reyes is not in the demo clinic.')
  const papers = await writePapers(batch.request, dir, marisol.id)
  await batch.close()
  console.log(`Demo clinic in ${dir}: ${total} patients, ${day.visits.length} visits today. The owner’s password is “demo clinic”.`)
  for (const line of done.story) console.log(`  ${line}`)
  const [superbill, letter] = [join(dir, 'superbill.pdf'), join(dir, 'progress-letter.pdf')]
  await clinic(dir, ['superbill', '--patient', done.chartNumber, '--from', day.day, '--to', day.day, '--out', superbill])
  console.log(`  Superbill issued: ${superbill}`)
  await clinic(dir, ['letter', '--patient', marisol.chartNumber, '--out', letter])
  console.log(`  Progress letter for Marisol Reyes signed: ${letter}`)
  for (const line of papers) console.log(`  ${line}`)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

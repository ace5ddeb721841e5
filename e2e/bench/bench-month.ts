import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchClinic } from './batch-clinic.ts'
import type { MonthFigures } from './batch-month.ts'
import { ms, printTable } from './figures.ts'

/** Makes a clinic with a month of ten visits for each of so many patients, and prints how a process of its own fares with their superbills. */
export async function benchMonth(patients: number): Promise<MonthFigures> {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-month-'))
  try {
    await batchClinic(dir, patients)
    const figures: MonthFigures = JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'run-month.ts'), dir], { encoding: 'utf8' }))
    printMonth(figures, patients)
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function printMonth({ figures, cancel, peak }: MonthFigures, patients: number) {
  printTable(`A month of ${patients} patients with ten visits each; how late the main thread answers meanwhile`, [
    ['', 'took', 'late p50', 'p99', 'longest', 'memory after'],
    ...figures.map(({ name, took, p50, p99, longest, megabytes }) => [name, ms(took), ms(p50), ms(p99), ms(longest), `${megabytes.toFixed(0)} MB`]),
  ])
  console.log(`  From “stop” to stopped, the longest of some: ${ms(cancel)}. Peak memory: ${peak.toFixed(0)} MB.`)
}

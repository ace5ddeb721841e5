import { join } from 'node:path'
import { expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { loadFonts } from './fonts.ts'
import { readBack } from './read-back.ts'
import { drawRecoveryKit } from './recovery-kit-pdf.ts'

it('a recovery kit prints every group of the key under its number, on one page', async () => {
  const groups = Array.from({ length: 13 }, (_, i) => `K${i}QA`.padEnd(5, 'Z'))
  const kit = { clinicName: 'Juniper Hollow Massage Therapy', madeOn: localDate('2026-11-05'), recoveryKey: groups.join('-') }
  const fonts = await loadFonts(join(import.meta.dirname, '../../resources'))
  const { pages, text, title } = await readBack(await drawRecoveryKit(kit, { paperSize: 'a4', createdAt: new Date(0), fonts }))
  expect(pages).toHaveLength(1)
  expect(title).toBe('Recovery kit')
  for (const [i, group] of groups.entries()) expect(text).toContain(`${i + 1} ${group}`)
  for (const part of ['Juniper Hollow', 'Nov 5, 2026', 'What it is', 'How to use it', 'Where to keep it']) expect(text).toContain(part)
})

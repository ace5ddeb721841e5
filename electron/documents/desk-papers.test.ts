import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawAppointmentCard } from './appointment-card-pdf.ts'
import { drawDaySheet } from './day-sheet-pdf.ts'
import { sampleAppointmentCard, sampleDaySheet, sampleFaceSheet, sampleReminderList } from './desk-papers-samples.ts'
import { drawFaceSheet } from './face-sheet-pdf.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawReminderList } from './reminder-list-pdf.ts'

const options: PrintOptions = { paperSize: 'letter', createdAt: new Date(0), fonts: await loadFonts(join(import.meta.dirname, '../../resources')) }

describe('the day sheet', () => {
  it('says who comes when, what must not be overlooked, and whose paper it is', async () => {
    const { pages, text, title } = await readBack(await drawDaySheet(sampleDaySheet, options))
    expect(pages).toHaveLength(1)
    expect(title).toBe('Day sheet, Thu, Nov 19, 2026')
    for (const words of [
      'Marisol Reyes',
      '9:00 am',
      'Avoid left calf',
      'Owes $45.00.',
      'Room 1',
      'Cancelled: Ill',
      'Lunch, 45 min',
      'Page 1 of 1',
      'Theo Marsh',
    ])
      expect(text).toContain(words)
  })

  it('keeps every visit whole over the pages of a day of sixty', async () => {
    const [first] = sampleDaySheet.rows
    if (!first) throw new Error('The sample has no visits.')
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...first, name: `Patient Number${i + 1}` }))
    const { pages, text } = await readBack(await drawDaySheet({ ...sampleDaySheet, rows }, options))
    expect(pages.length).toBeGreaterThan(3)
    for (const { name } of rows) expect(pages.filter(page => page.includes(`${name} `) || page.includes(`${name}\n`))).toHaveLength(1)
    expect(text).toContain(`Page ${pages.length} of ${pages.length}`)
    expect(pages.every(page => page.includes('TO KNOW AND TO DO'))).toBe(true)
  })

  it('says so on a day without visits, and gives the same bytes again', async () => {
    const empty = { ...sampleDaySheet, rows: [], closedBecause: 'Thanksgiving' }
    expect((await readBack(await drawDaySheet(empty, options))).text).toContain('Thanksgiving')
    expect(await drawDaySheet(sampleDaySheet, options)).toEqual(await drawDaySheet(sampleDaySheet, options))
  })
})

describe('the list of calls', () => {
  it('has the number to call, whom to ask for and what to say', async () => {
    const { text } = await readBack(await drawReminderList(sampleReminderList, options))
    for (const words of [
      '(406) 555-0152',
      'Ask for Thomas Vance, father',
      'Bring the signed consent',
      '1 of 3',
      'Left a message',
      'No answer',
      'Eli Vance (Sparrow)',
    ])
      expect(text).toContain(words)
  })
})

describe('the appointment card', () => {
  it('lists the visits with what to do when something comes up, and no clinical word', async () => {
    const { pages, text } = await readBack(await drawAppointmentCard(sampleAppointmentCard, options))
    expect(pages).toHaveLength(1)
    for (const { day } of sampleAppointmentCard.visits) expect(text).toContain(day)
    expect(text).toContain('at least 24 hours before')
    expect(text).toContain('costs $45.00')
  })

  it.each(['letter', 'a4'] as const)('goes on to another sheet of %s for a long series', async paperSize => {
    const [visit] = sampleAppointmentCard.visits
    if (!visit) throw new Error('The sample has no visits.')
    const visits = Array.from({ length: 52 }, (_, i) => ({ ...visit, day: `Visit number ${i + 1}` }))
    const { pages, text } = await readBack(await drawAppointmentCard({ ...sampleAppointmentCard, visits }, { ...options, paperSize }))
    expect(pages).toHaveLength(2)
    expect(text).toContain('Visit number 52')
  })
})

describe('the face sheet', () => {
  it('holds what the desk knows on one page and leaves empty parts out', async () => {
    const { pages, text } = await readBack(await drawFaceSheet(sampleFaceSheet, options))
    expect(pages).toHaveLength(1)
    for (const words of ['Eli Vance', 'Feb 29, 2012', 'Never: left calf', 'Thomas Vance, father', '9 Quarry Lane', 'M54.2', 'chart AC-0433'])
      expect(text).toContain(words)
    expect(text).not.toContain('Insurance')
  })
})

describe('papers of the desk and hostile words', () => {
  it.each(['<script>alert(1)</script>', 'A'.repeat(400), 'Zoë Ñandú O’Brien', 'مريم العلي', '🦋 Ada', ''])('draws %s without a missing glyph', async name => {
    const [row] = sampleDaySheet.rows
    const [call] = sampleReminderList.rows
    if (!row || !call) throw new Error('The samples are empty.')
    const papers = [
      await drawDaySheet({ ...sampleDaySheet, rows: [{ ...row, name, what: [name], alerts: [name] }] }, options),
      await drawReminderList({ ...sampleReminderList, rows: [{ ...call, name, askFor: name, say: [name] }] }, options),
      await drawAppointmentCard({ ...sampleAppointmentCard, patientName: name }, options),
      await drawFaceSheet({ ...sampleFaceSheet, name, alerts: [name] }, options),
    ]
    for (const paper of papers) expect(missingGlyphsIn(paper)).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { DocumentId } from '../../shared/lib/ids.ts'
import { lastMonth, rangeSinceLast, thisYear } from './superbill-range.ts'

const today = localDate('2026-11-19')
const charged = (day: string, status: 'paid' | 'void' = 'paid') => ({ serviceOn: localDate(day), status })
const superbill = (to: string, replacedBy: DocumentId | null = null) => ({ kind: 'superbill' as const, to: localDate(to), replacedBy })

describe('the days a new superbill begins with', () => {
  it('takes what was charged since the last one', () => {
    const invoices = [charged('2026-11-12'), charged('2026-11-05'), charged('2026-10-29')]
    expect(rangeSinceLast(invoices, [superbill('2026-10-29')], today)).toEqual({ from: '2026-11-05', to: today })
  })

  it('takes the last visit again when all is on a superbill, leaving out voided charges', () => {
    const invoices = [charged('2026-11-12', 'void'), charged('2026-11-05')]
    expect(rangeSinceLast(invoices, [superbill('2026-11-05')], today).from).toBe('2026-11-05')
  })

  it('does not count a superbill that was replaced', () => {
    const replaced = superbill('2026-11-12', DocumentId.parse('7ca48945-36bd-43a9-85df-c9ce21076ef1'))
    expect(rangeSinceLast([charged('2026-11-05')], [replaced], today).from).toBe('2026-11-05')
  })

  it('looks back 30 days when nothing was charged', () => {
    expect(rangeSinceLast([], [], today).from).toBe('2026-10-20')
  })
})

describe('usual ranges', () => {
  it('knows the month before, also in January', () => {
    expect(lastMonth(today)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
    expect(lastMonth(localDate('2027-01-05'))).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })

  it('begins the year at New Year', () => expect(thisYear(today)).toEqual({ from: '2026-01-01', to: today }))
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppointmentFields, BookingWarning } from '../../shared/appointments/schema.ts'
import { localDateTime } from '../../shared/lib/dates.ts'
import { aVisit } from './calendar-visit-builder.ts'
import { createDragChecks } from './drag-check.ts'
import type { Slot } from './slot.ts'

const visit = aVisit()
const at = (clock: string): Slot => ({ startsAt: localDateTime(`2026-11-20T${clock}`), minutes: 60, practitionerId: visit.practitionerId, roomId: null })
const warning = (sentence: string): BookingWarning => ({ kind: 'prescription', level: 'overrule', sentence })

/** Records that answer when they are told to, and what was asked of them. */
function slowRecords() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const ask = (fields: AppointmentFields) => {
    asked.push(fields.startsAt.slice(11))
    return new Promise<readonly BookingWarning[]>(resolve => answers.push(() => resolve([warning(fields.startsAt)])))
  }
  return { asked, ask, answer: () => answers.shift()?.() }
}

describe('asking while a visit is dragged', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks one question at a time and only about the last place', async () => {
    const { asked, ask, answer } = slowRecords()
    const heard: string[] = []
    const checks = createDragChecks(visit, ask, warnings => heard.push(...warnings.map(one => one.sentence)))
    for (const clock of ['09:00', '09:15', '09:30']) checks.want(at(clock))
    await vi.advanceTimersByTimeAsync(100)
    for (const clock of ['09:45', '10:00', '10:15']) checks.want(at(clock))
    await vi.advanceTimersByTimeAsync(500)
    expect(asked).toEqual(['09:30'])
    answer()
    await vi.advanceTimersByTimeAsync(100)
    expect([asked, heard]).toEqual([['09:30', '10:15'], []])
    answer()
    await vi.advanceTimersByTimeAsync(100)
    expect(heard).toEqual(['2026-11-20T10:15'])
  })

  it('asks about each place once, and answers at once from then on', async () => {
    const { asked, ask, answer } = slowRecords()
    const heard: string[] = []
    const checks = createDragChecks(visit, ask, warnings => heard.push(...warnings.map(one => one.sentence)))
    checks.want(at('09:00'))
    await vi.advanceTimersByTimeAsync(100)
    answer()
    await vi.advanceTimersByTimeAsync(100)
    checks.want(at('09:00'))
    expect(heard).toEqual(['2026-11-20T09:00', '2026-11-20T09:00'])
    await expect(checks.settle(at('09:00'))).resolves.toHaveLength(1)
    expect(asked).toEqual(['09:00'])
  })

  it('goes on after a question that failed, and says nothing once it is stopped', async () => {
    const heard: number[] = []
    const ask = vi.fn<(fields: AppointmentFields) => Promise<readonly BookingWarning[]>>().mockRejectedValueOnce(new Error('closed')).mockResolvedValue([])
    const checks = createDragChecks(visit, ask, warnings => heard.push(warnings.length))
    checks.want(at('09:00'))
    await vi.advanceTimersByTimeAsync(100)
    checks.want(at('09:15'))
    await vi.advanceTimersByTimeAsync(100)
    expect(heard).toEqual([0])
    checks.want(at('09:30'))
    checks.stop()
    await vi.advanceTimersByTimeAsync(100)
    expect(ask).toHaveBeenCalledTimes(2)
  })
})

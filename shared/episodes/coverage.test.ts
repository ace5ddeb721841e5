import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppointmentStatus } from '../appointments/schema.ts'
import { addDays, dayOf, localDate, localDateTime } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { coverageOf, type EpisodeVisit, isInForce, type PrescriptionTerms, pickPrescription, shownUse, takesVisit } from './coverage.ts'

const FIRST = PrescriptionId.parse('00000000-0000-4000-8000-000000000001')
const SECOND = PrescriptionId.parse('00000000-0000-4000-8000-000000000002')

const order = (change: Partial<PrescriptionTerms> = {}): PrescriptionTerms => ({
  id: FIRST,
  writtenOn: localDate('2026-10-20'),
  expiresOn: localDate('2026-12-12'),
  visits: 6,
  visitsUsedBefore: 0,
  ...change,
})
const visit = (day: string, status: AppointmentStatus = 'checked-out'): EpisodeVisit => ({ id: day, startsAt: localDateTime(`${day}T10:00`), status })
const today = { today: localDate('2026-11-19'), noShowUsesVisit: false }
const FOUR_DONE = [visit('2026-10-22'), visit('2026-10-29'), visit('2026-11-05'), visit('2026-11-12')]
const useOf = (...args: Parameters<typeof coverageOf>) => coverageOf(...args).uses[0]

describe('how far a prescription is used', () => {
  it('counts done visits, today’s apart, and later ones as booked', () => {
    const use = useOf([order()], [...FOUR_DONE, visit('2026-11-19', 'in-session'), visit('2026-12-03', 'booked')], today)
    expect(use).toMatchObject({ used: 4, allowed: 6, hasVisitToday: true, booked: 1, state: 'low', words: '4 of 6 visits · expires Dec 12' })
  })

  it('adds visits done elsewhere and never counts cancelled ones', () => {
    expect(useOf([order({ visitsUsedBefore: 2 })], [visit('2026-10-22'), visit('2026-10-29', 'cancelled')], today)?.used).toBe(3)
  })

  it('counts a no-show only where the clinic does', () => {
    const missed = [visit('2026-10-22', 'no-show')]
    expect(useOf([order()], missed, today)?.used).toBe(0)
    expect(useOf([order()], missed, { ...today, noShowUsesVisit: true })?.used).toBe(1)
  })

  it.each([
    ['before it was written', order({ writtenOn: localDate('2026-11-20') }), [], 'not-yet', '0 of 6 visits · starts Nov 20'],
    ['with time and visits', order(), FOUR_DONE.slice(1), 'active', '3 of 6 visits · expires Dec 12'],
    ['with two visits left', order(), FOUR_DONE, 'low', '4 of 6 visits · expires Dec 12'],
    ['15 days before its end', order({ expiresOn: localDate('2026-12-04') }), [], 'active', '0 of 6 visits · expires Dec 4'],
    ['14 days before its end', order({ expiresOn: localDate('2026-12-03') }), [], 'low', '0 of 6 visits · expires Dec 3'],
    ['on its last day', order({ expiresOn: localDate('2026-11-19') }), [], 'low', '0 of 6 visits · expires Nov 19'],
    ['the day after', order({ expiresOn: localDate('2026-11-18') }), [], 'expired', '0 of 6 visits · expired Nov 18'],
    ['when all are used', order({ visits: 4 }), FOUR_DONE, 'used-up', '4 of 4 visits · used up'],
    ['without a number of visits', order({ visits: null }), FOUR_DONE.slice(0, 1), 'active', '1 visit · expires Dec 12'],
    ['without an end', order({ visits: 6, expiresOn: null }), [], 'active', '0 of 6 visits'],
    ['ending next year', order({ expiresOn: localDate('2027-01-31') }), [], 'active', '0 of 6 visits · expires Jan 31, 2027'],
  ])('%s', (_, terms, visits, state, words) => {
    expect(useOf([terms], visits, today)).toMatchObject({ state, words })
  })
})

describe('which prescription a visit belongs to', () => {
  const second = order({ id: SECOND, writtenOn: localDate('2026-11-01'), expiresOn: localDate('2027-01-15'), visits: 8 })

  it('is the oldest in force with a visit left; the next one then takes over', () => {
    const { visits } = coverageOf([second, order({ visits: 3 })], FOUR_DONE, today)
    expect([...visits.values()].map(({ prescriptionId, number }) => [prescriptionId, number])).toEqual([
      [FIRST, 1],
      [FIRST, 2],
      [FIRST, 3],
      [SECOND, 1],
    ])
  })

  it('goes on counting past the last prescription, and says it does not cover', () => {
    const { visits } = coverageOf([order({ visits: 3 })], FOUR_DONE, today)
    expect(visits.get('2026-11-12')).toEqual({ prescriptionId: FIRST, number: 4, allowed: 3, isCovered: false, isChosen: false })
  })

  it('shows a prescription dated after the visit as not covering it', () => {
    expect(coverageOf([second], [visit('2026-10-22')], today).visits.get('2026-10-22')).toMatchObject({ prescriptionId: SECOND, isCovered: false })
  })

  it('covers its first and its last day', () => {
    const days = ['2026-10-19', '2026-10-20', '2026-12-12', '2026-12-13']
    const { visits } = coverageOf(
      [order()],
      days.map(day => visit(day)),
      today,
    )
    expect(days.map(day => visits.get(day)?.isCovered)).toEqual([false, true, true, false])
  })

  it('counts the episode’s visits where there is none', () => {
    expect([...coverageOf([], FOUR_DONE, today).visits.values()].map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  it('is none for a cancelled visit, whose number goes to the next', () => {
    const { visits } = coverageOf([order()], [visit('2026-10-22', 'cancelled'), visit('2026-10-29')], today)
    expect([...visits.values()].map(({ number }) => number)).toEqual([null, 1])
  })

  it('is the one a person chose; the others fill up the oldest first', () => {
    const choices = FOUR_DONE.map((one, place): EpisodeVisit => ({ ...one, chosenPrescriptionId: place === 2 ? SECOND : null }))
    const { visits, uses } = coverageOf([order({ visits: 3 }), second], choices, today)
    expect([...visits.values()].map(({ prescriptionId, number, isChosen }) => [prescriptionId === SECOND ? 'second' : 'first', number, isChosen])).toEqual([
      ['first', 1, false],
      ['first', 2, false],
      ['second', 1, true],
      ['first', 3, false],
    ])
    expect(uses.map(({ used }) => used)).toEqual([3, 1])
  })

  it('keeps the last visit of a prescription for whom it was chosen, and numbers what is beyond after it', () => {
    const [first, ...others] = FOUR_DONE
    if (!first) throw new Error('There are four.')
    const { visits } = coverageOf(
      [order({ visits: 1 })],
      [first, ...others.map((one, place) => ({ ...one, chosenPrescriptionId: place === 2 ? FIRST : null }))],
      today,
    )
    expect([...visits.values()].map(({ number, isCovered }) => [number, isCovered])).toEqual([
      [2, false],
      [3, false],
      [4, false],
      [1, true],
    ])
  })
})

it('shows the oldest prescription that can be used today', () => {
  const spent = order({ visits: 4 })
  const next = order({ id: SECOND, writtenOn: localDate('2026-11-01') })
  expect(shownUse(coverageOf([next, spent], FOUR_DONE, today).uses)?.prescriptionId).toBe(SECOND)
  expect(shownUse(coverageOf([spent], FOUR_DONE, today).uses)?.state).toBe('used-up')
  expect(shownUse([])).toBeNull()
})

it('never covers more visits than prescribed, nor any outside its dates', () => {
  const someVisits = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 25 })
  const statuses = fc.constantFrom<AppointmentStatus>('booked', 'finished', 'checked-out', 'no-show', 'cancelled')
  fc.assert(
    fc.property(someVisits, statuses, fc.integer({ min: 1, max: 8 }), fc.boolean(), (days, status, allowed, noShowUsesVisit) => {
      const terms = order({ visits: allowed })
      const visits = days.map((day, place) => visit(addDays(localDate('2026-09-01'), day), place % 3 === 0 ? status : 'checked-out'))
      const covered = [...coverageOf([terms], visits, { ...today, noShowUsesVisit }).visits].filter(([, { isCovered }]) => isCovered)
      expect(covered.length).toBeLessThanOrEqual(allowed)
      for (const [day] of covered) expect('2026-10-20' <= day && day <= '2026-12-12').toBe(true)
    }),
  )
})

describe('whatever prescriptions and visits there are', () => {
  const ids = Array.from({ length: 4 }, (_, index) => PrescriptionId.parse(`00000000-0000-4000-8000-00000000010${index}`))
  const someOrders = fc
    .array(
      fc.record({
        from: fc.integer({ min: 0, max: 120 }),
        days: fc.option(fc.integer({ min: 0, max: 90 })),
        visits: fc.option(fc.integer({ min: 1, max: 8 })),
        before: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 4 },
    )
    .map(orders =>
      orders.map(({ from, days, visits, before }, place): PrescriptionTerms => {
        const writtenOn = addDays(localDate('2026-09-01'), from)
        return { id: ids[place] ?? FIRST, writtenOn, expiresOn: days === null ? null : addDays(writtenOn, days), visits, visitsUsedBefore: before }
      }),
    )
  const statuses: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out', 'no-show', 'cancelled']
  const someVisits = fc
    .uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 200 }), status: fc.constantFrom(...statuses) }), { maxLength: 25, selector: one => one.day })
    .map(all => all.map(({ day, status }) => visit(addDays(localDate('2026-09-01'), day), status)))
  const rules = fc.boolean().map(noShowUsesVisit => ({ ...today, noShowUsesVisit }))
  const ofPrescription = (coverage: ReturnType<typeof coverageOf>, id: PrescriptionId) =>
    [...coverage.visits].filter(([, { prescriptionId }]) => prescriptionId === id)

  /** Any choices at all, sensible or not; half of the visits have none. */
  const withChoices = fc
    .tuple(someVisits, fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 25, maxLength: 25 }))
    .map(([visits, chosen]) => visits.map((one, place): EpisodeVisit => ({ ...one, chosenPrescriptionId: chosen[place] ?? null })))

  it('every visit that counts belongs to exactly one of them, every other to none', () => {
    fc.assert(
      fc.property(someOrders, withChoices, rules, (orders, visits, counting) => {
        const coverage = coverageOf(orders, visits, counting)
        expect([...coverage.visits.keys()].toSorted()).toEqual(visits.map(one => one.id).toSorted())
        for (const one of visits) {
          const own = coverage.visits.get(one.id)
          const counts = one.status !== 'cancelled' && (one.status !== 'no-show' || counting.noShowUsesVisit)
          expect(own?.number !== null).toBe(counts)
          expect(own?.prescriptionId !== null).toBe(counts && orders.length > 0)
        }
      }),
    )
  })

  it('each covers no more than it allows, only within its dates, numbered without a gap from what was done elsewhere', () => {
    fc.assert(
      fc.property(someOrders, withChoices, rules, (orders, visits, counting) => {
        const coverage = coverageOf(orders, visits, counting)
        for (const terms of orders) {
          const own = ofPrescription(coverage, terms.id)
          const covered = own.filter(([, { isCovered }]) => isCovered)
          if (terms.visits !== null) expect(covered.length).toBeLessThanOrEqual(Math.max(0, terms.visits - terms.visitsUsedBefore))
          for (const [day] of covered) expect(terms.writtenOn <= day && (terms.expiresOn === null || day <= terms.expiresOn)).toBe(true)
          expect(own.map(([, { number }]) => number).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(own.map((_, place) => terms.visitsUsedBefore + place + 1))
        }
      }),
    )
  })

  it('what is used, today and booked never exceeds the visits there are and those done elsewhere', () => {
    fc.assert(
      fc.property(someOrders, withChoices, rules, (orders, visits, counting) => {
        const coverage = coverageOf(orders, visits, counting)
        for (const use of coverage.uses) {
          const before = orders.find(terms => terms.id === use.prescriptionId)?.visitsUsedBefore ?? 0
          expect(use.used).toBeGreaterThanOrEqual(before)
          expect(use.used + use.booked - before).toBeLessThanOrEqual(ofPrescription(coverage, use.prescriptionId).length)
        }
        const done = visits.filter(one => one.status === 'finished' || one.status === 'checked-out').length
        const used = coverage.uses.reduce((sum, use) => sum + use.used, 0) - orders.reduce((sum, terms) => sum + terms.visitsUsedBefore, 0)
        if (orders.length > 0) expect(used).toBeGreaterThanOrEqual(done)
      }),
    )
  })

  it('the order in which they are told makes no difference', () => {
    fc.assert(
      fc.property(someOrders, withChoices, rules, (orders, visits, counting) => {
        const told = coverageOf(orders, visits, counting)
        const turned = coverageOf(orders.toReversed(), visits.toReversed(), counting)
        expect(turned.uses).toEqual(told.uses)
        expect(turned.visits).toEqual(told.visits)
      }),
    )
  })

  it('cancelling a visit to come takes no other visit out of its cover', () => {
    fc.assert(
      fc.property(someVisits, fc.nat(), fc.integer({ min: 1, max: 8 }), (visits, pick, allowed) => {
        const terms = order({ visits: allowed })
        const gone = visits.filter(one => one.status === 'booked')[pick % Math.max(1, visits.length)]
        if (!gone) return
        const before = coverageOf([terms], visits, today)
        const after = coverageOf(
          [terms],
          visits.map(one => (one.id === gone.id ? { ...one, status: 'cancelled' as const } : one)),
          today,
        )
        for (const [id, own] of before.visits) if (own.isCovered && id !== gone.id) expect(after.visits.get(id)?.isCovered).toBe(true)
      }),
    )
  })

  it('a choice stands exactly while its dates and number allow, the earlier visits first', () => {
    fc.assert(
      fc.property(someOrders, withChoices, rules, (orders, visits, counting) => {
        const coverage = coverageOf(orders, visits, counting)
        for (const one of visits) {
          const own = coverage.visits.get(one.id)
          if (own?.isChosen) expect(own).toMatchObject({ prescriptionId: one.chosenPrescriptionId, isCovered: true })
          const terms = orders.find(({ id }) => id === one.chosenPrescriptionId)
          if (!terms || !own || own.number === null || own.isChosen || !isInForce(terms, dayOf(one.startsAt))) continue
          const ahead = ofPrescription(coverage, terms.id).filter(([day, each]) => day < terms.writtenOn || (each.isChosen && day < one.id))
          expect(terms.visitsUsedBefore + ahead.length).toBeGreaterThanOrEqual(terms.visits ?? Number.POSITIVE_INFINITY)
        }
      }),
    )
  })

  it('without a choice each visit takes the oldest prescription with one left, as counted from the first visit on', () => {
    fc.assert(
      fc.property(someOrders, someVisits, rules, (orders, visits, counting) => {
        const taken = new Map(orders.map(terms => [terms.id, terms.visitsUsedBefore]))
        const { visits: told } = coverageOf(orders, visits, counting)
        for (const one of visits.filter(each => takesVisit(each.status, counting.noShowUsesVisit)).toSorted((a, b) => a.id.localeCompare(b.id))) {
          const picked = pickPrescription(orders, dayOf(one.startsAt), taken)
          if (!picked) continue
          const number = (taken.get(picked.terms.id) ?? 0) + 1
          taken.set(picked.terms.id, number)
          expect(told.get(one.id)).toMatchObject({ prescriptionId: picked.terms.id, number, isCovered: picked.isCovered, isChosen: false })
        }
      }),
    )
  })
})

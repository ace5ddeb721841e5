import { expect, it } from 'vitest'
import { EstimateDraft } from '../../shared/estimates/schema.ts'
import { readTyped, typedFrom, withVisits } from './typed-estimate.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const typed = (...visits: number[]) =>
  typedFrom({
    draft: EstimateDraft.parse({
      episodeId: null,
      service: 'Massage',
      frequency: 'Once a week',
      visits: 6,
      from: '2026-11-24',
      to: '2026-12-29',
      providers: [{ practitionerId: id(1), lines: visits.map(count => ({ serviceId: id(2), units: 2, visits: count })) }],
      withDiscount: false,
      notIncluded: '',
      replaces: null,
    }),
  })
const counts = (estimate: ReturnType<typeof typed>) => estimate.providers[0]?.lines.map(line => line.visits)

it('services given equally often go with the number of visits, also after it was emptied', () => {
  expect(counts(withVisits(withVisits(typed(6, 6), null), 8))).toEqual([8, 8])
  expect(counts(withVisits(typed(6, 3), 8))).toEqual([6, 3])
})

it('what cannot be kept is told at its field', () => {
  expect(readTyped(withVisits(typed(6), null))).toEqual({ draft: null, problems: { visits: 'Enter a whole number of visits.' } })
  expect(readTyped({ ...typed(6), to: '2028-01-01' }).problems).toHaveProperty('to')
  expect(readTyped(typed(6)).draft).toMatchObject({ visits: 6 })
})

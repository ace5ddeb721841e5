import { expect, it } from 'vitest'
import type { EpisodeSummary } from '../../shared/episodes/schema.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import { currentEpisodeOf } from './current-episode.ts'

const use = (id: string) => ({
  prescriptionId: PrescriptionId.parse(id),
  allowed: 6,
  used: 1,
  hasVisitToday: false,
  booked: 0,
  expiresOn: null,
  state: 'active' as const,
  words: '1 of 6 visits',
})
const NECK = '11111111-1111-4111-8111-111111111111'
const BACK = '22222222-2222-4222-8222-222222222222'
const episode = (id: string, openedOn: string, more: Partial<EpisodeSummary> = {}): EpisodeSummary => ({
  id: EpisodeId.parse(id),
  condition: 'Neck',
  kind: 'illness',
  openedOn: localDate(openedOn),
  closedOn: null,
  visitsDone: 0,
  diagnosisWords: '',
  prescription: null,
  ...more,
})

it('is the episode whose prescription the header shows, though a newer one is open', () => {
  const neck = episode(NECK, '2026-01-01', { prescription: use(NECK) })
  expect(currentEpisodeOf([episode(BACK, '2026-05-01'), neck], use(NECK))).toBe(neck)
})

it('is else the newest open one', () => {
  const open = episode(NECK, '2026-01-01')
  expect(currentEpisodeOf([episode(BACK, '2026-05-01', { closedOn: localDate('2026-06-01') }), open], null)).toBe(open)
})

it('is the newest closed one where none is open, and none where there is none', () => {
  const closed = episode(NECK, '2026-01-01', { closedOn: localDate('2026-02-01') })
  expect(currentEpisodeOf([closed], null)).toBe(closed)
  expect(currentEpisodeOf([], null)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { BodySite } from '../../shared/body-chart/sites.ts'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { draftOf, HistoryDraft, historyOf } from './history-draft.ts'

const TODAY = localDate('2026-11-19')

it('begins with an empty row in each list, which is not saved', () => {
  const draft = draftOf(null, TODAY)
  expect([draft.conditions.length, draft.medications.length, draft.allergies.length, draft.surgeries.length]).toEqual([1, 1, 1, 1])
  expect(historyOf(HistoryDraft.parse(draft))).toEqual({ takenOn: TODAY, history: EMPTY_HISTORY })
})

it('gives back a history as it was told, and takes out rows left blank', () => {
  const history = {
    ...EMPTY_HISTORY,
    conditions: [{ item: 'varicose-veins' as const, name: 'Varicose veins', sites: [BodySite.parse('inner-calf-left')], remark: '' }],
    surgeries: [{ what: 'Knee replacement', when: '2026', sites: [BodySite.parse('kneecap-left')] }],
    allergies: [{ to: 'arnica', reaction: 'rash' }],
  }
  expect(historyOf(HistoryDraft.parse(draftOf(history, TODAY)))).toEqual({ takenOn: TODAY, history })
  const draft = draftOf(history, TODAY)
  const blank = { ...draft, allergies: [{ to: '  ', reaction: 'rash' }, ...draft.allergies] }
  expect(historyOf(HistoryDraft.parse(blank)).history.allergies).toEqual(history.allergies)
})

it('keeps a row’s other words within their length', () => {
  const draft = draftOf(null, TODAY)
  const refused = HistoryDraft.safeParse({ ...draft, allergies: [{ to: 'x'.repeat(100_000), reaction: '' }] })
  expect(refused.error?.issues.map(({ message }) => message)).toEqual(['Keep this under 121 characters.'])
})

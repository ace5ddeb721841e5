import { expect, it } from 'vitest'
import { BodySite } from '../../shared/body-chart/sites.ts'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import { changedFound, historyInWords, screenInWords, withFound } from './screening-words.ts'

const calf = BodySite.parse('inner-calf-left')
const heel = BodySite.parse('heel-left')
const empty = emptyContent().screening

it('says what a screen found, with places', () => {
  expect(screenInWords(empty)).toBe('all no')
  const found = [{ item: 'varicose-veins' as const, sites: [calf, heel], remark: '' }]
  expect(screenInWords({ ...empty, answers: { fever: 'yes' }, found })).toBe('fever; varicose veins (left inner calf (gastrocnemius) and left heel)')
})

it('says what a health history means for massage', () => {
  expect(historyInWords(EMPTY_HISTORY)).toBe('')
  const medications = [{ name: 'Apixaban (Eliquis)', purpose: '', item: 'anticoagulants' as const }]
  const allergies = [
    { to: 'arnica', reaction: 'rash' },
    { to: 'nuts', reaction: '' },
  ]
  expect(historyInWords({ ...EMPTY_HISTORY, medications, allergies })).toBe('blood thinner (Apixaban (Eliquis)); allergy to arnica and nuts')
})

it('adds a finding once, its name as remark; the same item again adds to the remark', () => {
  const one = withFound([], { item: 'anticoagulants', name: 'Apixaban (Eliquis)' })
  expect(one).toEqual([{ item: 'anticoagulants', sites: [], remark: 'Apixaban (Eliquis)' }])
  expect(withFound(one, { item: 'anticoagulants', name: 'Heparin' })).toEqual([{ item: 'anticoagulants', sites: [], remark: 'Apixaban (Eliquis); Heparin' }])
  expect(withFound(one, { item: 'anticoagulants', name: 'Apixaban (Eliquis)' })).toEqual(one)
  expect(withFound([], { item: 'bursitis', name: 'Bursitis' })).toEqual([{ item: 'bursitis', sites: [], remark: '' }])
})

it('changes one finding, also one that only a yes told of, and joins it where it stood twice', () => {
  expect(changedFound([], 'inflammation', { sites: [heel] })).toEqual([{ item: 'inflammation', sites: [heel], remark: '' }])
  const twice = [
    { item: 'hernia' as const, sites: [calf], remark: 'old' },
    { item: 'hernia' as const, sites: [heel], remark: '' },
  ]
  expect(changedFound(twice, 'hernia', { remark: 'new' })).toEqual([{ item: 'hernia', sites: [calf, heel], remark: 'new' }])
})

import { expect, it } from 'vitest'
import { AppointmentStatus } from '../../shared/appointments/schema.ts'
import { isComing, mayMove, nextStepOf, STEP_WORDS, visitNumberWords } from './visit-panel-steps.ts'

it('every visit has one next step, and the front desk is never sent to a note', () => {
  const next = (status: AppointmentStatus, isClinical: boolean, noteState: 'draft' | 'signed' = 'draft') => nextStepOf({ status, noteState }, isClinical)
  for (const status of AppointmentStatus.options) {
    expect(STEP_WORDS[next(status, true)]).toBeTruthy()
    expect(['start', 'open-note', 'sign']).not.toContain(next(status, false))
  }
  expect([next('booked', false), next('arrived', true), next('finished', false), next('no-show', true)]).toEqual([
    'check-in',
    'start',
    'check-out',
    'book-again',
  ])
  expect([next('finished', true), next('finished', true, 'signed')]).toEqual(['sign', 'check-out'])
})

it('a visit is moved until its session begins, and called about until it arrives', () => {
  expect(AppointmentStatus.options.filter(mayMove)).toEqual(['booked', 'confirmed', 'arrived'])
  expect(AppointmentStatus.options.filter(isComing)).toEqual(['booked', 'confirmed'])
})

it.each([
  [4, 6, 'Visit 4 of 6'],
  [7, 6, 'Visit 7, beyond the 6 prescribed'],
  [3, null, 'Visit 3'],
  [null, 6, ''],
])('visit %s of %s is “%s”', (visitNumber, visitsAllowed, words) => {
  expect(visitNumberWords({ visitNumber, visitsAllowed })).toBe(words)
})

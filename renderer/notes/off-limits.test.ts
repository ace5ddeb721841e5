import { expect, it } from 'vitest'
import { AlertId } from '../../shared/lib/ids.ts'
import { offLimitRegions } from './off-limits.ts'

const alert = (text: string, kind: 'never' | 'care' = 'never') => ({ id: AlertId.parse('00000000-0000-4000-8000-000000000001'), kind, text })

it('hatches what an alert forbids, on the side it names, else on both', () => {
  expect(offLimitRegions([alert('Avoid left calf: varicose veins')])).toEqual(['lower-leg-left'])
  expect(offLimitRegions([alert('No pressure on the knees')])).toEqual(['knee-left', 'knee-right'])
  expect(offLimitRegions([alert('Avoid left calf and both knees')])).toEqual(['lower-leg-left', 'knee-left', 'knee-right'])
  expect(offLimitRegions([alert('Stay off left knee and calf')])).toEqual(['lower-leg-left', 'knee-left'])
  expect(offLimitRegions([alert('Keep off lower back: recent surgery')])).toEqual(['lower-back'])
})

it('leaves alone what forbids a way of working, a substance, or only asks for care', () => {
  expect(offLimitRegions([alert('No high-velocity neck work'), alert('Allergy: arnica'), alert('Avoid left calf', 'care')])).toEqual([])
  expect(offLimitRegions([alert('Avoid lavender: rash on the neck')])).toEqual([])
})

import { expect, it } from 'vitest'
import { findRegions } from './region-choices.ts'

const labels = (typed: string, allowed: Parameters<typeof findRegions>[1] = []) => findRegions(typed, allowed).map(({ label }) => label)

it('finds a region by everyday words in any order', () => {
  expect(labels('left calf')).toEqual(['Left lower leg'])
  expect(labels('shin right')).toEqual(['Right lower leg'])
  expect(labels('lumbar')).toEqual(['Low back'])
  expect(labels('tail')).toEqual([])
})

it('puts prescribed regions first and says which are not', () => {
  const [first, second] = findRegions('', ['forearm-left'])
  expect(first).toEqual({ value: 'forearm-left', label: 'Left elbow and forearm' })
  expect(second).toEqual({ value: 'head', label: 'Head', detail: 'not prescribed' })
})

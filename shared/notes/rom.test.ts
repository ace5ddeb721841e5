import { expect, it } from 'vitest'
import { MOTIONS, motionLabel, motionOf, RomMotion } from './rom.ts'

it('knows every motion once, with a normal range a joint can have', () => {
  expect(MOTIONS.map(({ motion }) => motion).toSorted()).toEqual(RomMotion.options.toSorted())
  for (const { normalDegrees } of MOTIONS) expect(normalDegrees).toBeGreaterThanOrEqual(20)
  for (const { normalDegrees } of MOTIONS) expect(normalDegrees).toBeLessThanOrEqual(180)
})

it('has the orthopaedic normals', () => {
  expect(motionOf('cervical-rotation')).toMatchObject({ normalDegrees: 80, isTwoSided: true })
  expect(motionOf('lumbar-flexion')).toMatchObject({ normalDegrees: 60, isTwoSided: false })
  expect(motionOf('knee-flexion').normalDegrees).toBe(135)
})

it('names a motion for letters', () => {
  expect(motionLabel('cervical-rotation')).toBe('Neck rotation')
  expect(motionLabel('shoulder-internal-rotation')).toBe('Shoulder internal rotation')
})

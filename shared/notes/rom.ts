import { z } from 'zod'

/** A joint motion the clinic measures, in degrees. */
export const RomMotion = z.enum([
  'cervical-rotation',
  'cervical-side-bend',
  'cervical-flexion',
  'cervical-extension',
  'lumbar-flexion',
  'lumbar-extension',
  'lumbar-side-bend',
  'shoulder-flexion',
  'shoulder-abduction',
  'shoulder-extension',
  'shoulder-internal-rotation',
  'shoulder-external-rotation',
  'elbow-flexion',
  'wrist-flexion',
  'wrist-extension',
  'hip-flexion',
  'hip-extension',
  'knee-flexion',
  'ankle-dorsiflexion',
  'ankle-plantarflexion',
])
export type RomMotion = z.infer<typeof RomMotion>

/** A motion’s joint, its name beside that joint, the usual full range in degrees, and whether left and right are measured apart. */
export type Motion = {
  readonly motion: RomMotion
  readonly joint: string
  readonly name: string
  readonly normalDegrees: number
  readonly isTwoSided: boolean
}

const motion = (key: RomMotion, joint: string, name: string, normalDegrees: number, isTwoSided = true): Motion => ({
  motion: key,
  joint,
  name,
  normalDegrees,
  isTwoSided,
})

/** All motions in the order they are charted. Normals: American Academy of Orthopaedic Surgeons; a reference line, not a target. */
export const MOTIONS: readonly Motion[] = [
  motion('cervical-rotation', 'Neck', 'Rotation', 80),
  motion('cervical-side-bend', 'Neck', 'Side bend', 45),
  motion('cervical-flexion', 'Neck', 'Flexion', 45, false),
  motion('cervical-extension', 'Neck', 'Extension', 45, false),
  motion('lumbar-flexion', 'Low back', 'Flexion', 60, false),
  motion('lumbar-extension', 'Low back', 'Extension', 25, false),
  motion('lumbar-side-bend', 'Low back', 'Side bend', 25),
  motion('shoulder-flexion', 'Shoulder', 'Flexion', 180),
  motion('shoulder-abduction', 'Shoulder', 'Abduction', 180),
  motion('shoulder-extension', 'Shoulder', 'Extension', 60),
  motion('shoulder-internal-rotation', 'Shoulder', 'Internal rotation', 70),
  motion('shoulder-external-rotation', 'Shoulder', 'External rotation', 90),
  motion('elbow-flexion', 'Elbow', 'Flexion', 150),
  motion('wrist-flexion', 'Wrist', 'Flexion', 80),
  motion('wrist-extension', 'Wrist', 'Extension', 70),
  motion('hip-flexion', 'Hip', 'Flexion', 120),
  motion('hip-extension', 'Hip', 'Extension', 30),
  motion('knee-flexion', 'Knee', 'Flexion', 135),
  motion('ankle-dorsiflexion', 'Ankle', 'Dorsiflexion', 20),
  motion('ankle-plantarflexion', 'Ankle', 'Plantarflexion', 50),
]

const BY_KEY: ReadonlyMap<string, Motion> = new Map(MOTIONS.map(entry => [entry.motion, entry]))

/** A motion by its key. Throws on a key that is none. */
export function motionOf(key: RomMotion): Motion {
  const found = BY_KEY.get(key)
  if (!found) throw new RangeError(`No such motion: ${key}`)
  return found
}

/** `Neck rotation`: a motion as letters and goals name it. */
export function motionLabel(key: RomMotion): string {
  const { joint, name } = motionOf(key)
  return `${joint} ${name.toLowerCase()}`
}

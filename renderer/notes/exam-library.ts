import { findPosture } from '../../shared/notes/posture.ts'
import { MOTIONS, motionLabel, RomMotion } from '../../shared/notes/rom.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { findSpecialTests } from '../../shared/notes/special-tests.ts'
import { findMuscles, MUSCLES } from '../../shared/notes/strength.ts'
import type { TokenChoice } from './token-field.tsx'

type Kind = 'motion' | 'motions' | 'muscle' | 'muscles' | 'test' | 'posture'
const keyOf = (kind: Kind, name: string) => `${kind}:${name}`

const wordsIn = (typed: string) => typed.trim().toLowerCase().split(/\s+/)
const hasAll = (text: string, words: readonly string[]) => words.every(word => text.toLowerCase().includes(word))

const allOf = (count: number) => (count === 2 ? 'both' : `all ${count}`)

/** All motions or muscles of a joint at once, where the joint is what was typed. */
function jointChoices(typed: string): readonly TokenChoice[] {
  const words = wordsIn(typed)
  const joints = [...new Set([...MOTIONS, ...MUSCLES].map(({ joint }) => joint))]
  return joints.flatMap(joint => {
    const motions = MOTIONS.filter(each => each.joint === joint).length
    const muscles = MUSCLES.filter(each => each.joint === joint).length
    return [
      ...(motions > 1 && hasAll(`${joint} all motions`, words)
        ? [{ value: keyOf('motions', joint), label: `${joint}, ${allOf(motions)} motions`, detail: 'motion' }]
        : []),
      ...(muscles > 1 && hasAll(`${joint} all strength muscles`, words)
        ? [{ value: keyOf('muscles', joint), label: `${joint}, ${allOf(muscles)} muscles`, detail: 'strength' }]
        : []),
    ]
  })
}

function singleChoices(typed: string): readonly TokenChoice[] {
  const words = wordsIn(typed)
  return [
    ...MOTIONS.filter(({ motion }) => hasAll(motionLabel(motion), words)).map(({ motion, normalDegrees }) => ({
      value: keyOf('motion', motion),
      label: motionLabel(motion),
      detail: `motion, normal ${normalDegrees}°`,
    })),
    ...findMuscles(typed).map(({ name }) => ({ value: keyOf('muscle', name), label: name, detail: 'strength' })),
    ...findSpecialTests(typed).map(({ name }) => ({ value: keyOf('test', name), label: name, detail: 'test' })),
    ...findPosture(typed).map(({ finding }) => ({ value: keyOf('posture', finding), label: finding, detail: 'posture' })),
  ]
}

/** What a choice would add that the note has not yet. */
function isNew(value: string, content: NoteContent): boolean {
  const after = addExam(content, value)
  return after.rom.length + after.strength.length + after.specialTests.length + after.posture.length > sizeOf(content)
}
const sizeOf = ({ rom, strength, specialTests, posture }: NoteContent) => rom.length + strength.length + specialTests.length + posture.length

/** What one may examine, by what was typed: whole joints first, then what begins so, then the rest; own words last. What the note has already is left out. */
export function findExam(typed: string, content: NoteContent): readonly TokenChoice[] {
  const own = typed.trim().replace(/\s+/g, ' ').slice(0, 80)
  const singles = singleChoices(typed)
  const rank = ({ label }: TokenChoice) => (label.toLowerCase() === own.toLowerCase() ? -1 : label.toLowerCase().startsWith(wordsIn(typed)[0] ?? '') ? 0 : 1)
  // Digits alone are a value that missed its cell, not a name.
  const isKnown = !/\p{L}{2}/u.test(own) || singles.some(choice => rank(choice) === -1)
  const exact = singles.filter(choice => rank(choice) === -1)
  const others = singles.filter(choice => rank(choice) !== -1).toSorted((a, b) => rank(a) - rank(b))
  const mine = (['muscle', 'test', 'posture'] as const).map(kind => ({ value: keyOf(kind, own), label: `“${own}”`, detail: OWN_WORDS[kind] }))
  return [...exact, ...jointChoices(typed), ...others, ...(isKnown ? [] : mine)].filter(({ value }) => isNew(value, content))
}

const OWN_WORDS = { muscle: 'as a muscle', test: 'as a test', posture: 'as posture' } as const
const NO_VALUES = { left: null, right: null, value: null } as const

/** The note with what was chosen as new rows without values. */
export function addExam(content: NoteContent, value: string): NoteContent {
  const [kind, ...rest] = value.split(':')
  const name = rest.join(':')
  const isThere = (one: string) => one.toLowerCase() === name.toLowerCase()
  if (kind === 'motion' || kind === 'motions') {
    const motions = kind === 'motion' ? [RomMotion.parse(name)] : MOTIONS.filter(({ joint }) => joint === name).map(({ motion }) => motion)
    const missing = motions.filter(motion => !content.rom.some(one => one.motion === motion))
    return { ...content, rom: [...content.rom, ...missing.map(motion => ({ motion, ...NO_VALUES }))].slice(0, 40) }
  }
  if (kind === 'muscle' || kind === 'muscles') {
    const muscles = kind === 'muscle' ? [name] : MUSCLES.filter(({ joint }) => joint === name).map(each => each.name)
    const missing = muscles.filter(muscle => !content.strength.some(one => one.muscle.toLowerCase() === muscle.toLowerCase()))
    return { ...content, strength: [...content.strength, ...missing.map(muscle => ({ muscle, ...NO_VALUES }))].slice(0, 40) }
  }
  if (kind === 'test' && !content.specialTests.some(({ test }) => isThere(test)))
    return { ...content, specialTests: [...content.specialTests, { test: name, ...NO_VALUES, remark: '' }].slice(0, 30) }
  if (kind === 'posture' && !content.posture.some(({ finding }) => isThere(finding)))
    return { ...content, posture: [...content.posture, { finding: name, side: '' as const, grade: '' as const }].slice(0, 30) }
  return content
}

/** The row one writes in first after adding: its name as the tables know it. */
export function firstRowAdded(before: NoteContent, after: NoteContent): string | undefined {
  return (
    after.rom.slice(before.rom.length)[0]?.motion ??
    after.strength.slice(before.strength.length)[0]?.muscle ??
    after.specialTests.slice(before.specialTests.length)[0]?.test ??
    after.posture.slice(before.posture.length)[0]?.finding
  )
}

import { describe, expect, it } from 'vitest'
import { emptyContent } from '../../shared/notes/new-content.ts'
import { NoteContent } from '../../shared/notes/schema.ts'
import { addExam, findExam, firstRowAdded } from './exam-library.ts'

const labels = (typed: string, content = emptyContent()) => findExam(typed, content).map(({ label }) => label)
const choose = (typed: string, content = emptyContent()) => addExam(content, findExam(typed, content)[0]?.value ?? '')

describe('what one may examine', () => {
  it('is found in one field, whatever it is', () => {
    expect(labels('neck rotation')[0]).toBe('Neck rotation')
    expect(labels('upper trap')[0]).toBe('Upper trapezius')
    expect(labels('spur')[0]).toBe('Spurling')
    expect(labels('forward head')[0]).toBe('Forward head')
    expect(labels('wrist').slice(0, 2)).toEqual(['Wrist, both motions', 'Wrist and hand, all 6 muscles'])
    expect(labels('neck').slice(0, 2)).toEqual(['Neck, all 4 motions', 'Neck, all 8 muscles'])
  })

  it('may be words of one’s own, as what one likes', () => {
    expect(findExam('Popliteus', emptyContent()).map(({ label, detail }) => [label, detail])).toEqual([
      ['“Popliteus”', 'as a muscle'],
      ['“Popliteus”', 'as a test'],
      ['“Popliteus”', 'as posture'],
    ])
    expect(labels('spurling')).not.toContain('“spurling”')
    expect(labels('3346')).toEqual([])
  })

  it('leaves out what the note has', () => {
    const content = choose('neck rotation')
    expect(labels('neck rotation', content)).not.toContain('Neck rotation')
    expect(labels('neck', choose('neck', content))).not.toContain('Neck, all 4 motions')
  })
})

it('adds rows without values, a whole joint at once, each once', () => {
  const content = choose('neck', choose('neck rotation'))
  expect(content.rom.map(({ motion }) => motion)).toEqual(['cervical-rotation', 'cervical-side-bend', 'cervical-flexion', 'cervical-extension'])
  expect(content.rom.every(({ left, right, value }) => left === null && right === null && value === null)).toBe(true)
  const full = ['upper trap', 'spur', 'forward head', 'Popliteus'].reduce((made, typed) => choose(typed, made), content)
  expect(NoteContent.parse(full)).toEqual(full)
  expect(full.strength.map(({ muscle }) => muscle)).toEqual(['Upper trapezius', 'Popliteus'])
  expect(addExam(full, 'test:SPURLING')).toBe(full)
})

it('says where to write first', () => {
  expect(firstRowAdded(emptyContent(), choose('neck'))).toBe('cervical-rotation')
  expect(firstRowAdded(emptyContent(), choose('spur'))).toBe('Spurling')
  expect(firstRowAdded(emptyContent(), emptyContent())).toBeUndefined()
})

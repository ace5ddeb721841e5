import { markInWords } from '../body-chart/mark-words.ts'
import { motionLabel, motionOf } from '../notes/rom.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { NoteBlock, NoteChart, NoteSection, NoteTable } from './visit-note.ts'
import type { NoteSource } from './visit-note-source.ts'
import { datesOver } from './visit-note-subjective.ts'

/** A measurement with sides, or one for the middle of the body. */
type Sided<T> = { readonly left: T | null; readonly right: T | null; readonly value: T | null }

const GRADES = { slight: 'slight', moderate: 'moderate', marked: 'marked', '': '' } as const
const SIDES = { left: 'left', right: 'right', both: 'both sides', '': '' } as const

/** What was seen and measured: words, motion, strength, posture, tests, and the body chart. */
export function objectiveSection(source: NoteSource): NoteSection {
  const { objective } = source.note.content
  const blocks: (NoteBlock | null)[] = [
    objective.trim() === '' ? null : { kind: 'prose', label: '', text: objective },
    motionTable(source),
    strengthTable(source),
    postureTable(source.note.content),
    testTable(source.note.content),
    chart(source.note.content),
  ]
  return { head: 'Objective', blocks: blocks.filter(block => block !== null) }
}

const isMeasured = (sided: Sided<unknown>) => sided.left !== null || sided.right !== null || sided.value !== null
const isOneSided = (sided: Sided<unknown>) => sided.left !== null || sided.right !== null

function inWords<T>(sided: Sided<T> | undefined, say: (value: T) => string, twoSided: boolean): string {
  if (!sided || !isMeasured(sided)) return '–'
  const part = (value: T | null) => (value === null ? '–' : say(value))
  return twoSided ? `${part(sided.left)} / ${part(sided.right)}` : part(sided.value ?? sided.left ?? sided.right)
}

const degrees = (value: number) => `${value}°`

function motionTable(source: NoteSource): NoteTable | null {
  const rows = source.note.content.rom.filter(isMeasured).map(rom => {
    const { normalDegrees, isTwoSided } = motionOf(rom.motion)
    const was = source.earlier[0]?.content.rom.find(each => each.motion === rom.motion)
    const words = [...(source.earlier.length > 0 ? [inWords(was, degrees, isTwoSided)] : []), inWords(rom, degrees, isTwoSided)]
    return [motionLabel(rom.motion), ...words, degrees(normalDegrees)]
  })
  if (rows.length === 0) return null
  return { kind: 'table', style: 'figures', heads: ['Motion, L / R', ...datesOver(source), 'Normal'], rows, strong: source.earlier.length > 0 ? 2 : 1 }
}

const grade = (value: string) => value.replace('-', '−')

function strengthTable(source: NoteSource): NoteTable | null {
  const rows = source.note.content.strength.filter(isMeasured).map(tested => {
    const twoSided = isOneSided(tested)
    const was = source.earlier[0]?.content.strength.find(each => each.muscle === tested.muscle)
    const words = [...(source.earlier.length > 0 ? [inWords(was, grade, twoSided)] : []), inWords(tested, grade, twoSided)]
    return [tested.muscle, ...words]
  })
  if (rows.length === 0) return null
  return { kind: 'table', style: 'figures', heads: ['Strength, L / R', ...datesOver(source)], rows, strong: source.earlier.length > 0 ? 2 : 1 }
}

function postureTable({ posture }: NoteContent): NoteTable | null {
  // A row that a template laid out is a finding only once its side or grade is given.
  const rows = posture.filter(({ side, grade }) => side !== '' || grade !== '').map(each => [each.finding, SIDES[each.side], GRADES[each.grade]])
  return rows.length === 0 ? null : filledColumns({ kind: 'table', style: 'words', heads: ['Posture', 'Side', 'Grade'], rows, strong: null })
}

function testTable({ specialTests }: NoteContent): NoteTable | null {
  const rows = specialTests
    .filter(test => isMeasured(test) || test.remark !== '')
    .map(test => {
      const twoSided = isOneSided(test)
      return [test.test, inWords(test, result => result, twoSided), test.remark]
    })
  if (rows.length === 0) return null
  return filledColumns({ kind: 'table', style: 'words', heads: ['Test, L / R', 'Result', 'Remark'], rows, strong: null })
}

/** The table without the columns that no row fills. */
function filledColumns(table: NoteTable): NoteTable {
  const isFilled = table.heads.map((_, i) => table.rows.some(row => (row[i] ?? '') !== ''))
  return { ...table, heads: table.heads.filter((_, i) => isFilled[i]), rows: table.rows.map(row => row.filter((_, i) => isFilled[i])) }
}

function chart({ marks }: NoteContent): NoteChart | null {
  return marks.length === 0 ? null : { kind: 'chart', marks: [...marks], words: marks.map(markInWords) }
}

import { describe, expect, it } from 'vitest'
import { Instant, localDate } from '../lib/dates.ts'
import { decideCheckOut } from './check-out.ts'
import { block, earlier, facts, PAYER } from './check-out-sample.ts'
import type { SameDayAnswer } from './same-day-answer.ts'

const asking = { ...PAYER, sameDayModifier: 'XS' as const }
const said = (answer: SameDayAnswer) => ({ answer, by: 'Ana Ruiz', on: localDate('2026-11-19') })
const apart = [block('97124', 24, { regions: ['upper-back', 'neck'] }), block('97140', 28)]
const together = [block('97124', 24), block('97140', 28, { regions: ['neck', 'upper-back'] })]
type Given = Parameters<typeof facts>[0]
const decide = (given: Given) => decideCheckOut(facts({ payer: asking, blocks: apart, ...given }))
const possible = (given: Given) => decide(given).sameDay?.choices.flatMap(choice => (choice.isPossible ? choice.answer : []))
const modifiers = (given: Given) => Object.fromEntries(decide(given).lines.map(line => [line.code, line.modifiers.join(' ')]))
const clockAt = (time: string) => Instant.parse(`2026-11-19T${time}:00.000Z`)
const at = (from: string, to: string) => ({ from: clockAt(from), to: clockAt(to) })

describe('the question', () => {
  it.each([
    ['both codes, the payer asks', {}, true],
    ['the payer does not ask', { payer: PAYER }, false],
    ['massage alone', { blocks: [block('97124', 52)] }, false],
    ['manual therapy alone', { blocks: [block('97140', 52)] }, false],
    ['manual therapy earned no unit', { blocks: [block('97124', 30), block('97140', 3)] }, false],
    ['the service says it already', { blocks: [block('97124', 24, { modifiers: ['59'] }), block('97140', 28)] }, false],
    ['manual therapy was charged that day', { blocks: [block('97124', 24)], chargedEarlier: [earlier('97140', 15, 1)] }, true],
    ['manual therapy earned nothing that day', { blocks: [block('97124', 24)], chargedEarlier: [earlier('97140', 3, 0)] }, false],
  ] as const)('%s', (_, given, isAsked) => {
    expect(decide({ ...given, blocks: 'blocks' in given ? [...given.blocks] : apart }).sameDay !== null).toBe(isAsked)
  })

  it.each([
    ['massage has a region of its own', apart, [], ['regions', 'time', 'same']],
    ['massage stays within manual therapy', together, [], ['time', 'same']],
    ['the same regions', [block('97124', 24), block('97140', 28)], [], ['time', 'same']],
    ['no regions noted', [block('97124', 24, { regions: [] }), block('97140', 28, { regions: [] })], [], ['time', 'same']],
    ['manual therapy without regions', [block('97124', 24), block('97140', 28, { regions: [] })], [], ['time', 'same']],
    [
      'timers ran at the same time',
      [block('97124', 24, { spans: [at('10:00', '10:24')] }), block('97140', 28, { spans: [at('10:20', '10:48')] })],
      [],
      ['same'],
    ],
    [
      'one timer after the other',
      [block('97124', 24, { spans: [at('10:00', '10:24')] }), block('97140', 28, { spans: [at('10:24', '10:52')] })],
      [],
      ['time', 'same'],
    ],
    ['two visits, other regions', [block('97124', 24)], [earlier('97140', 15, 1, { regions: ['upper-back'] })], ['regions', 'time', 'same']],
    ['two visits, the same region', [block('97124', 24)], [earlier('97140', 15, 1, { regions: ['neck'] })], ['time', 'same']],
    ['two visits, regions not kept', [block('97124', 24)], [earlier('97140', 15, 1)], ['time', 'same']],
  ] as const)('%s: what can be answered', (_, blocks, chargedEarlier, expected) => {
    expect(possible({ blocks: [...blocks], chargedEarlier })).toEqual(expected)
  })
})

describe('the answer', () => {
  it.each([
    ['regions', 'XS', 'XS on massage: given to a region apart from manual therapy, answered by Ana Ruiz, Nov 19, 2026.'],
    ['time', 'XS', 'XS on massage: given at another time than manual therapy, answered by Ana Ruiz, Nov 19, 2026.'],
    ['same', '', 'No modifier on massage: not apart from manual therapy, so Cascadia Mutual may pay only one of the two, answered by Ana Ruiz, Nov 19, 2026.'],
  ] as const)('%s puts its modifier on massage alone and says so', (answer, modifier, sentence) => {
    const given = { sameDayAnswer: said(answer) }
    expect(modifiers(given)).toEqual({ 97124: modifier, 97140: '' })
    expect(decide(given).explanation).toContain(sentence)
    expect(decide(given).sameDay).toMatchObject({ answer, answeredWords: 'Ana Ruiz, Nov 19, 2026' })
  })

  it('is missing until given, and no longer counts where the note does not bear it out', () => {
    const open = 'Whether massage and manual therapy were apart is not answered, so massage has no modifier.'
    expect(modifiers({})).toEqual({ 97124: '', 97140: '' })
    expect(decide({}).explanation).toContain(open)
    const given = { blocks: together, sameDayAnswer: said('regions') }
    expect(modifiers(given)).toEqual({ 97124: '', 97140: '' })
    expect(decide(given).explanation).toContain(open)
  })

  it('goes before the payer’s own modifiers, so that it is not the one cut off', () => {
    const payer = { ...asking, sameDayModifier: '59' as const, autoModifiers: ['GP', 'GA', 'GY', '76'] }
    expect(modifiers({ payer, sameDayAnswer: said('time') })).toEqual({ 97124: '59 GP GA GY', 97140: 'GP GA GY 76' })
  })
})

describe('massage charged before manual therapy', () => {
  const blocks = [block('97140', 28)]
  it('says how the modifier still gets on the paper', () => {
    expect(decide({ blocks, chargedEarlier: [earlier('97124', 15, 1)] }).explanation).toContain('void INV-2026-0007 and check that visit out again')
  })
  it.each([
    ['it has the modifier', [earlier('97124', 15, 1, { modifiers: ['XS'] })]],
    ['it earned nothing', [earlier('97124', 5, 0)]],
  ])('says nothing where %s', (_, chargedEarlier) => {
    expect(decide({ blocks, chargedEarlier }).explanation).not.toContain('void')
  })
})

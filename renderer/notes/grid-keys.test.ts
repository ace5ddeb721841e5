import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextCell } from './grid-keys.ts'

const ROWS = [['left', 'right'], ['value'], [], ['left', 'right']]

it('goes down and up within a column, over rows without cells', () => {
  expect(nextCell(ROWS, { row: 0, cell: 1 }, 'Enter')).toEqual({ row: 1, cell: 0 })
  expect(nextCell(ROWS, { row: 1, cell: 0 }, 'ArrowDown')).toEqual({ row: 3, cell: 0 })
  expect(nextCell(ROWS, { row: 3, cell: 1 }, 'ArrowUp')).toEqual({ row: 1, cell: 0 })
  expect(nextCell(ROWS, { row: 0, cell: 0 }, 'ArrowUp')).toBeNull()
})

it('leaves the last row downwards', () => {
  expect(nextCell(ROWS, { row: 3, cell: 0 }, 'Enter')).toBe('below')
})

it('goes sideways within the row only', () => {
  expect(nextCell(ROWS, { row: 0, cell: 0 }, 'ArrowRight')).toEqual({ row: 0, cell: 1 })
  expect(nextCell(ROWS, { row: 0, cell: 1 }, 'ArrowRight')).toBeNull()
  expect(nextCell(ROWS, { row: 0, cell: 0 }, 'ArrowLeft')).toBeNull()
  expect(nextCell(ROWS, { row: 0, cell: 0 }, 'a')).toBeNull()
})

it('always leads to a cell that is there, and Enter comes to an end', () => {
  const row = fc.subarray(['left', 'right', 'value'])
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.nat(7), fc.nat(2), (rows, startRow, startCell) => {
      let spot = { row: startRow % rows.length, cell: startCell }
      for (let steps = 0; steps <= rows.length; steps += 1) {
        const next = nextCell(rows, spot, 'Enter')
        if (next === null || next === 'below') return
        expect(rows[next.row]?.[next.cell]).toBeDefined()
        spot = next
      }
      expect.fail('Enter goes in circles')
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { pathOperators } from './pdf-path.ts'

/** Numbers of the last operator. */
const end = (data: string) => (pathOperators(data).split('\n').at(-1) ?? '').split(' ').slice(0, -1).map(Number)

describe('SVG paths on paper', () => {
  it('moves, draws lines and closes, absolute and relative', () => {
    expect(pathOperators('M12 40L13,42.5l1-2H3v4Z')).toBe('12 40 m\n13 42.5 l\n14 40.5 l\n3 40.5 l\n3 44.5 l\nh')
  })

  it('takes more places after a move as lines, and small numbers with an exponent', () => {
    expect(pathOperators('m1 1 2 2 3,3')).toBe('1 1 m\n3 3 l\n6 6 l')
    expect(pathOperators('M1e1 5e-7L.5.5')).toBe('10 0 m\n0.5 0.5 l')
  })

  it('draws curves of one handle as curves of two', () => {
    expect(pathOperators('M0 0Q3 3 6 0')).toBe('0 0 m\n2 2 4 2 6 0 c')
    expect(pathOperators('M0 0c1 2 3 4 5 6')).toBe('0 0 m\n1 2 3 4 5 6 c')
  })

  it('draws a circle of two arcs through its four sides', () => {
    const curves = pathOperators('M10 0A10 10 0 1 1 -10 0A10 10 0 1 1 10 0').split('\n').slice(1)
    const ends = curves.map(curve => curve.split(' ').slice(4, 6).map(Number))
    expect(ends).toEqual([
      [0, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ])
  })

  it('makes radii that are too small just large enough', () => {
    expect(end('M0 0A1 1 0 0 0 10 0').slice(4)).toEqual([10, 0])
  })

  it('refuses what it cannot read', () => {
    expect(() => pathOperators('M0 0S1 1 2 2')).toThrow('no command S')
  })
})

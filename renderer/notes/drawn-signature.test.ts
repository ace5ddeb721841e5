import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DrawnSignature } from '../../shared/notes/schema.ts'
import { withPoint } from './drawn-signature.ts'

it('writes strokes as lines of whole numbers inside the field', () => {
  let path = withPoint('', { x: 12.4, y: 40.2 }, true)
  path = withPoint(path, { x: 13, y: 40 }, false)
  path = withPoint(path, { x: 20, y: 170 }, false)
  path = withPoint(path, { x: -5, y: 10 }, true)
  expect(path).toBe('M12 40L12 40L20 160M0 10L0 10')
})

it('is always a signature that can be kept, however long one draws', () => {
  const point = fc.record({ x: fc.double({ min: -1000, max: 2000, noNaN: true }), y: fc.double({ min: -1000, max: 2000, noNaN: true }), begins: fc.boolean() })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 200 }), points => {
      const drawn = points.reduce((path, { begins, ...at }) => withPoint(path, at, begins), '')
      expect(DrawnSignature.safeParse(drawn).success).toBe(true)
    }),
  )
  const scribble = Array.from({ length: 9000 }, (_, at) => at).reduce((path, at) => withPoint(path, { x: (at * 37) % 600, y: (at * 53) % 160 }, false), '')
  expect(DrawnSignature.safeParse(scribble).success).toBe(true)
})

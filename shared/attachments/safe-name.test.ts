import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileTypeOf } from './file-type.ts'
import { safeName } from './safe-name.ts'

it('keeps a name short in bytes, however long it was and whatever it was written in', () => {
  expect(safeName(`${'x'.repeat(300)}.pdf`, 'application/pdf')).toBe(`${'x'.repeat(150)}.pdf`)
  expect(safeName(`${'🦵'.repeat(300)}.png`, 'image/png')).toBe(`${'🦵'.repeat(37)}.png`)
})

it('makes any name at all safe to write into a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
      const kept = safeName(name, 'image/jpeg')
      expect(kept).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}]+\.jpg$/u)
      expect(kept).not.toMatch(/^[. ]/)
      expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(160)
      expect(safeName(kept, 'image/jpeg')).toBe(kept)
    }),
  )
})

it('tells a type of any bytes without stumbling', () => {
  const beginnings = fc.constantFrom('', '%PDF-1.7', '\x89PNG\r\n\x1A\n\0\0\0\rIHDR', '\xFF\xD8\xFF', '\xFF\xD8\xFF\xFF\xFF', 'PK', '\0\0\0\0ftypheic')
  fc.assert(
    fc.property(beginnings, fc.uint8Array({ maxLength: 80 }), (begins, rest) => {
      const bytes = Uint8Array.from([...Array.from(begins, letter => letter.charCodeAt(0)), ...rest])
      const type = fileTypeOf(bytes)
      if ('refusal' in type) expect(type.refusal).toMatch(/^(is|begins) /)
    }),
  )
})

it('refuses a picture whose dots would fill the memory', () => {
  const header = (width: number, height: number) => {
    const bytes = new Uint8Array(60)
    bytes.set(Array.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', letter => letter.charCodeAt(0)))
    new DataView(bytes.buffer).setUint32(16, width)
    new DataView(bytes.buffer).setUint32(20, height)
    bytes.set(
      Array.from('IEND', letter => letter.charCodeAt(0)),
      50,
    )
    return bytes
  }
  expect(fileTypeOf(header(10_200, 13_200))).toEqual({ mediaType: 'image/png' })
  expect(fileTypeOf(header(60_000, 60_000))).toEqual({ refusal: 'is a picture with too many dots to show. Scan it at 300 dpi' })
  expect(fileTypeOf(header(0, 60_000))).toHaveProperty('refusal')
})

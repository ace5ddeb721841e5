import { describe, expect, it } from 'vitest'
import { paperName } from './paper-name.ts'

describe('paperName', () => {
  it('names the paper and the patient', () => expect(paperName('SB-2026-0118', 'Reyes', 'Marisol')).toBe('SB-2026-0118 Reyes Marisol.pdf'))
  it('keeps accents', () => expect(paperName('SB-2026-0001', 'Núñez', 'Zoë')).toBe('SB-2026-0001 Núñez Zoë.pdf'))
  it('leaves out what a file system refuses', () => expect(paperName('SB-1', '../a/b\\c:d*?"<>|', 'e\u202Ef\u0000')).toBe('SB-1 .. a b c d e f.pdf'))
  it('keeps very long names short', () => expect(paperName('SB-1', 'x'.repeat(5000), '').length).toBe(124))
  it('never ends in a dot or space', () => expect(paperName('SB-1', 'Jr. . ', '')).toBe('SB-1 Jr.pdf'))
})

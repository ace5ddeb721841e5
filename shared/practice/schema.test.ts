import { describe, expect, it } from 'vitest'
import { Clinic } from './schema.ts'

const { logo } = Clinic.shape

describe('a clinic’s logo', () => {
  it('may be missing, a PNG or a JPEG', () => {
    for (const good of ['', 'data:image/png;base64,iVBORw0KGgoAAAAN', 'data:image/jpeg;base64,/9j/4AAQSkZJRg'])
      expect(logo.safeParse(good).success, good).toBe(true)
  })

  it('is refused in words when it only says that it is one', () => {
    for (const bad of ['data:image/png;base64,aGVsbG8=', 'data:image/jpeg;base64,iVBORw0KGgo', 'data:text/html,<b>', 'https://example.org/logo.png']) {
      const read = logo.safeParse(bad)
      expect(read.success, bad).toBe(false)
      expect(JSON.stringify(read.error?.issues), bad).toContain('Use a PNG or JPEG logo.')
    }
  })
})

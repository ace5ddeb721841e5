import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFonts } from './fonts.ts'
import { readBack } from './read-back.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { sampleSuperbill } from './superbill-samples.ts'

const fonts = await loadFonts(join(import.meta.dirname, '../../resources'))

/** What the pictures of a superbill with this logo say. */
async function altsWith(data: string): Promise<readonly string[]> {
  const letterhead = { ...sampleSuperbill().letterhead, logo: `data:image/png;base64,${data}` }
  const pdf = await drawSuperbill(sampleSuperbill({ letterhead }), { paperSize: 'letter', createdAt: new Date(0), fonts })
  return (await readBack(pdf)).alts
}

describe('the logo', () => {
  it('is printed with a description', async () => {
    const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=='
    expect(await altsWith(onePixel)).toEqual(['Logo of Juniper Hollow Massage Therapy'])
  })

  it.each([
    ['cut short', 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAE0lEQVR4nGPw8PD4D8IMMAYA'],
    ['too short to be a picture', 'AAAA'],
    ['a name without content', 'iVBORw0KGgo='],
  ])('is left out when %s', async (_, data) => {
    expect(await altsWith(data)).toEqual([])
  })
})

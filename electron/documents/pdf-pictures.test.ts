import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { placeOf, readPicture } from './pdf-pictures.ts'

/** A PNG with these raw lines, each beginning with its filter. */
function png(
  size: readonly [width: number, height: number],
  kind: { color: number; bits?: number; interlace?: number },
  lines: readonly (readonly number[])[],
  more: readonly Buffer[] = [],
): Buffer {
  const head = Buffer.from([0, 0, 0, size[0], 0, 0, 0, size[1], kind.bits ?? 8, kind.color, 0, 0, kind.interlace ?? 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)])
}

const samples = (content: Uint8Array | undefined) => (content ? [...inflateSync(content)] : [])

describe('a PNG logo', () => {
  it('is read line by line, whatever each line is a difference to', () => {
    const gray = png([3, 5], { color: 0 }, [
      [0, 10, 20, 30],
      [1, 1, 1, 1],
      [2, 5, 5, 5],
      [3, 1, 1, 1],
      [4, 1, 1, 1],
    ])
    const picture = readPicture(gray)
    expect(samples(picture.content)).toEqual([10, 20, 30, 1, 2, 3, 6, 7, 8, 4, 6, 8, 5, 7, 9])
    expect(picture.mask).toBeUndefined()
  })

  it('keeps how opaque each point is', () => {
    const picture = readPicture(png([2, 1], { color: 6 }, [[0, 1, 2, 3, 255, 4, 5, 6, 128]]))
    expect(samples(picture.content)).toEqual([1, 2, 3, 4, 5, 6])
    expect(samples(picture.mask?.content)).toEqual([255, 128])
  })

  it('unpacks places of a small palette, with its see-through color', () => {
    const palette = [chunk('PLTE', Buffer.from([255, 0, 0, 0, 0, 255])), chunk('tRNS', Buffer.from([0]))]
    const picture = readPicture(png([4, 1], { color: 3, bits: 1 }, [[0, 0b0110_0000]], palette))
    expect(picture.entries).toContain('/Indexed/DeviceRGB 1<ff00000000ff>')
    expect(samples(picture.content)).toEqual([0, 1, 1, 0])
    expect(samples(picture.mask?.content)).toEqual([0, 255, 255, 0])
  })

  it('puts interlaced points back in their places', () => {
    const picture = readPicture(
      png([2, 2], { color: 0, interlace: 1 }, [
        [0, 1],
        [0, 2],
        [0, 3, 4],
      ]),
    )
    expect(samples(picture.content)).toEqual([1, 2, 3, 4])
  })

  it('is refused when cut short or enormous', () => {
    expect(() => readPicture(png([3, 3], { color: 0 }, [[0, 1, 2, 3]]))).toThrow('cut short')
    const huge = png([1, 1], { color: 0 }, [[0, 1]])
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    expect(() => readPicture(huge)).toThrow('cannot be printed')
  })
})

describe('a JPEG logo', () => {
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 20, 0, 40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
  const exif = (orientation: number) => [
    0xff,
    0xe1,
    0,
    34,
    ...Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'),
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]

  it('is kept as it is, with its size and how the camera was held', () => {
    const picture = readPicture(Buffer.from([0xff, 0xd8, ...exif(6), ...frame, 0, 0]))
    expect([picture.width, picture.height, picture.orientation]).toEqual([40, 20, 6])
    expect(picture.entries).toContain('/DeviceRGB')
  })

  it('stands upright in its box', () => {
    const upright = readPicture(Buffer.from([0xff, 0xd8, ...frame, 0, 0]))
    expect(placeOf(upright, { x: 5, y: 10, fit: [40, 40] })).toBe('40 0 0 -20 5 30')
    const turned = readPicture(Buffer.from([0xff, 0xd8, ...exif(6), ...frame, 0, 0]))
    expect(placeOf(turned, { x: 5, y: 10, fit: [40, 40] })).toBe('0 40 20 0 5 10')
  })

  it('is refused when it is something else', () => {
    expect(() => readPicture(Buffer.from('GIF89a, or so they say'))).toThrow('no JPEG')
    expect(() => readPicture(Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0]))).toThrow('no JPEG')
  })
})

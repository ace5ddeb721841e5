import { inflateSync } from 'node:zlib'
import { deflated } from './pdf-objects.ts'
import type { Picture } from './pdf-pictures.ts'

/** What a PNG says of itself before its pixels. */
type Png = {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly color: number
  readonly isInterlaced: boolean
  readonly palette: Buffer | undefined
  readonly transparency: Buffer | undefined
  readonly pixels: Buffer
}

/** Samples of a pixel by the kind of color: gray, red-green-blue, place in the palette, gray and opacity, all four. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** The seven passes of an interlaced picture: first column and row, and steps to the next (PNG, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Reads a PNG. Throws when it is damaged or has more pixels than allowed. */
export function pngPicture(file: Buffer, mostPixels: number): Picture {
  const png = readPng(file)
  const channels = CHANNELS[png.color]
  if (!channels || png.width * png.height === 0 || png.width * png.height > mostPixels) throw new Error('This PNG cannot be printed.')
  const raw = inflateSync(png.pixels, { maxOutputLength: mostPixels * 9 })
  const samples = samplesOf(png, channels, raw)
  const colorChannels = channels % 2 === 0 ? channels - 1 : channels
  const colors = Buffer.alloc(png.width * png.height * colorChannels)
  const opacity = Buffer.alloc(png.width * png.height, 255)
  for (let pixel = 0; pixel < opacity.length; pixel++) {
    samples.copy(colors, pixel * colorChannels, pixel * channels, pixel * channels + colorChannels)
    opacity[pixel] =
      channels === colorChannels ? opacityOf(png, samples.subarray(pixel * channels, (pixel + 1) * channels)) : (samples[(pixel + 1) * channels - 1] ?? 255)
  }
  const space =
    png.color === 3
      ? `[/Indexed/DeviceRGB ${(png.palette?.length ?? 3) / 3 - 1}<${png.palette?.toString('hex') ?? '000000'}>]`
      : colorChannels === 1
        ? '/DeviceGray'
        : '/DeviceRGB'
  const picture: Picture = {
    width: png.width,
    height: png.height,
    orientation: 1,
    entries: `/BitsPerComponent 8/ColorSpace${space}`,
    content: deflated(colors),
    filter: 'FlateDecode',
  }
  const isOpaque = opacity.every(value => value === 255)
  return isOpaque ? picture : { ...picture, mask: { entries: '/BitsPerComponent 8/ColorSpace/DeviceGray', content: deflated(opacity), filter: 'FlateDecode' } }
}

function readPng(file: Buffer): Png {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    chunks.set(name, [...(chunks.get(name) ?? []), file.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const head = chunks.get('IHDR')?.[0]
  if (!head) throw new Error('This is no PNG.')
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits: head.readUInt8(8),
    color: head.readUInt8(9),
    isInterlaced: head.readUInt8(12) === 1,
    palette: chunks.get('PLTE')?.[0],
    transparency: chunks.get('tRNS')?.[0],
    pixels: Buffer.concat(chunks.get('IDAT') ?? []),
  }
}

/** All samples in their places, one byte each. */
function samplesOf(png: Png, channels: number, raw: Buffer): Buffer {
  const samples = Buffer.alloc(png.width * png.height * channels)
  let at = 0
  for (const [left, top, stepX, stepY] of png.isInterlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((png.width - left) / stepX)
    const lineLength = Math.ceil((columns * channels * png.bits) / 8)
    let above: Buffer = Buffer.alloc(lineLength)
    for (let y = top; y < png.height && columns > 0; y += stepY) {
      if (at + 1 + lineLength > raw.length) throw new Error('This PNG is cut short.')
      const line = unfiltered(raw.readUInt8(at), { line: raw.subarray(at + 1, at + 1 + lineLength), above, step: Math.max(1, (channels * png.bits) / 8) })
      for (let i = 0; i < columns * channels; i++)
        samples[(y * png.width + left + Math.floor(i / channels) * stepX) * channels + (i % channels)] = sampleAt(png, line, i)
      above = line
      at += 1 + lineLength
    }
  }
  return samples
}

function sampleAt({ bits, color }: Png, line: Buffer, index: number): number {
  if (bits >= 8) return line[(index * bits) / 8] ?? 0
  const most = 2 ** bits - 1
  const value = ((line[Math.floor((index * bits) / 8)] ?? 0) >> (8 - bits - ((index * bits) % 8))) & most
  return color === 3 ? value : Math.round((value * 255) / most)
}

/** A line as it was before each byte was written as a difference to its neighbours (PNG, 9.2). */
function unfiltered(filter: number, { line, above, step }: { line: Buffer; above: Buffer; step: number }): Buffer {
  const plain = Buffer.alloc(line.length)
  for (const [i, byte] of line.entries()) {
    const [left, up, corner] = [plain[i - step] ?? 0, above[i] ?? 0, above[i - step] ?? 0]
    plain[i] = byte + (filter === 4 ? nearest(left, up, corner) : ([0, left, up, (left + up) >> 1][filter] ?? 0))
  }
  return plain
}

function nearest(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

/** Pictures without a channel for it may name one color, or some of the palette, as see-through. */
function opacityOf({ color, transparency, bits }: Png, pixel: Buffer): number {
  if (!transparency) return 255
  if (color === 3) return transparency[pixel[0] ?? 0] ?? 255
  const isNamed = pixel.every(
    (sample, channel) => sample === (bits === 16 ? transparency[channel * 2] : Math.round(((transparency[channel * 2 + 1] ?? 0) * 255) / (2 ** bits - 1))),
  )
  return isNamed ? 0 : 255
}

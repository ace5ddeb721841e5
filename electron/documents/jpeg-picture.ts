import type { Picture } from './pdf-pictures.ts'

/** Frames of all ways to code a JPEG; C4, C8 and CC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const COLORS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]' }

/** A JPEG as it is: a PDF’s reader reads it itself. Throws when it is none. */
export function jpegPicture(bytes: Buffer): Picture {
  let orientation = 1
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error('This is no JPEG.')
  for (let at = 2; at + 4 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker === 0xffe1) orientation = orientationIn(bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2))) ?? orientation
    if (marker >> 8 !== 0xff || !isFrame(marker & 0xff)) continue
    const [bits, height, width] = [bytes.readUInt8(at + 4), bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
    const color = COLORS[bytes.readUInt8(at + 9)]
    if (!color || width === 0 || height === 0) break
    return { width, height, orientation, entries: `/BitsPerComponent ${bits}/ColorSpace${color}`, content: bytes, filter: 'DCTDecode' }
  }
  throw new Error('This is no JPEG.')
}

/** How the camera was held: tag 0x0112 of the first directory (EXIF 2.3). */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 16) return undefined
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let i = 0; i < short(directory); i++) {
    const entry = directory + 2 + i * 12
    const value = short(entry + 8)
    if (short(entry) === 0x0112) return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

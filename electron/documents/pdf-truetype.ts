/** The tables of a TrueType file by name. */
export type TrueType = ReadonlyMap<string, Buffer>

/** Flags of a part of a composite glyph (OpenType, glyf table). */
const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080
const INSTRUCTIONS = 0x0100

/** Reads the tables of a TrueType file. Throws when it is none. */
export function readTrueType(file: Buffer): TrueType {
  if (file.readUInt32BE(0) !== 0x00010000) throw new Error('The papers’ fonts must be TrueType files.')
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + i * 16)
  return new Map(
    entries.map(at => [file.toString('latin1', at, at + 4), file.subarray(file.readUInt32BE(at + 8), file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12))]),
  )
}

/** A table that the file must have. */
export function tableOf(font: TrueType, name: string): Buffer {
  const table = font.get(name)
  if (!table) throw new Error(`The font has no table ${name}.`)
  return table
}

/**
 * A font file with these glyphs only, in this order after the box for missing ones; parts of composite glyphs follow. Without hints for coarse screens,
 * which a PDF’s reader does not use: half the size.
 */
export function subsetOf(font: TrueType, glyphs: readonly number[]): Uint8Array {
  const kept = [0, ...glyphs]
  const placed = new Map(kept.map((glyph, i) => [glyph, i]))
  const place = (glyph: number) => {
    const known = placed.get(glyph)
    if (known !== undefined) return known
    placed.set(glyph, kept.length)
    return kept.push(glyph) - 1
  }
  const outlines: Buffer[] = []
  // Grows while parts are found.
  for (let i = 0; i < kept.length; i++) outlines.push(outlineOf(font, kept[i] ?? 0, place))
  return fileOf([
    ['glyf', Buffer.concat(outlines)],
    ['head', patched(tableOf(font, 'head'), [[50, 1]])],
    ['hhea', patched(tableOf(font, 'hhea'), [[34, kept.length]])],
    ['hmtx', Buffer.concat(kept.map(glyph => metricsOf(font, glyph)))],
    ['loca', offsetsOf(outlines)],
    ['maxp', withoutPrograms(patched(tableOf(font, 'maxp'), [[4, kept.length]]))],
  ])
}

/** Advance width of a glyph, in units of the font. */
export const advanceOf = (font: TrueType, glyph: number): number => metricsOf(font, glyph).readUInt16BE(0)

function metricsOf(font: TrueType, glyph: number): Buffer {
  const metrics = tableOf(font, 'hmtx')
  const full = tableOf(font, 'hhea').readUInt16BE(34)
  if (glyph < full) return metrics.subarray(glyph * 4, glyph * 4 + 4)
  const bearing = full * 4 + (glyph - full) * 2
  return Buffer.concat([metrics.subarray((full - 1) * 4, (full - 1) * 4 + 2), metrics.subarray(bearing, bearing + 2)])
}

function outlineOf(font: TrueType, glyph: number, place: (part: number) => number): Buffer {
  const places = tableOf(font, 'loca')
  const isLong = tableOf(font, 'head').readInt16BE(50) === 1
  const at = (index: number) => (isLong ? places.readUInt32BE(index * 4) : places.readUInt16BE(index * 2) * 2)
  const outline = tableOf(font, 'glyf').subarray(at(glyph), at(glyph + 1))
  if (outline.length === 0) return outline
  const bare = outline.readInt16BE(0) < 0 ? composite(outline, place) : withoutInstructions(outline)
  return Buffer.concat([bare, Buffer.alloc(-bare.length & 3)])
}

function withoutInstructions(outline: Buffer): Buffer {
  const lengthAt = 10 + outline.readInt16BE(0) * 2
  return Buffer.concat([outline.subarray(0, lengthAt), Buffer.alloc(2), outline.subarray(lengthAt + 2 + outline.readUInt16BE(lengthAt))])
}

function composite(outline: Buffer, place: (part: number) => number): Buffer {
  const bare = Buffer.from(outline)
  let at = 10
  for (let flags = MORE; flags & MORE; ) {
    flags = bare.readUInt16BE(at)
    bare.writeUInt16BE(flags & ~INSTRUCTIONS, at)
    bare.writeUInt16BE(place(bare.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
  }
  return bare.subarray(0, at)
}

function offsetsOf(outlines: readonly Buffer[]): Buffer {
  const offsets = Buffer.alloc((outlines.length + 1) * 4)
  let at = 0
  for (const [i, outline] of outlines.entries()) {
    at += outline.length
    offsets.writeUInt32BE(at, (i + 1) * 4)
  }
  return offsets
}

function patched(table: Buffer, changes: readonly (readonly [at: number, value: number])[]): Buffer {
  const copy = Buffer.from(table)
  for (const [at, value] of changes) copy.writeUInt16BE(value, at)
  return copy
}

/** The most storage, functions and instructions of hints: none are left. */
const withoutPrograms = (maxp: Buffer): Buffer =>
  maxp.length < 32
    ? maxp
    : patched(
        maxp,
        [14, 16, 18, 20, 22, 24, 26].map(at => [at, at === 14 ? 1 : 0]),
      )

function fileOf(tables: readonly (readonly [name: string, content: Buffer])[]): Uint8Array {
  const head = Buffer.alloc(12 + tables.length * 16)
  const steps = Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(0x00010000, 0)
  for (const [i, value] of [tables.length, 2 ** steps * 16, steps, (tables.length - 2 ** steps) * 16].entries()) head.writeUInt16BE(value, 4 + i * 2)
  const parts = [head]
  let length = head.length
  for (const [i, [name, content]] of tables.entries()) {
    const at = 12 + i * 16
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)])
    head.write(name, at, 'latin1')
    head.writeUInt32BE(checksumOf(padded), at + 4)
    head.writeUInt32BE(length, at + 8)
    head.writeUInt32BE(content.length, at + 12)
    parts.push(padded)
    length += padded.length
  }
  return Buffer.concat(parts)
}

function checksumOf(content: Buffer): number {
  let sum = 0
  for (let at = 0; at < content.length; at += 4) sum = (sum + content.readUInt32BE(at)) >>> 0
  return sum
}

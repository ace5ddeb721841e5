import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { ref } from './pdf-syntax.ts'

/** What the end of a file names: its catalog and its facts. */
export type FileEnds = { readonly root: number; readonly info: number }

/** The numbered objects of a PDF in the making. An object is put once, in any order; what refers to it only needs its number. */
export type PdfObjects = {
  /** A number for an object still to come. */
  reserve(): number
  put(id: number, body: string): void
  /** A compressed stream; `entries` stand in its dictionary besides filter and length. */
  putStream(id: number, entries: string, content: Uint8Array): void
  /** The same for content that was deflated before, or is compressed another way as `filter` says. */
  putPacked(id: number, entries: string, content: Uint8Array, filter?: string): void
  /** A stream as it is, for programs that look for it without reading the rest. */
  putPlain(id: number, entries: string, content: Uint8Array): void
  /** The finished file. */
  close(ends: FileEnds): Uint8Array
}

/** Objects of one pack: many compress well together, and a reader unpacks them all to reach one. */
const IN_A_PACK = 500
/** Fast: what is packed repeats itself so much that more effort saves little. */
const EFFORT = { level: 4 }
const MOST_EFFORT = { level: 9 }
const HEADER = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')

/** Compresses for a PDF; what is kept and used by every paper as small as it gets. */
export const deflated = (content: Uint8Array, isKept = false): Uint8Array => deflateSync(content, isKept ? MOST_EFFORT : EFFORT)

/**
 * Starts a file. Small objects (most of them say which cell is which to a screen reader) are packed into compressed streams, with a compressed table of
 * places: half the size (ISO 32000-1, 7.5.7 and 7.5.8).
 */
export function startObjects(): PdfObjects {
  const parts: Uint8Array[] = [HEADER]
  let length = HEADER.length
  const places: Place[] = [{ kind: 0, first: 0, second: 65_535 }]
  let pack: { id: number; body: string }[] = []
  const write = (part: Uint8Array) => {
    parts.push(part)
    length += part.length
  }
  const reserve = () => places.push({ kind: 0, first: 0, second: 0 }) - 1
  const putPlain = (id: number, entries: string, content: Uint8Array) => {
    places[id] = { kind: 1, first: length, second: 0 }
    write(Buffer.from(`${id} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`, 'latin1'))
    write(content)
    write(END)
  }
  const putPacked = (id: number, entries: string, content: Uint8Array, filter = 'FlateDecode') => putPlain(id, `${entries}/Filter/${filter}`, content)
  const flush = () => {
    if (pack.length === 0) return
    const id = reserve()
    for (const [i, object] of pack.entries()) places[object.id] = { kind: 2, first: id, second: i }
    const { head, bodies } = packOf(pack)
    putPacked(id, `/Type/ObjStm/N ${pack.length}/First ${head.length}`, deflated(Buffer.from(head + bodies, 'latin1')))
    pack = []
  }
  const close = (ends: FileEnds) => {
    flush()
    const at = length
    const id = reserve()
    places[id] = { kind: 1, first: at, second: 0 }
    const fileId = fingerprint(parts)
    putPacked(
      id,
      `/Type/XRef/Size ${places.length}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root ${ref(ends.root)}/Info ${ref(ends.info)}/ID[<${fileId}><${fileId}>]`,
      deflated(tableOf(places)),
    )
    write(Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'))
    return joined(parts, length)
  }
  return {
    reserve,
    put: (id, body) => {
      pack.push({ id, body })
      if (pack.length >= IN_A_PACK) flush()
    },
    putStream: (id, entries, content) => putPacked(id, entries, deflated(content)),
    putPacked,
    putPlain,
    close,
  }
}

/** Where a reader finds an object: nowhere, at a place in the file, or at a position inside a pack. */
type Place = { readonly kind: 0 | 1 | 2; readonly first: number; readonly second: number }

const END = Buffer.from('\nendstream\nendobj\n', 'latin1')

/** First the numbers and places of the objects, then their bodies. */
function packOf(objects: readonly { readonly id: number; readonly body: string }[]): { head: string; bodies: string } {
  let head = ''
  let bodies = ''
  for (const { id, body } of objects) {
    head += `${id} ${bodies.length} `
    bodies += `${body}\n`
  }
  return { head, bodies }
}

/** Each row is written as its difference to the row above (predictor 12), after the kind of difference: places count up, so little is left. */
function tableOf(places: readonly Place[]): Buffer {
  const rows = Buffer.alloc(places.length * 7)
  for (const [id, { kind, first, second }] of places.entries()) {
    rows.writeUInt8(kind, id * 7)
    rows.writeUInt32BE(first, id * 7 + 1)
    rows.writeUInt16BE(second, id * 7 + 5)
  }
  const table = Buffer.alloc(places.length * 8)
  for (let at = 0; at < rows.length; at++) table[at + Math.floor(at / 7) + 1] = (rows[at] ?? 0) - (rows[at - 7] ?? 0)
  for (let row = 0; row < places.length; row++) table[row * 8] = 2
  return table
}

/** Names the file by its content, so that the same content has the same name. */
function fingerprint(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const file = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}

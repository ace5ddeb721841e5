import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** What pdfkit writes, object by object, gathered into a small file. */
export type PdfFile = {
  /** Takes the next piece that pdfkit writes: words, or the content of a stream. */
  take(piece: string | Uint8Array): void
  /** The finished file, once pdfkit wrote its end. */
  whole(): Uint8Array
}

/** Objects of one pack: many compress well together, and a reader unpacks them all to reach one. */
const IN_A_PACK = 500
/** Fast: papers repeat themselves so much that more effort saves little. */
const EFFORT = { level: 1 }
const HEADER = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')
const END = Buffer.from('\nendstream\nendobj\n', 'latin1')

/** Where a reader finds an object: at a place in the file, or at a position inside a pack. */
type Place = { readonly kind: 1 | 2; readonly first: number; readonly second: number }
type Pack = { readonly ids: readonly number[]; readonly head: number; readonly content: Uint8Array }
type Small = { readonly id: number; readonly body: string }

/**
 * Gathers what pdfkit writes. Small objects (most of them say which cell is which to a screen reader) are packed into compressed streams, with a compressed
 * table of places: half the size (ISO 32000-1, 7.5.7 and 7.5.8). Expects what pdfkit writes: its pieces in its order, no encryption.
 */
export function startFile(): PdfFile {
  const parts: Uint8Array[] = [HEADER]
  const places = new Map<number, Place>()
  const packs: Pack[] = []
  let length = HEADER.length
  let small: Small[] = []
  let id = 0
  let body = ''
  let content: Uint8Array | undefined
  let trailer = ''
  const write = (part: Uint8Array) => {
    parts.push(part)
    length += part.length
  }
  const putStream = (of: number, entries: string, stream: Uint8Array) => {
    places.set(of, { kind: 1, first: length, second: 0 })
    write(Buffer.from(`${of} 0 obj\n<<${entries}/Length ${stream.length}>>\nstream\n`, 'latin1'))
    write(stream)
    write(END)
  }
  const putSmall = (object: Small) => {
    small.push(object)
    if (small.length >= IN_A_PACK) closePack()
  }
  const closePack = () => {
    if (small.length > 0) packs.push(packOf(small))
    small = []
  }
  const endObject = () => {
    if (content) putStream(id, ...streamOf(body, content))
    else putSmall({ id, body })
    id = 0
  }
  const take = (piece: string | Uint8Array) => {
    if (typeof piece !== 'string') content = id === 0 ? undefined : piece
    else if (id === 0) {
      const [, number] = /^(\d+) 0 obj$/.exec(piece) ?? []
      if (number !== undefined) [id, body, content] = [Number(number), '', undefined]
      else if (piece.startsWith('<<')) trailer = piece
    } else if (body === '') body = piece
    else if (piece === 'endobj') endObject()
  }
  const whole = () => {
    closePack()
    let next = Math.max(0, ...places.keys(), ...packs.flatMap(({ ids }) => ids)) + 1
    for (const { ids, head, content: packed } of packs) {
      for (const [at, one] of ids.entries()) places.set(one, { kind: 2, first: next, second: at })
      putStream(next, `/Type/ObjStm/N ${ids.length}/First ${head}/Filter/FlateDecode`, packed)
      next += 1
    }
    const at = length
    places.set(next, { kind: 1, first: at, second: 0 })
    putStream(
      next,
      `/Type/XRef/Size ${next + 1}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>${endsOf(trailer, parts)}/Filter/FlateDecode`,
      tableOf(places, next + 1),
    )
    write(Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'))
    return new Uint8Array(Buffer.concat(parts))
  }
  return { take, whole }
}

/** The entries and the content of a stream, compressed unless it is already. What the file says about itself stays readable for programs that sort files. */
function streamOf(body: string, content: Uint8Array): [string, Uint8Array] {
  const entries = body
    .slice(2, -2)
    .replace(/\s*\/Length \d+/, '')
    .trim()
  const staysPlain = entries.includes('/Filter') || entries.includes('/Metadata')
  return staysPlain ? [entries, content] : [`${entries}/Filter/FlateDecode`, deflateSync(content, EFFORT)]
}

/** First the numbers and places of the objects, then their bodies. */
function packOf(objects: readonly Small[]): Pack {
  let head = ''
  let bodies = ''
  for (const { id, body } of objects) {
    head += `${id} ${bodies.length} `
    bodies += `${body}\n`
  }
  return { ids: objects.map(({ id }) => id), head: head.length, content: deflateSync(Buffer.from(head + bodies, 'latin1'), EFFORT) }
}

/** The catalog and the facts that pdfkit’s trailer names, and a name for the file by its content: the same content has the same name. */
function endsOf(trailer: string, parts: readonly Uint8Array[]): string {
  const [root, info] = [/\/Root (\d+ 0 R)/, /\/Info (\d+ 0 R)/].map(entry => entry.exec(trailer)?.[1] ?? '')
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const name = hash.digest('hex').slice(0, 32)
  return `/Root ${root}/Info ${info}/ID[<${name}><${name}>]`
}

/** Each row is written as its difference to the row above (predictor 12), after the kind of difference: places count up, so little is left. */
function tableOf(places: ReadonlyMap<number, Place>, size: number): Uint8Array {
  const rows = Buffer.alloc(size * 7)
  rows.writeUInt16BE(65_535, 5)
  for (const [id, { kind, first, second }] of places) {
    rows.writeUInt8(kind, id * 7)
    rows.writeUInt32BE(first, id * 7 + 1)
    rows.writeUInt16BE(second, id * 7 + 5)
  }
  const table = Buffer.alloc(size * 8)
  for (let at = 0; at < rows.length; at++) table[at + Math.floor(at / 7) + 1] = (rows[at] ?? 0) - (rows[at - 7] ?? 0)
  for (let row = 0; row < size; row++) table[row * 8] = 2
  return deflateSync(table, EFFORT)
}

import { deflateSync } from 'node:zlib'

/** One object of a PDF file: its number, its whole text in the file, and where that text begins. */
type PdfObject = { readonly id: number; readonly bytes: Buffer; readonly at: number }

/** Where a reader finds an object: at a place in the file, or at a position inside the pack. */
type Entry = { readonly kind: 1 | 2; readonly first: number; readonly second: number }

/**
 * Packs the small objects of a finished PDF (most of them say which cell is which to a screen reader) into one compressed stream, with a compressed table of
 * places: half the size (ISO 32000-1, 7.5.7 and 7.5.8). Expects what pdfkit writes: one classic table, no earlier versions, no encryption.
 */
export function packed(file: Uint8Array): Uint8Array {
  const pdf = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 64))?.[1])
  const [table, trailer] = pdf.toString('latin1', tableAt).split('trailer')
  const objects = objectsOf(pdf, table ?? '', tableAt)
  const small = objects.filter(({ bytes }) => !bytes.subarray(-20).includes('endstream'))
  const packId = objects.length + 1
  const pack = packOf(packId, small)
  const entries = new Map<number, Entry>(small.map(({ id }, i) => [id, { kind: 2, first: packId, second: i }]))
  const parts: Buffer[] = [pdf.subarray(0, objects[0]?.at ?? 0)]
  let length = parts[0]?.length ?? 0
  for (const { id, bytes } of [...objects.filter(object => !entries.has(object.id)), { id: packId, bytes: pack }]) {
    entries.set(id, { kind: 1, first: length, second: 0 })
    parts.push(bytes)
    length += bytes.length
  }
  return new Uint8Array(Buffer.concat([...parts, placesOf(entries, { id: packId + 1, at: length, trailer: trailer ?? '' })]))
}

/** The objects in the order they stand in the file. */
function objectsOf(pdf: Buffer, table: string, end: number): PdfObject[] {
  const places = [...table.matchAll(/(\d{10}) 00000 n/g)].map((match, i) => ({ id: i + 1, at: Number(match[1]) })).toSorted((a, b) => a.at - b.at)
  return places.map(({ id, at }, i) => ({ id, at, bytes: pdf.subarray(at, places[i + 1]?.at ?? end) }))
}

/** One stream with all small objects: first their numbers and places, then their bodies. */
function packOf(id: number, objects: readonly PdfObject[]): Buffer {
  const bodies = objects.map(({ bytes }) =>
    bytes
      .toString('latin1')
      .replace(/^\d+ 0 obj\s+/, '')
      .replace(/\s+endobj\s*$/, ''),
  )
  let at = 0
  const index = objects.map((object, i) => {
    const entry = `${object.id} ${at}`
    at += (bodies[i] ?? '').length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const content = deflateSync(Buffer.from(head + bodies.join('\n'), 'latin1'))
  return streamObject(id, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, content)
}

/** The table of places as a stream, with what the trailer said, and the end of the file. */
function placesOf(entries: ReadonlyMap<number, Entry>, { id, at, trailer }: { id: number; at: number; trailer: string }): Buffer {
  const rows = Buffer.alloc((id + 1) * 7)
  rows.writeUInt16BE(0xffff, 5)
  for (const [number, { kind, first, second }] of [...entries, [id, { kind: 1, first: at, second: 0 }]] as const) {
    rows.writeUInt8(kind, number * 7)
    rows.writeUInt32BE(first, number * 7 + 1)
    rows.writeUInt16BE(second, number * 7 + 5)
  }
  const said = ['Root', 'Info'].map(key => new RegExp(`/${key} \\d+ 0 R`).exec(trailer)?.[0] ?? '').join(' ')
  const fileId = /\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? ''
  const places = streamObject(id, `/Type /XRef /Size ${id + 1} /W [1 4 2] ${said} ${fileId}`, deflateSync(rows))
  return Buffer.concat([places, Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1')])
}

function streamObject(id: number, entries: string, content: Buffer): Buffer {
  const head = `${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${content.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), content, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}

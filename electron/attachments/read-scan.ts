import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileTypeOf } from '../../shared/attachments/file-type.ts'
import { safeName } from '../../shared/attachments/safe-name.ts'
import { type Attachment, LARGEST_ATTACHMENT } from '../../shared/attachments/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'

/** A file read whole and known for what it is. */
export type Scan = Pick<Attachment, 'name' | 'mediaType' | 'bytes'> & { readonly content: Uint8Array; readonly sha256: string }

/** The name of a file in a sentence: its last part, without what could turn or hide the words around it. */
const called = (path: string) => {
  const name = basename(path)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  const letters = Array.from(name)
  return `“${letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : name}”`
}
const refuse = (sentence: string) => new DomainError('invalid_input', `${sentence} Nothing was attached.`)

/**
 * Reads a file to be attached: PDF, JPEG or PNG by its content, up to 20 MB. Asks for its size first, so that a huge one is never read.
 * Throws `invalid_input` or `storage` with a sentence about what it is instead.
 */
export async function readScan(path: string): Promise<Scan> {
  const content = await readWhole(path)
  const type = fileTypeOf(content)
  if ('refusal' in type) throw refuse(`${called(path)} ${type.refusal}.`)
  return {
    name: safeName(path, type.mediaType),
    mediaType: type.mediaType,
    bytes: content.length,
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    // Asked before opening: opening a pipe would wait for its other end.
    refuseUnlessFile(path, await stat(path))
    file = await open(path, 'r')
    const facts = await file.stat()
    refuseUnlessFile(path, facts)
    const content = await readUpTo(file, LARGEST_ATTACHMENT + 1)
    if (content.length > LARGEST_ATTACHMENT) throw tooBig(path, content.length)
    if (content.length < facts.size) throw new DomainError('storage', `${called(path)} changed while it was read. Attach it again. Nothing was attached.`)
    return content
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError(
      'storage',
      `${called(path)} cannot be read. Check that the file is still there and may be opened, then try again. Nothing was attached.`,
    )
  } finally {
    await file?.close()
  }
}

function refuseUnlessFile(path: string, facts: { isDirectory(): boolean; isFile(): boolean; size: number }) {
  if (facts.isDirectory()) throw refuse(`${called(path)} is a folder. Choose the file in it.`)
  if (!facts.isFile()) throw refuse(`${called(path)} is not a file that can be kept.`)
  if (facts.size === 0) throw refuse(`${called(path)} is empty. Scan or save it again.`)
  if (facts.size > LARGEST_ATTACHMENT) throw tooBig(path, facts.size)
}

// A file may grow between its size and its reading: never more than one byte past the limit is taken.
async function readUpTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  const room = Buffer.alloc(Math.min(size + 1, most))
  let filled = 0
  while (filled < room.length) {
    const { bytesRead } = await file.read(room, filled, room.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return room.subarray(0, filled)
}

function tooBig(path: string, bytes: number) {
  const megabytes = bytes / 1024 / 1024
  const size = megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : megabytes < 20.1 ? 'more than 20 MB' : `${megabytes.toFixed(1)} MB`
  return refuse(`${called(path)} has ${size}; a scan may have up to 20 MB. Scan it in black and white or at 300 dpi.`)
}

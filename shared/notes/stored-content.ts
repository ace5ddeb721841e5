import { NoteContent } from './schema.ts'

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const eachOf = (value: unknown, upgrade: (entry: unknown) => unknown): unknown => (Array.isArray(value) ? value.map(upgrade) : value)

/**
 * Reads a note as it was saved, also by an older Myodesk: parts that did not exist then are empty, a technique kept as a word becomes one without
 * place, minutes or response. Signed notes are read so and never rewritten: their hash stands over the words as they were saved.
 */
export function readStoredContent(stored: unknown): NoteContent {
  if (!isObject(stored)) return NoteContent.parse(stored)
  const screening = isObject(stored.screening) ? { found: [], temperature: null, isWithheld: false, ...stored.screening } : stored.screening
  return NoteContent.parse({
    strength: [],
    posture: [],
    specialTests: [],
    marks: [],
    scores: [],
    ...stored,
    screening,
    blocks: eachOf(stored.blocks, block),
  })
}

/** Reads the service blocks alone, where the rest of a note is not asked for. */
export const readStoredBlocks = (stored: unknown): NoteContent['blocks'] => NoteContent.shape.blocks.parse(eachOf(stored, block))

function block(stored: unknown): unknown {
  if (!isObject(stored)) return stored
  return { spans: [], ...stored, techniques: eachOf(stored.techniques, technique) }
}

const technique = (stored: unknown) => (typeof stored === 'string' ? { name: stored, sites: [], minutes: null, response: '' } : stored)

import { USUAL_SECTIONS } from './letter-wording.ts'
import { ProgressLetter } from './progress-letter.ts'
import { LetterWording } from './schema.ts'

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a letter as it was frozen, also by an older Myodesk: parts that did not exist then are empty, so that it prints as it was sent. What is
 * frozen is never rewritten.
 */
export function readStoredLetter(stored: unknown): ProgressLetter {
  if (!isObject(stored)) return ProgressLetter.parse(stored)
  const { painTrend, reply } = stored
  return ProgressLetter.parse({
    layout: 1,
    bodyChart: null,
    screening: '',
    goalMeasures: [],
    ...stored,
    painTrend: isObject(painTrend) ? { band: null, ...painTrend } : painTrend,
    reply: isObject(reply) ? { otherwise: 'Noted, nothing further needed', ...reply } : reply,
  })
}

/** Reads the words of a draft, also of one begun with an older Myodesk. */
export function readStoredWording(stored: unknown): LetterWording {
  return LetterWording.parse(isObject(stored) ? { screening: '', sections: USUAL_SECTIONS, ...stored } : stored)
}

import { z } from 'zod'

// Direction overrides and unpaired halves of characters would print as something else than was typed.
const HIDDEN = /[\u202A-\u202E\uFEFF\uFFFD]/g
const CONTROLS = /[\p{Cc}--[\n\t]]/gv

/** Text without what cannot be seen or printed: control characters, direction overrides, halves of characters. Line ends become `\n`. */
const printable = (text: string) => text.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROLS, '').replace(HIDDEN, '')
/** The same in one line, with single spaces. */
const inOneLine = (text: string) => printable(text).replace(/\s+/g, ' ').trim()

// Zero-width characters belong to many scripts, but alone they look like nothing at all.
const SEEN = /[^\p{Cf}\p{Z}\p{M}]/u

/** A required line of text with something to be seen in it, trimmed, at most `max` characters. `what` names it in the refusal: "Enter the last name." */
export const line = (what: string, max = 120) =>
  z
    .string()
    .overwrite(inOneLine)
    .min(1, `Enter ${what}.`)
    .max(max, `Keep ${what} under ${max + 1} characters.`)
    .refine(text => text === '' || SEEN.test(text), `Enter ${what}.`)

/** A line that may be empty. */
export const optionalLine = (max = 120) =>
  z
    .string()
    .overwrite(inOneLine)
    .max(max, `Keep this under ${max + 1} characters.`)

/** Free text over several lines; may be empty. */
export const prose = (max = 8000) =>
  z
    .string()
    .overwrite(printable)
    .max(max, `Keep this under ${max + 1} characters.`)

/** The first words of a text, at most `max` characters, ended with `…` where words were left out. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > max / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s\uD800-\uDBFF]+$/, '')}…`
}

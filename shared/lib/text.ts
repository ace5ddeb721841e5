import { z } from 'zod'

/** A required line of text, trimmed, at most `max` characters. `what` names it in the refusal: "Enter the last name." */
export const line = (what: string, max = 120) =>
  z
    .string()
    .trim()
    .min(1, `Enter ${what}.`)
    .max(max, `Keep ${what} under ${max + 1} characters.`)

/** A line that may be empty. */
export const optionalLine = (max = 120) =>
  z
    .string()
    .trim()
    .max(max, `Keep this under ${max + 1} characters.`)

/** Free text over several lines; may be empty. */
export const prose = (max = 8000) => z.string().max(max, `Keep this under ${max + 1} characters.`)

/** The first words of a text, at most `max` characters, ended with `…` where words were left out. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > max / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s\uD800-\uDBFF]+$/, '')}…`
}

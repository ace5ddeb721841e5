/** A number as PDF writes it, to a hundred-thousandth. Throws for what is no number: a paper with it would not open. */
export function num(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const rounded = Math.round(value * 1e5) / 1e5
  // Beyond these, JavaScript would write an exponent, which PDF does not read.
  if (!(rounded > -1e15 && rounded < 1e15)) throw new RangeError(`${value} has no place on paper.`)
  const written = String(rounded)
  return written.includes('e') ? rounded.toFixed(5) : written
}

/** A reference to an object by its number. */
export const ref = (id: number): string => `${id} 0 R`

const PLAIN = /^[\x20-\x7e]*$/

/** Words outside of the page, such as the title and what a figure says: plain or UTF-16. */
export function textString(text: string): string {
  if (PLAIN.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(text.toWellFormed(), 'utf16le').swap16().toString('hex')}>`
}

/** A moment in universal time. */
export const dateString = (date: Date): string => `(D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`

/** A number as PDF writes it, to a hundred-thousandth. Throws for what is no number: a paper with it would not open. */
export function num(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const rounded = Math.round(value * 1e5) / 1e5
  // Beyond these, JavaScript would write an exponent, which PDF does not read.
  if (!(rounded > -1e15 && rounded < 1e15)) throw new RangeError(`${value} has no place on paper.`)
  const written = String(rounded)
  return written.includes('e') ? rounded.toFixed(5) : written
}

import { ageOn, type LocalDate } from '../lib/dates.ts'

/** Who is younger needs a parent or guardian to sign and to answer for the bill. */
export const FULL_AGE = 18

/** Whether somebody is a minor on a day of the clinic. One born on Feb 29 comes of age on Mar 1 in common years. */
export const isMinor = (bornOn: LocalDate, on: LocalDate): boolean => bornOn <= on && ageOn(bornOn, on) < FULL_AGE

/** “10 years old; needs a guardian”, “47 years old”, “8 months old; needs a guardian”; empty for a day to come. */
export function ageInWords(bornOn: LocalDate, on: LocalDate): string {
  if (bornOn > on) return ''
  const years = ageOn(bornOn, on)
  const months = (Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))) * 12 + Number(on.slice(5, 7)) - Number(bornOn.slice(5, 7))
  const whole = months - Number(on.slice(8) < bornOn.slice(8))
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'} old`
  const age = years < 2 ? counted(whole, 'month') : counted(years, 'year')
  return isMinor(bornOn, on) ? `${age}; needs a guardian` : age
}

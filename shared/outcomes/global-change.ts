/** What the patient is asked for the global rating of change; the first visit of the course is what is compared with. */
export const GLOBAL_CHANGE_QUESTION = 'Overall, how is the problem now, compared with the first visit?'

const AMOUNTS = ['about the same', 'a tiny bit', 'a little bit', 'somewhat', 'moderately', 'quite a bit', 'a great deal', 'a very great deal'] as const

/** −7 to +7 from worst to best. */
export const GLOBAL_CHANGE_RATINGS: readonly number[] = Array.from({ length: 15 }, (_, index) => index - 7)

/** `quite a bit better`: what a rating of change says (15-point scale of Jaeschke 1989, as used in physical therapy). */
export function ratingInWords(rating: number): string {
  const amount = AMOUNTS[Math.abs(rating)] ?? ''
  return rating === 0 ? amount : `${amount} ${rating > 0 ? 'better' : 'worse'}`
}

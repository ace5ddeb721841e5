import { daysBetween, type LocalDate } from '../lib/dates.ts'

const TIMES = ['', 'Once', 'Twice', 'Three times', 'Four times', 'Five times', 'Six times', 'Seven times'] as const

/** How often visits take place, from their days: “Once a week”, “Twice a week”, “Every other week”, “Once a month”, “Every 10 days”; one visit is “One visit”. */
export function frequencyWords(days: readonly LocalDate[]): string {
  const inOrder = days.toSorted()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last || inOrder.length === 1) return 'One visit'
  const gap = daysBetween(first, last) / (inOrder.length - 1)
  if (gap < 6) return `${TIMES[Math.min(7, Math.max(1, Math.round(7 / Math.max(gap, 1))))]} a week`
  if (gap < 9) return 'Once a week'
  if (gap < 12) return `Every ${Math.round(gap)} days`
  if (gap < 17) return 'Every other week'
  return gap >= 26 && gap <= 35 ? 'Once a month' : `Every ${Math.round(gap / 7)} weeks`
}

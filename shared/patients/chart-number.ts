import { foldName } from './names.ts'

/** A chart number from the clinic’s initials and a running number: the 418th chart of "Alder Creek Medical Massage" is `AC-0418`. */
export function chartNumber(clinicName: string, number: number): string {
  const words = foldName(clinicName).match(/[a-z]+/g) ?? []
  const initials = words
    .slice(0, 2)
    .map(word => word.charAt(0))
    .join('')
  return `${initials.toUpperCase() || 'C'}-${String(number).padStart(4, '0')}`
}

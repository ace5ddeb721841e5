import type { Choice } from '../ui/select-field.tsx'

const american: readonly Choice<string>[] = [
  { value: 'America/New_York', label: 'Eastern (New York)' },
  { value: 'America/Chicago', label: 'Central (Chicago)' },
  { value: 'America/Denver', label: 'Mountain (Denver)' },
  { value: 'America/Phoenix', label: 'Mountain, no daylight time (Phoenix)' },
  { value: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { value: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { value: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
  { value: 'America/Puerto_Rico', label: 'Atlantic (Puerto Rico)' },
]

/** The time zones to choose from: American ones in plain words first, then the rest of the world. `current` is always among them. */
export function timeZoneChoices(current: string): readonly Choice<string>[] {
  const named = new Set(american.map(zone => zone.value))
  const others = [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].filter(zone => zone !== '' && !named.has(zone))
  return [...american, ...others.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))]
}

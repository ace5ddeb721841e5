import { localDate } from '../lib/dates.ts'
import { ServiceId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import type { CheckOutFacts } from './check-out.ts'
import type { ChargedEarlier } from './units-in-day.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const PLACES: ReadonlyMap<string, number> = new Map([
  ['97124', 1],
  ['97140', 2],
  ['97110', 3],
  ['97010', 4],
])
const NAMES: ReadonlyMap<string, string> = new Map([
  ['97124', 'Massage'],
  ['97010', 'Hot pack'],
])

type Block = CheckOutFacts['blocks'][number]

/** A block of a note: minutes of one service on the neck. 97010 is untimed. */
export const block = (code: string, minutes: number, given: Partial<Block> = {}): Block => ({
  id: id(90),
  serviceId: ServiceId.parse(id(PLACES.get(code) ?? 9)),
  code,
  name: NAMES.get(code) ?? 'Manual therapy',
  isTimed: code !== '97010',
  minutesPerUnit: 15,
  modifiers: [],
  minutes,
  regions: ['neck'],
  techniques: [],
  runningSince: null,
  spans: [],
  ...given,
})

/** A payer who wants nothing but the 8-minute rule. */
export const PAYER: CheckOutFacts['payer'] = {
  name: 'Cascadia Mutual',
  unitRule: 'cms',
  autoModifiers: [],
  maxUnitsPerVisit: null,
  maxUnitsPerDay: null,
  sameDayModifier: 'none',
}

/** 52 minutes of massage at $42.00 a unit; what is given replaces whole parts. */
export const facts = (given: Partial<CheckOutFacts>): CheckOutFacts => ({
  serviceOn: localDate('2026-11-19'),
  blocks: [block('97124', 52)],
  tieChoice: [],
  payer: PAYER,
  fees: new Map([1, 2, 3, 4].map(n => [ServiceId.parse(id(n)), cents(4200)])),
  letters: ['A', 'B'],
  placeOfService: '11',
  chargedEarlier: [],
  sameDayAnswer: null,
  ...given,
})

/** A service charged to the same payer earlier that day. */
export const earlier = (code: string, minutes: number, units: number, given: Partial<ChargedEarlier> = {}): ChargedEarlier => ({
  number: 'INV-2026-0007',
  code,
  minutes,
  units,
  isTimed: code !== '97010',
  minutesPerUnit: 15,
  regions: [],
  modifiers: [],
  ...given,
})

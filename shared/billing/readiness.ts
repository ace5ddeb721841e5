import { z } from 'zod'
import { CARRY_CHECKS } from './readiness-carry.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import { ReadinessItem } from './readiness-item.ts'
import { PEOPLE_CHECKS } from './readiness-people.ts'
import { PRESCRIPTION_CHECKS } from './readiness-prescription.ts'
import { VISIT_CHECKS } from './readiness-visits.ts'

/** What an insurer would object to on a superbill: first what blocks, then what needs attention, then what is in order. */
export const Readiness = z.strictObject({ items: z.array(ReadinessItem), readyCount: z.int(), total: z.int() })
export type Readiness = z.infer<typeof Readiness>

const URGENCY = { blocks: 0, attention: 1, ok: 2 } as const satisfies Record<ReadinessItem['state'], number>

/** Checks visits against what a superbill must carry and payers refuse. What does not concern these visits is left out of the list. */
export function checkReadiness(facts: ReadinessFacts): Readiness {
  const items = [...VISIT_CHECKS, ...PRESCRIPTION_CHECKS, ...PEOPLE_CHECKS, ...CARRY_CHECKS].flatMap(check => check(facts) ?? [])
  return {
    items: items.toSorted((a, b) => URGENCY[a.state] - URGENCY[b.state]),
    readyCount: items.filter(item => item.state === 'ok').length,
    total: items.length,
  }
}

/** The first thing without which no superbill can be issued, in one sentence; null when it can. */
export function superbillObstacle(readiness: Readiness): string | null {
  const item = readiness.items.find(({ state }) => state === 'blocks')
  return item ? `${item.label} ${item.sentence}`.trim() : null
}

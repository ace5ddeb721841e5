import type { Region } from '../../shared/body-chart/regions.ts'
import { offLimitsOf } from '../../shared/health/off-limits.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import type { Ground } from '../ui/body-chart/figure-ground.tsx'
import { pathsOfSite } from '../ui/figure-paths.ts'
import { offLimitRegions } from './off-limits.ts'

const isBegun = (block: NoteContent['blocks'][number]) => block.minutes > 0 || block.runningSince !== null

/** The regions of a visit: all, those worked on, and those only chosen so far. */
export function regionsOfVisit(blocks: NoteContent['blocks']) {
  const regions = [...new Set(blocks.flatMap((block): readonly Region[] => block.regions))]
  const treated = regions.filter(region => blocks.some(block => isBegun(block) && block.regions.includes(region)))
  return { regions, treated, chosen: regions.filter(region => !treated.includes(region)) }
}

/** What the body shows under the marks of a visit. To keep off is what the alerts, the screening and the health history say, single places by their outline. */
export function groundOf(session: Pick<Session, 'allowedRegions' | 'header' | 'health'>, content: Pick<NoteContent, 'blocks' | 'screening'>): Ground {
  const { treated, chosen } = regionsOfVisit(content.blocks)
  const off = offLimitsOf(content.screening, session.health?.history ?? null)
  return {
    prescribed: session.allowedRegions,
    treated,
    chosen,
    offLimits: [...new Set([...offLimitRegions(session.header.alerts), ...off.regions])],
    offPaths: [...new Set(off.sites.flatMap(pathsOfSite))],
  }
}

import { markInWords } from '../../../shared/body-chart/mark-words.ts'
import { type ChartPoint, type Mark, type MarkKind, markWords } from '../../../shared/body-chart/marks.ts'
import { siteAt } from '../../../shared/body-chart/places.ts'
import { joinWords, regionInWords, regionsInWords } from '../../../shared/body-chart/regions.ts'
import { regionsOfSite, siteLabel } from '../../../shared/body-chart/sites.ts'
import type { Ground } from './figure-ground.tsx'

/** Says where the pointer or the cursor is, before one marks the wrong muscle, and what keys do with the chosen mark. */
export function Where({ tool, at, mark, selected }: { tool: MarkKind; at: ChartPoint | undefined; mark: Mark | undefined; selected: Mark | undefined }) {
  const known = mark ?? (at ? undefined : selected)
  if (known) {
    const keys = known.id === selected?.id ? `0 to ${markWords(known.kind).maxGrade} grades, Delete removes` : 'drag to move'
    return (
      <>
        <b>{siteLabel(known.site)}</b>: {keys}
      </>
    )
  }
  if (!at) return <>{tool === 'treated' ? 'A click treats the region' : `A click marks ${markWords(tool).name.toLowerCase()}`}, drag moves a mark</>
  const site = siteAt(at)
  const [region] = regionsOfSite(site)
  return <b>{tool === 'treated' && region ? `Treat the ${regionInWords(region)}` : siteLabel(site)}</b>
}

/** What the chart shows, for those who cannot see it. */
export function chartInWords(marks: readonly Mark[], { prescribed, treated, offLimits }: Ground): string {
  const said = [
    marks.length > 0 ? joinWords(marks.map(mark => markInWords(mark))) : 'nothing marked',
    treated.length > 0 && `treated ${regionsInWords(treated)}`,
    prescribed.length > 0 && `prescribed ${regionsInWords(prescribed)}`,
    offLimits.length > 0 && `off limits ${regionsInWords(offLimits)}`,
  ]
  return `Body chart, front and back: ${said.filter(Boolean).join('; ')}`
}

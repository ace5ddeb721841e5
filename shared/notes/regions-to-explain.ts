import { type Region, regionsOutside } from '../body-chart/regions.ts'
import { regionsOfSite } from '../body-chart/sites.ts'
import type { NoteContent } from './schema.ts'

type Treated = { readonly blocks: readonly Pick<NoteContent['blocks'][number], 'minutes' | 'regions' | 'techniques'>[] }

/**
 * The regions a note treated that neither prescription nor episode names, each once: for each a reason is asked. A named place of a technique lies
 * outside where none of its regions is allowed. Services without minutes treated nothing; without allowed regions there is nothing to explain.
 */
export function regionsToExplain({ blocks }: Treated, allowed: readonly Region[]): readonly Region[] {
  const worked = blocks.filter(block => block.minutes > 0)
  const sites = worked.flatMap(block => block.techniques).flatMap(technique => technique.sites)
  const ofSites = sites.map(regionsOfSite).filter(regions => !regions.some(region => allowed.includes(region)))
  return regionsOutside([...worked.flatMap(block => block.regions), ...ofSites.flatMap(regions => regions.slice(0, 1))], allowed)
}

import { z } from 'zod'
import { NAMED_SITES, type NamedSite } from './named-sites.ts'
import { Region, type RegionSide } from './regions.ts'

const IDS = NAMED_SITES.flatMap(({ key, isSided }) => (isSided ? [`${key}-left`, `${key}-right`] : [key]))

/** A muscle or spot on the patient’s own side, such as `levator-scapulae-right`: finer than the regions that prescriptions name. */
export const BodySite = z.enum(IDS, 'Choose a place from the list.').brand<'BodySite'>()
export type BodySite = z.infer<typeof BodySite>

/** All sites from head to foot, left before right. */
export const SITES: readonly BodySite[] = IDS.map(id => BodySite.parse(id))

const BY_KEY: ReadonlyMap<string, NamedSite> = new Map(NAMED_SITES.map(site => [site.key, site]))

/** A site without its side. Throws on one that is none. */
export function namedSite(site: BodySite): NamedSite {
  const found = BY_KEY.get(site) ?? BY_KEY.get(site.replace(/-(left|right)$/, ''))
  if (!found) throw new RangeError(`No such site: ${site}`)
  return found
}

/** Which side of the patient a site lies on. */
export function sideOfSite(site: BodySite): RegionSide {
  if (!namedSite(site).isSided) return 'middle'
  return site.endsWith('-left') ? 'left' : 'right'
}

/** The coarser regions a site counts to, the main one first: a prescription that names any of them allows it. */
export function regionsOfSite(site: BodySite): readonly Region[] {
  const side = sideOfSite(site)
  return namedSite(site).parts.flatMap(part => {
    const plain = Region.safeParse(part)
    if (plain.success) return [plain.data]
    const sides = side === 'middle' ? ['left', 'right'] : [side]
    return sides.map(each => Region.parse(`${part}-${each}`))
  })
}

/** `right levator scapulae`: a site inside a sentence. */
export function siteInWords(site: BodySite): string {
  const side = sideOfSite(site)
  const { name } = namedSite(site)
  return side === 'middle' ? name : `${side} ${name}`
}

/** `Levator scapulae, right`: a site as a label. */
export function siteLabel(site: BodySite): string {
  const side = sideOfSite(site)
  const { name } = namedSite(site)
  const words = name.charAt(0).toUpperCase() + name.slice(1)
  return side === 'middle' ? words : `${words}, ${side}`
}

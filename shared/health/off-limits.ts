import type { Region } from '../body-chart/regions.ts'
import { regionInWords } from '../body-chart/regions.ts'
import { type BodySite, regionsOfSite, siteInWords } from '../body-chart/sites.ts'
import type { ContraindicationItem } from './contraindication-item.ts'
import { type Found, findingsOf, type Screened } from './findings.ts'
import { factsOf } from './items.ts'
import type { HealthHistory } from './schema.ts'

/** Where not to work, and why: `why` as it stands in a sentence, such as `varicose veins`. */
type OffLimitsPlace = { readonly why: string; readonly sites: readonly BodySite[]; readonly regions: readonly Region[] }

/** Places to keep off (`sites` and whole `regions`), with reasons, and places for light pressure only. */
export type OffLimits = {
  readonly sites: readonly BodySite[]
  readonly regions: readonly Region[]
  readonly places: readonly OffLimitsPlace[]
  readonly lightOnly: readonly OffLimitsPlace[]
}

/** Pregnancy’s own local rules: off the abdomen, no deep work on the legs. */
const PREGNANCY_OFF: readonly Region[] = ['abdomen']
const PREGNANCY_LIGHT: readonly Region[] = ['thigh-left', 'thigh-right', 'lower-leg-left', 'lower-leg-right']

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const placeOf = ({ item, sites }: Pick<Found, 'item' | 'sites'>): OffLimitsPlace => ({ why: inSentence(factsOf(item).name), sites, regions: [] })
const isPrecaution = (item: ContraindicationItem) => factsOf(item).class === 'precaution'

/**
 * Where not to work today: the places of what the screen and the health history found (whatever its class but precautions, which ask for light
 * pressure), places of surgeries, and in pregnancy the abdomen, with light pressure on the legs.
 */
export function offLimitsOf(screening: Screened, history: HealthHistory | null): OffLimits {
  const noted = [...findingsOf(screening), ...(history?.conditions ?? []).flatMap(({ item, sites }) => (item === null ? [] : [{ item, sites }]))]
  const placed = noted.filter(({ sites }) => sites.length > 0)
  const surgeries = (history?.surgeries ?? []).filter(({ sites }) => sites.length > 0).map(({ what, sites }) => ({ why: what, sites, regions: [] }))
  const isPregnant = noted.some(({ item }) => item === 'pregnancy') || history?.pregnancy.state === 'yes'
  const places = [
    ...placed.filter(({ item }) => !isPrecaution(item)).map(placeOf),
    ...surgeries,
    ...(isPregnant ? [{ why: 'pregnancy', sites: [], regions: PREGNANCY_OFF }] : []),
  ]
  const lightOnly = [
    ...placed.filter(({ item }) => isPrecaution(item)).map(placeOf),
    ...(isPregnant ? [{ why: 'pregnancy', sites: [], regions: PREGNANCY_LIGHT }] : []),
  ]
  return {
    sites: [...new Set(places.flatMap(({ sites }) => sites))],
    regions: [...new Set(places.flatMap(({ regions }) => regions))],
    places,
    lightOnly,
  }
}

/** What of a note can touch a place: its blocks with their techniques, and marks of what was treated. */
export type Worked = {
  readonly blocks: readonly {
    readonly id: string
    readonly name: string
    readonly regions: readonly Region[]
    readonly techniques: readonly { readonly name: string; readonly sites: readonly BodySite[] }[]
  }[]
  readonly marks: readonly { readonly id: string; readonly kind: string; readonly site: BodySite }[]
}

/** One touch of a place to keep off, or for light pressure only. `blockId` or `markId` says where in the note. */
export type Touch = { readonly blockId: string | null; readonly markId: string | null; readonly isLightOnly: boolean; readonly sentence: string }

const mainRegion = (site: BodySite) => regionsOfSite(site)[0]

/** Sites of a place that a worked region covers, or the region itself where the place names it. */
function coveredBy(region: Region, place: OffLimitsPlace): string | null {
  if (place.regions.includes(region)) return regionInWords(region)
  const site = place.sites.find(each => mainRegion(each) === region)
  return site ? siteInWords(site) : null
}

function reachedBy(site: BodySite, place: OffLimitsPlace): string | null {
  const region = mainRegion(site)
  return place.sites.includes(site) || (region !== undefined && place.regions.includes(region)) ? siteInWords(site) : null
}

type Work = {
  readonly blockId: string | null
  readonly markId: string | null
  readonly what: string
  readonly touched: (place: OffLimitsPlace) => string | null
}

const firstOf = <T>(values: readonly T[], find: (value: T) => string | null): string | null =>
  values.reduce<string | null>((was, value) => was ?? find(value), null)

function workOf({ blocks, marks }: Worked): readonly Work[] {
  const ofBlocks = blocks.flatMap(block => {
    const placed = block.techniques.filter(({ sites }) => sites.length > 0)
    const precise = placed.map(
      ({ name, sites }): Work => ({
        blockId: block.id,
        markId: null,
        what: name,
        touched: place => firstOf(sites, site => reachedBy(site, place)),
      }),
    )
    // A block whose techniques all say where they were worked is judged by those places alone.
    if (placed.length > 0 && placed.length === block.techniques.length) return precise
    const whole: Work = { blockId: block.id, markId: null, what: block.name, touched: place => firstOf(block.regions, region => coveredBy(region, place)) }
    return [whole, ...precise]
  })
  const ofMarks = marks
    .filter(({ kind }) => kind === 'treated')
    .map((mark): Work => ({ blockId: null, markId: mark.id, what: 'A place marked as treated', touched: place => reachedBy(mark.site, place) }))
  return [...ofBlocks, ...ofMarks]
}

/** Where a note’s work touches a place to keep off or to press lightly, each once, in sentences. A warning, never a wall. */
export function touchesOffLimits(worked: Worked, offLimits: OffLimits): readonly Touch[] {
  const touches = workOf(worked).flatMap(({ blockId, markId, what, touched }) => {
    const touch = (place: OffLimitsPlace, isLightOnly: boolean): readonly Touch[] => {
      const where = touched(place)
      if (where === null) return []
      const advice = isLightOnly ? `light pressure only on the ${where}` : `keep off the ${where}`
      return [{ blockId, markId, isLightOnly, sentence: `${what}: ${advice} (${place.why}).` }]
    }
    return [...offLimits.places.flatMap(place => touch(place, false)), ...offLimits.lightOnly.flatMap(place => touch(place, true))]
  })
  return touches.filter((touch, index) => touches.findIndex(({ sentence }) => sentence === touch.sentence) === index)
}

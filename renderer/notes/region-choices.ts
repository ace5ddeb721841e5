import { REGIONS, type Region, regionLabel } from '../../shared/body-chart/regions.ts'
import type { TokenChoice } from './token-field.tsx'

/** Other words for regions, by which one may also find them. */
const ALSO: Readonly<Partial<Record<string, string>>> = {
  'upper-back': 'thoracic trapezius scapula shoulder blade',
  'mid-back': 'thoracic ribs',
  'lower-back': 'lumbar lower back',
  hip: 'gluteal glutes piriformis pelvis',
  thigh: 'hamstring quadriceps groin',
  'lower-leg': 'calf calves shin',
  foot: 'heel sole plantar',
  hand: 'thumb fingers palm',
  neck: 'cervical throat',
  head: 'scalp forehead temple',
  jaw: 'tmj face',
  abdomen: 'belly stomach',
  chest: 'pectoral ribs',
  'upper-arm': 'biceps triceps',
}

/** A region as an answer of a list. */
export const regionChoice = (region: Region): TokenChoice => ({ value: region, label: regionLabel(region) })

/** Regions found by what was typed (the words in any order, `left calf`), those allowed first. */
export function findRegions(typed: string, allowed: readonly Region[]): readonly TokenChoice[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const saying = (region: Region) => `${regionLabel(region)} ${ALSO[region.replace(/-(left|right)$/, '')] ?? ''}`.toLowerCase()
  return REGIONS.filter(region => words.every(word => saying(region).includes(word)))
    .toSorted((a, b) => Number(allowed.includes(b)) - Number(allowed.includes(a)))
    .map(region => ({ ...regionChoice(region), ...(allowed.length > 0 && !allowed.includes(region) && { detail: 'not prescribed' }) }))
}

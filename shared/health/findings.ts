import type { BodySite } from '../body-chart/sites.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { type ContraindicationClass, ContraindicationItem } from './contraindication-item.ts'
import { CONTRAINDICATIONS, type Contraindication, type ContraindicationFamily, familyOf } from './families.ts'
import { factsOf, GRAVITY } from './items.ts'

/** What was found at a visit beside the eight answers, and where. */
export type Found = { readonly item: ContraindicationItem; readonly sites: readonly BodySite[]; readonly remark: string }

/** The screen of one visit: answers to the eight questions, finer findings, and vital signs where taken (°F). */
export type Screened = {
  readonly answers: Readonly<Partial<Record<ContraindicationFamily, 'no' | 'yes'>>>
  readonly found: readonly Found[]
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly temperature: number | null
  readonly overrideReason: string
  readonly isWithheld: boolean
}

/** Something that stands against massage at this visit, and what to do about it. `sentence` says both. */
export type Finding = Found & {
  readonly class: ContraindicationClass
  /** `Blood thinner`, or the reading that was measured: `Blood pressure 182/111`. */
  readonly name: string
  readonly whatToDo: string
  readonly sentence: string
}

/** Families not asked yet, in order. A screen is complete when there are none. */
export function unasked({ answers }: Pick<Screened, 'answers'>): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter(({ family }) => answers[family] === undefined)
}

/** Whether a blood pressure is at or above the clinic’s limit in either number. */
export function isPressureHigh({ systolic, diastolic }: Pick<Screened, 'systolic' | 'diastolic'>, rules: ClinicalRules = USUAL_RULES): boolean {
  return (systolic ?? 0) >= rules.systolicLimit || (diastolic ?? 0) >= rules.diastolicLimit
}

/** Whether a temperature (°F) is at or above the clinic’s limit. */
export function isTemperatureHigh({ temperature }: Pick<Screened, 'temperature'>, rules: ClinicalRules = USUAL_RULES): boolean {
  return (temperature ?? 0) >= rules.temperatureLimit
}

/** What was measured too high, in words; null where the item was not measured or is within the clinic’s limit. */
function readingOf(item: ContraindicationItem, screening: Screened, rules: ClinicalRules): string | null {
  if (item === 'high-blood-pressure' && isPressureHigh(screening, rules)) return `Blood pressure ${screening.systolic ?? '–'}/${screening.diastolic ?? '–'}`
  if (item === 'fever' && isTemperatureHigh(screening, rules)) return `Temperature ${screening.temperature} °F`
  return null
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/**
 * What a screen found, the gravest first and each item once: every yes, every finer finding, and a blood pressure or temperature at or above the
 * clinic’s limit.
 */
export function findingsOf(screening: Screened, rules: ClinicalRules = USUAL_RULES): readonly Finding[] {
  return ContraindicationItem.options
    .flatMap(item => {
      const noted = screening.found.filter(found => found.item === item)
      const family = familyOf(item)
      const reading = readingOf(item, screening, rules)
      if (noted.length === 0 && reading === null && (family === null || screening.answers[family] !== 'yes')) return []
      const facts = factsOf(item)
      const name = reading ?? facts.name
      const remark = unique(noted.map(found => found.remark).filter(Boolean)).join('; ')
      return [
        {
          item,
          class: facts.class,
          name,
          whatToDo: facts.whatToDo,
          sentence: `${name}: ${lowerFirst(facts.whatToDo)}`,
          sites: unique(noted.flatMap(found => found.sites)),
          remark,
        },
      ]
    })
    .toSorted((a, b) => GRAVITY[a.class] - GRAVITY[b.class])
}

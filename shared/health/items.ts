import type { ContraindicationClass, ContraindicationItem } from './contraindication-item.ts'
import { FACTS } from './item-table.ts'

/**
 * What an item means for massage. The class is our proposal, drawn from the usual practice lists; the therapist decides and gives a reason.
 * `words` are conditions and medicines that people say instead of the item’s name.
 */
export type ItemFacts = { readonly name: string; readonly class: ContraindicationClass; readonly whatToDo: string; readonly words: readonly string[] }

/** What an item is called, how grave it is, and what to do about it. */
export const factsOf = (item: ContraindicationItem): ItemFacts => FACTS[item]

/** The gravest first. */
export const GRAVITY: Readonly<Record<ContraindicationClass, number>> = { absolute: 0, clearance: 1, local: 2, precaution: 3 }

/** A class as it is said on screen. */
export const CLASS_WORDS: Readonly<Record<ContraindicationClass, string>> = {
  absolute: 'No massage today',
  clearance: 'Needs clearance',
  local: 'Keep off the place',
  precaution: 'With care',
}

const TAKES_PLACES: ReadonlySet<ContraindicationItem> = new Set(['cancer', 'recent-surgery', 'lymph-nodes-removed', 'diabetic-neuropathy', 'arthritis-flare'])

/** Whether an item is about a place on the body that should be named: all local ones, and a few others. */
export const takesPlaces = (item: ContraindicationItem): boolean => FACTS[item].class === 'local' || TAKES_PLACES.has(item)

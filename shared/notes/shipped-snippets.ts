import { SnippetId } from '../lib/ids.ts'
import { Snippet } from './library-schema.ts'

type Entry = readonly [number: number, shortcut: string, text: string]

// A number stays with its snippet for ever: it is the id under which a clinic keeps its own wording.
const ENTRIES: readonly Entry[] = [
  [1, 'mfr', 'Myofascial release to {where}, slow and sustained; tissue {yielded or held}.'],
  [2, 'trp', 'Trigger point in {muscle}, {side}, referring to {where to}: held pressure until it eased from {number} to {number} of 10.'],
  [3, 'nmt', 'Neuromuscular work along {muscle}, {side}, attachment to attachment; taut band {softer or unchanged} afterwards.'],
  [4, 'met', 'Muscle energy technique for {motion}, {side}, {number} rounds; range gained {degrees}.'],
  [5, 'xff', 'Cross-fiber friction at {where}, {minutes} minutes, within comfort; cold offered afterwards.'],
  [6, 'dt', 'Deep tissue work to {where}, slow, to tolerance; pressure {light, moderate or firm}.'],
  [7, 'mld', 'Light lymph drainage of {where}, toward {where to}; swelling {softer or unchanged} by touch.'],
  [8, 'str', 'Assisted stretch of {muscle}, {side}, {number} times {seconds} seconds, no pain at the end.'],
  [9, 'wnl', 'Within normal limits and free of pain.'],
  [10, 'htn', 'Hypertonic to touch: {muscles}, {side}, {slight, moderate or marked}.'],
  [11, 'ttp', 'Tender to light pressure at {where}, {number} of 10, no referral.'],
  [12, 'guard', 'Guards {motion} to the {side}; movement is slower than at the last visit: {yes or no}.'],
  [13, 'headf', 'Head carried forward, shoulders rounded; patient brings it back on request {easily or with effort}.'],
  [14, 'same', 'No change since the last visit.'],
  [15, 'btr', 'Better than at the last visit: {what}. Relief lasted {how long}.'],
  [16, 'wrs', 'Worse since the last visit: {what}, after {cause or unknown}.'],
  [17, 'tol', 'Treatment was tolerated well; pressure was adjusted on request. No adverse effect at the end of the visit.'],
  [18, 'sore', 'Patient was told that mild soreness for a day or two is common, and to call if it lasts longer or anything new appears.'],
  [19, 'consent', 'Plan and areas of treatment were explained; patient agreed and knows that pressure can be changed or stopped at any time.'],
  [20, 'drape', 'Draped throughout; only the area being treated was uncovered.'],
  [21, 'side', 'Treated lying on the {side} with pillows under head, arm and knee.'],
  [22, 'heat', 'At home: warmth on {where} for 10 to 15 minutes, {times} a day, with a cloth between.'],
  [23, 'ice', 'At home: cold on {where} for up to 10 minutes, {times} a day, with a cloth between.'],
  [24, 'walk', 'At home: walk {minutes} minutes on level ground, {times} a day, at a pace that allows talking.'],
  [25, 'brk', 'At home: stand up and move for a minute every half hour of sitting.'],
  [26, 'cont', 'Continue as planned: {frequency}, next visit {date}. Measure {what} again.'],
  [27, 'ref', 'Outside the scope of massage: patient was asked to see the physician about {what}; letter {sent or not needed}.'],
  [28, 'rom', 'Motion measured before and after: {motion}, {degrees} to {degrees}.'],
]

/** The snippets that Myodesk brings: what was done, found, said and advised, never a diagnosis. Blanks in braces are filled by who writes. */
export const SHIPPED_SNIPPETS: readonly Snippet[] = ENTRIES.map(([number, shortcut, text]) =>
  Snippet.parse({ id: SnippetId.parse(`5a1e0002-0000-4000-8000-${String(number).padStart(12, '0')}`), shortcut, text }),
)

/** A snippet as Myodesk brings it; undefined for one of the clinic’s own. */
export const shippedSnippet = (id: SnippetId): Snippet | undefined => SHIPPED_SNIPPETS.find(snippet => snippet.id === id)

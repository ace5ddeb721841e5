import type { Face } from './fonts.ts'

/** How words are set: the papers have one family, three sizes and a label. Sizes in points. */
export type Style = {
  readonly face: Face
  readonly size: number
  /** Extra room after each letter, in points. */
  readonly tracking?: number
  readonly color?: string
}

export const BLACK = '#000000'
/** 85 % black: the lightest that survives a bad fax. */
const LABEL_BLACK = '#262626'

/** The document's name, and the one number that matters. */
export const TITLE: Style = { face: 'semibold', size: 18 }
/** Clinic name, opening answer, heading of a part one must not miss. */
export const KEY: Style = { face: 'semibold', size: 12 }
export const TEXT: Style = { face: 'regular', size: 9.5 }
/** Codes, numbers to be keyed, present values, names of blocks. */
export const STRONG: Style = { face: 'semibold', size: 9.5 }
/** “Signature on file”, “Continued on the next page”, “Brought forward”. */
export const ASIDE: Style = { face: 'italic', size: 9.5 }
/** Field names, column heads, chart axes; set in capitals. */
export const LABEL: Style = { face: 'semibold', size: 7.5, tracking: 0.3, color: LABEL_BLACK }
/** The code owner's trademark notice: label size, but in lower case. */
export const NOTICE: Style = { face: 'regular', size: 7.5, color: LABEL_BLACK }

/** Words in one style; a line may hold several. */
export type Words = { readonly text: string; readonly style: Style }
/** One line as it will be drawn, already cleaned and narrow enough. */
export type Line = readonly Words[]

/** How wide a letter is set: distances in points. */
export type Spacing = {
  /** From line to line of the prose and the goals. */
  readonly lead: number
  /** Above a side-head. */
  readonly gap: number
  /** Between the table and the goals. */
  readonly belowTable: number
  /** From the greeting to the first line of the answer. */
  readonly answerDown: number
  /** More or less than a line below the answer. */
  readonly belowAnswer: number
  /** Height of a row of the table. */
  readonly row: number
  /** Left edge of the text beside the side-heads, and of the goals beside their status. */
  readonly textLeft: number
  readonly goalLeft: number
  /** The trend above a body chart is at least so high, the figures of the chart at most. */
  readonly trend: number
  readonly figures: number
}

const BESIDE_HEADS = { textLeft: 100, goalLeft: 156, answerDown: 23 } as const

/** As the first Myodesk set its letters. */
export const FIRST_SPACING: Spacing = {
  lead: 13,
  gap: 7,
  belowTable: 13,
  answerDown: 24,
  row: 14,
  belowAnswer: 0,
  textLeft: 132.8,
  goalLeft: 200,
  trend: 100,
  figures: 0,
}

/** Today’s spacings, the widest first. */
export const SPACINGS: readonly [Spacing, Spacing] = [
  { ...BESIDE_HEADS, lead: 13, gap: 7, belowTable: 12, row: 14, belowAnswer: 0, trend: 92, figures: 124 },
  { ...BESIDE_HEADS, lead: 12, gap: 6, belowTable: 10, row: 13.5, belowAnswer: -2, trend: 86, figures: 84 },
]
/** The closest that is still a pleasure to read. */
export const CLOSEST: Spacing = { ...BESIDE_HEADS, lead: 11.5, gap: 5, belowTable: 8, row: 13, belowAnswer: -4, trend: 78, figures: 64 }

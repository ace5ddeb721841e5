import type { LetterGoal, LetterMeasure, ProgressLetter } from './progress-letter.ts'

/** What of a letter is printed. */
export type ShownParts = { readonly measures: readonly LetterMeasure[]; readonly goals: readonly LetterGoal[]; readonly hasChart: boolean }

/** As many measures as are read in ten seconds. */
const LEADING = 8

/** Everything; what the body chart says stands in the table only where there is no chart. */
export function wholeLetter({ measures, goals, bodyChart }: ProgressLetter): ShownParts {
  return { measures: besideChart(measures, bodyChart), goals, hasChart: true }
}

/**
 * What may be left out for the sake of one page, the least first: measures that did not change, goals that are met, all but the leading measures, and the
 * body chart where it was not asked for in any case. A measure that got worse is never left out.
 */
export function shorterAndShorter(letter: ProgressLetter): readonly ShownParts[] {
  const { measures, goals, bodyChart, layout } = letter
  const open = goals.filter(goal => goal.status !== 'met')
  const steps = (rows: readonly LetterMeasure[], hasChart: boolean): ShownParts[] => {
    const changed = rows.filter(hasChanged)
    const leading =
      layout === 1
        ? []
        : [
            { measures: leadingOf(changed), goals, hasChart },
            { measures: leadingOf(changed), goals: open, hasChart },
          ]
    return [{ measures: rows, goals, hasChart }, { measures: changed, goals, hasChart }, { measures: changed, goals: open, hasChart }, ...leading]
  }
  const withChart = steps(besideChart(measures, bodyChart), true)
  return bodyChart?.place === 'where-it-fits' ? [...withChart, ...steps(measures, false)] : withChart
}

const besideChart = (measures: readonly LetterMeasure[], chart: ProgressLetter['bodyChart']) =>
  chart ? measures.filter(({ measure }) => !chart.says.includes(measure)) : measures

/** Whether a measure moved, or has nothing to be compared with yet. */
const hasChanged = ({ change }: LetterMeasure) => change.trim() === '' || /[1-9½¼¾]|better|worse/.test(change)

/** Measures with a threshold and those that got worse, and of the others as many as there is room for; in their order. */
function leadingOf(measures: readonly LetterMeasure[]): LetterMeasure[] {
  const must = measures.filter(measure => measure.meaningful !== 'none' || isWorse(measure))
  const more = measures.filter(measure => !must.includes(measure)).slice(0, Math.max(0, LEADING - must.length))
  return measures.filter(measure => must.includes(measure) || more.includes(measure))
}

// Motion and strength are better when there is more of them; tone and tenderness when there is less.
const isWorse = ({ change, note }: LetterMeasure) => (note.startsWith('Normal') ? /−\d|worse/ : /\+\d/).test(change)

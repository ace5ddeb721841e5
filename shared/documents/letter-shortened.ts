import type { LetterGoal, LetterMeasure, ProgressLetter } from './progress-letter.ts'

/** What of a letter is printed. */
export type ShownParts = { readonly measures: readonly LetterMeasure[]; readonly goals: readonly LetterGoal[]; readonly hasChart: boolean }

/** Everything; what the body chart says stands in the table only where there is no chart. */
export function wholeLetter({ measures, goals, bodyChart }: ProgressLetter): ShownParts {
  return { measures: besideChart(measures, bodyChart), goals, hasChart: true }
}

/** What may be left out for the sake of one page, step by step, the least first. A measure that got worse is never left out. */
export function shorterAndShorter(letter: ProgressLetter): readonly ShownParts[] {
  if (letter.layout === 1) return shortenedAtFirst(letter)
  const { measures, bodyChart } = letter
  const withChart = shortened(letter, besideChart(measures, bodyChart), true)
  return bodyChart?.place === 'where-it-fits' ? [...withChart, ...shortened(letter, measures, false)] : withChart
}

/**
 * First the measures that did not change and are no goal, then the others in the order of what a physician asks last: strength and motion that are no goal
 * from the end, pain at best, goals that are met, motion and strength that are goals. Pain, function and questionnaires stay.
 */
function shortened({ goals, goalMeasures }: ProgressLetter, rows: readonly LetterMeasure[], hasChart: boolean): ShownParts[] {
  const open = goals.filter(goal => goal.status !== 'met')
  const isGoal = ({ measure }: LetterMeasure) => goalMeasures.includes(measure)
  const without = (left: readonly LetterMeasure[]) => rows.filter(row => !left.includes(row))
  const mayGo = rows.filter(row => !isWorse(row))
  const unchanged = mayGo.filter(row => !hasChanged(row) && !isGoal(row))
  const found = mayGo.filter(row => isFound(row) && hasChanged(row) && !isGoal(row)).toReversed()
  const atBest = mayGo.filter(row => isPainAtBest(row) && !isGoal(row) && hasChanged(row))
  const aims = mayGo.filter(row => isFound(row) && isGoal(row)).toReversed()
  const steps = [...found, ...atBest].map((_, i) => [...unchanged, ...[...found, ...atBest].slice(0, i + 1)])
  const least = [...unchanged, ...found, ...atBest]
  return [
    { measures: rows, goals, hasChart },
    { measures: without(unchanged), goals, hasChart },
    ...steps.map(left => ({ measures: without(left), goals, hasChart })),
    { measures: without(least), goals: open, hasChart },
    { measures: without([...least, ...aims]), goals: open, hasChart },
  ]
}

/** Motion, strength and palpation: they have a normal or a highest grade, and no threshold. */
const isFound = ({ note }: LetterMeasure) => /^(Normal|Of) /.test(note)
const isPainAtBest = ({ measure }: LetterMeasure) => measure.startsWith('Pain at best')

/** As the first Myodesk shortened: measures that did not change, then goals that are met. */
function shortenedAtFirst({ measures, goals, bodyChart }: ProgressLetter): readonly ShownParts[] {
  const open = goals.filter(goal => goal.status !== 'met')
  const steps = (rows: readonly LetterMeasure[], hasChart: boolean): ShownParts[] => {
    const changed = rows.filter(hasChanged)
    return [
      { measures: rows, goals, hasChart },
      { measures: changed, goals, hasChart },
      { measures: changed, goals: open, hasChart },
    ]
  }
  const withChart = steps(besideChart(measures, bodyChart), true)
  return bodyChart?.place === 'where-it-fits' ? [...withChart, ...steps(measures, false)] : withChart
}

const besideChart = (measures: readonly LetterMeasure[], chart: ProgressLetter['bodyChart']) =>
  chart ? measures.filter(({ measure }) => !chart.says.includes(measure)) : measures

/** Whether a measure moved, or has nothing to be compared with yet. */
export const hasChanged = ({ change }: LetterMeasure) => change.trim() === '' || /[1-9½¼¾]|better|worse/.test(change)

// Motion and strength are better when there is more of them; tone and tenderness when there is less.
const isWorse = ({ change, note }: LetterMeasure) => note === 'No, worse' || (note.startsWith('Normal') ? /−\d|worse/ : /\+\d/).test(change)

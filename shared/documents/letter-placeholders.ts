/** How a course stands, exactly one at a time: what the conditions of a letter’s sentences ask. */
export const LETTER_CASES = ['too early', 'goals met', 'improved', 'improved a little', 'unchanged', 'worse'] as const
export type LetterCase = (typeof LETTER_CASES)[number]

/** Words that a template may ask the records for. A sentence whose words the records do not know is left out. */
type Placeholder = { readonly name: string; readonly means: string; readonly sample: string }

/** Everything that may stand in braces and is filled in. Figures come only from here, so that no template can state one that was not measured. */
export const PLACEHOLDERS = [
  { name: 'doctor', means: 'The prescriber as addressed', sample: 'Dr. Raman' },
  { name: 'patient', means: 'The patient’s first and last name', sample: 'Elena Vasquez' },
  { name: 'condition', means: 'The condition in plain words', sample: 'neck pain' },
  {
    name: 'change',
    means: 'Pain and function from first to last visit, in the right direction',
    sample: 'Neck pain is down from 7 to 3 out of 10 after 6 visits',
  },
  {
    name: 'measures',
    means: 'Every measure taken again, with the change that matters',
    sample: 'Pain improved by 4 points since Sep 29, more than the 2 that matters',
  },
  { name: 'first findings', means: 'Pain at the first visit, with its date', sample: 'Neck pain was 7 out of 10 at the first visit on Sep 29, 2026' },
  { name: 'visits', means: 'How many visits were given', sample: '6 visits' },
  { name: 'first visit', means: 'Date of the first visit', sample: 'Sep 29, 2026' },
  { name: 'last visit', means: 'Date of the last visit', sample: 'Nov 3, 2026' },
  { name: 'prescribed', means: 'The prescription in force', sample: 'the 8 visits you prescribed on Sep 28, 2026' },
  { name: 'attendance', means: 'Visits attended, missed and canceled', sample: '6 of 8 attended, 1 missed' },
  { name: 'goals', means: 'How many goals are met', sample: '1 of 3 goals is met' },
  { name: 'visits asked', means: 'The visits asked for, in short', sample: '6 more visits over 6 weeks' },
  { name: 'number asked', means: 'The number of visits asked for', sample: '6' },
  { name: 'terms', means: 'Under which terms visits are asked for', sample: 'same regions and procedures, toward the goals still open' },
  {
    name: 'work',
    means: 'Dates, hands-on minutes, procedures, regions',
    sample: 'Sep 29 to Nov 3, 45 to 52 hands-on minutes a visit: manual therapy (97140) to the neck, as prescribed',
  },
  { name: 'techniques', means: 'The techniques used most', sample: 'myofascial release and trigger point work' },
  { name: 'regions', means: 'The regions treated', sample: 'neck and upper back' },
  { name: 'tolerance', means: 'Pain after treatment against before', sample: 'Well tolerated' },
  { name: 'home care', means: 'The last home care given', sample: 'neck stretches twice a day' },
  { name: 'assessment', means: 'Your assessment at the last visit', sample: 'Findings are consistent with less muscle guarding' },
  {
    name: 'screening',
    means: 'Everything found at screening, and how it was handled',
    sample: 'Oct 13: acute inflammation or injury, left calf. The place was to be kept off.',
  },
  { name: 'found', means: 'What was last found at screening, and when', sample: 'acute inflammation or injury, left calf, at screening on Oct 13, 2026' },
] as const satisfies readonly Placeholder[]
export type PlaceholderName = (typeof PLACEHOLDERS)[number]['name']

/** What a sentence may depend on; it is left out where the condition does not hold. */
type Condition = { readonly name: string; readonly means: string }

/** Everything that may stand in braces and decides whether its sentence is printed. */
export const CONDITIONS = [
  { name: 'if too early', means: 'Only one visit is measured' },
  { name: 'if goals met', means: 'Every goal is met' },
  { name: 'if goals open', means: 'A goal is not met yet' },
  { name: 'if no goals', means: 'No goals are set' },
  { name: 'if improved', means: 'Pain or function changed by as much as matters' },
  { name: 'if improved a little', means: 'Better, but less than matters' },
  { name: 'if unchanged', means: 'Neither better nor worse' },
  { name: 'if worse', means: 'Pain or function is worse' },
  { name: 'if not enough', means: 'A little, unchanged or worse' },
  { name: 'if visits asked', means: 'More visits are asked for' },
  { name: 'if none asked', means: 'No visits are asked for' },
  { name: 'if home care', means: 'Home care was given' },
  { name: 'if no home care', means: 'No home care was given' },
  { name: 'if nothing found', means: 'Screening found nothing at any visit' },
  { name: 'if withheld', means: 'Treatment was withheld at the last visit' },
] as const satisfies readonly Condition[]
export type ConditionName = (typeof CONDITIONS)[number]['name']

/** What the records say for one letter: words (null where they are not known) and which conditions hold. */
export type LetterFacts = {
  readonly words: Readonly<Record<PlaceholderName, string | null>>
  readonly holds: ReadonlySet<ConditionName>
}

/** Facts as in the list’s samples, for a course that stands as given: what Settings previews a template with. */
export function sampleFacts(course: LetterCase): LetterFacts {
  const words = Object.fromEntries(PLACEHOLDERS.map(({ name, sample }) => [name, sample])) as Record<PlaceholderName, string | null>
  const asks = course === 'improved'
  const changes: Readonly<Record<LetterCase, string | null>> = {
    'too early': null,
    'goals met': 'Neck pain is down from 7 to 1 out of 10 after 6 visits',
    improved: words.change,
    'improved a little': 'Neck pain is down from 7 to 6 out of 10 after 6 visits',
    unchanged: 'Neck pain is unchanged at 7 out of 10 after 6 visits',
    worse: 'Neck pain is up from 5 to 7 out of 10 after 6 visits',
  }
  const asked = asks ? {} : { 'visits asked': null, 'number asked': null, terms: null }
  const goals = course === 'goals met' ? 'all 3 goals are met' : words.goals
  return {
    words: { ...words, ...asked, goals, change: changes[course] },
    holds: conditionsOf(course, { asks, hasHomeCare: true, found: true, withheld: false, goals: course === 'goals met' ? 'met' : 'open' }),
  }
}

/** The conditions that hold for a course. */
export function conditionsOf(
  course: LetterCase,
  { asks, hasHomeCare, found, withheld, goals }: { asks: boolean; hasHomeCare: boolean; found: boolean; withheld: boolean; goals: 'none' | 'open' | 'met' },
): ReadonlySet<ConditionName> {
  const holds: ConditionName[] = [`if ${course}`, asks ? 'if visits asked' : 'if none asked', hasHomeCare ? 'if home care' : 'if no home care']
  if (course === 'improved a little' || course === 'unchanged' || course === 'worse') holds.push('if not enough')
  if (!found) holds.push('if nothing found')
  if (withheld) holds.push('if withheld')
  if (goals !== 'met') holds.push(goals === 'open' ? 'if goals open' : 'if no goals')
  return new Set(holds)
}

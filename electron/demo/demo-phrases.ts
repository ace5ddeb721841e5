import type { Trend } from './demo-people.ts'

type Phrases = Readonly<Record<Trend, readonly [string, ...string[]]>>

/** What patients say at later visits, by how the course goes. */
export const LATER_REPORTS: Phrases = {
  better: [
    'Two good days after the last visit, then {complaint} again, but milder. To {activity} is easier.',
    'Slept through most nights. Still {complaint}, and only by evening.',
    'Did the home program five days of seven. Could {activity} without stopping.',
    'Less sore overall; one setback at the weekend, gone by Monday.',
    'Feels looser. {complaint} now once or twice a week instead of daily.',
    'Took no pain tablets this week. To {activity} hardly bothers any more.',
  ],
  some: [
    'Relief lasts about a day, then {complaint}. To {activity} a little easier.',
    'Up and down: a good start of the week, then {complaint}.',
    'Home program on three days. {complaint} as before, shorter.',
    'Somewhat better in the mornings; the afternoons are the same.',
  ],
  flat: [
    'No lasting change: {complaint}, same as last week.',
    'Relief for the evening only. To {activity} is as hard as at the start.',
    'Does the home program daily without a difference so far.',
    'Asks whether something else should be looked at. Still {complaint}.',
  ],
  worse: [
    'A bad week: {complaint}, and now also at night.',
    'Pain is up since last visit without a new strain. Could not {activity}.',
    'Better for an hour after treatment, then worse than before.',
  ],
}

/** What the therapist makes of it, within scope: findings, never a diagnosis. */
export const ASSESSMENTS: Phrases = {
  better: [
    'Responding well. Findings are consistent with less guarding; motion gains hold between visits.',
    'Steady progress toward the goals; tender points fewer and less reactive.',
    'Tissue softer at rest, pressure tolerated one level deeper than last visit.',
    'Good carry-over of motion. On course for the planned series.',
  ],
  some: [
    'Slow progress. Gains do not yet hold a full week.',
    'Some release within the session; guarding returns with work posture.',
    'Function improves more than pain. Series worth finishing, then re-measure.',
  ],
  flat: [
    'No measurable change over the last visits. To be raised with the prescriber.',
    'Tissue releases in the session, measures unchanged between visits.',
    'Response below what was expected by this visit; refer back if no change next time.',
  ],
  worse: ['Measures have gone the wrong way. Lighter work today; prescriber to be told.', 'Not improving. Stayed well below pain, stopped overhead work.'],
}

/** What is planned next. */
export const PLANS: Phrases = {
  better: [
    'Continue once a week. Progress the home program; re-measure next visit.',
    'Next visit: shorten manual work, add stretching under load.',
    'Continue as prescribed; space visits to every second week if gains hold.',
    'Finish the series, then letter to the prescriber.',
  ],
  some: [
    'Continue once a week; check the workplace set-up. Re-measure in two visits.',
    'Same regions, slower pressure. Review the home program together next time.',
    'Two more visits, then decide with the prescriber.',
  ],
  flat: [
    'One more visit with a changed approach; letter to the prescriber if unchanged.',
    'Write to the prescriber before booking more visits.',
    'Hold the home program at this level; re-measure all motions next visit.',
  ],
  worse: ['Refer back to the prescriber before more treatment.', 'Call the prescriber’s office; next visit only after an answer.'],
}

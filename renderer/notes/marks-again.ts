import type { Mark } from '../../shared/body-chart/marks.ts'
import type { NewMark } from '../../shared/body-chart/parse-mark.ts'

/** What was found last time and is not marked yet, to mark again with one key: the place only, since grade and quality are for today's hands to say. */
export function againOf(last: readonly Mark[], marks: readonly Mark[]): readonly NewMark[] {
  const found = new Map<string, NewMark>()
  for (const { kind, site, at, refersTo } of last) {
    const isMarked = marks.some(mark => mark.kind === kind && mark.site === site)
    if (kind !== 'treated' && !isMarked) found.set(`${kind} ${site}`, { kind, site, at, refersTo, grade: null, quality: '', remark: '' })
  }
  return [...found.values()]
}

import { expect, it } from 'vitest'
import type { Mark } from '../../shared/body-chart/marks.ts'
import { type NewMark, parseMark } from '../../shared/body-chart/parse-mark.ts'
import { againOf } from './marks-again.ts'

function typed(text: string): NewMark {
  const mark = parseMark(text, 'pain')
  if (!mark) throw new Error(`No place in “${text}”`)
  return mark
}
const marked = (text: string): Mark => ({ ...typed(text), id: crypto.randomUUID() })

it('offers what was found last time, once each, without its grade, quality and remark', () => {
  const last = [marked('pain neck r 6 aching: at night'), marked('pain neck r 4'), marked('tp lev r 3 > temple'), marked('tx lev r')]
  const again = againOf(last, [])
  expect(again).toEqual([
    { ...typed('pain neck r'), grade: null },
    { ...typed('tp lev r > temple'), grade: null },
  ])
})

it('offers nothing that is marked already', () => {
  expect(againOf([marked('tp lev r 3'), marked('tension lev r 2')], [marked('tp lev r')])).toEqual([typed('tension lev r')])
})

import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { gradeInWords } from '../../../shared/body-chart/mark-words.ts'
import { type MarkKind, markWords } from '../../../shared/body-chart/marks.ts'
import { findMarks, type NewMark } from '../../../shared/body-chart/parse-mark.ts'
import type { Region } from '../../../shared/body-chart/regions.ts'
import { regionsOfSite, siteInWords, siteLabel } from '../../../shared/body-chart/sites.ts'
import { cx } from '../cx.ts'
import menu from '../menu.module.css'
import css from './mark-list.module.css'
import { MarkSymbol } from './mark-symbol.tsx'

type AddMarkProps = {
  /** What is marked where no kind is typed. */
  tool: MarkKind
  /** Offered before anything is typed: what was found last time and is not marked yet. */
  suggested: readonly NewMark[]
  allowed: readonly Region[]
  onAdd: (mark: NewMark) => void
  id: string
}

const SHOWN = 12

/** Adds a mark in one line: `tp lev r 3 > temple`, `pain neck l 5 aching`. Enter takes the first place found. */
export function AddMark({ tool, suggested, allowed, onAdd, id }: AddMarkProps) {
  const [typed, setTyped] = useState('')
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const answers = box.dropdownOpened ? (typed.trim() === '' ? suggested : findMarks(typed, tool)).slice(0, SHOWN) : []
  // Marked once the answers stand in the list, so that Enter takes the first one however fast one types.
  const { selectFirstOption } = box
  useEffect(() => {
    if (typed !== '' && answers.length > 0) selectFirstOption()
  }, [typed, answers.length, selectFirstOption])
  const add = (index: string) => {
    const chosen = answers[Number(index)]
    setTyped('')
    box.resetSelectedOption()
    box.closeDropdown()
    if (chosen) onAdd(chosen)
  }
  return (
    <Combobox
      store={box}
      onOptionSubmit={add}
      position="bottom-start"
      width={340}
      portalProps={{ target: '#work' }}
      classNames={{ dropdown: cx(menu.dropdown), option: cx(menu.option) }}
    >
      <Combobox.Target withExpandedAttribute>
        <input
          id={id}
          role="combobox"
          aria-expanded={box.dropdownOpened}
          aria-label="Add a mark from the list"
          className={css.add}
          value={typed}
          placeholder="Add from list: lev r 3, ql left …"
          autoComplete="off"
          spellCheck={false}
          onClick={() => box.openDropdown()}
          onChange={event => {
            setTyped(event.target.value)
            box.openDropdown()
          }}
          onBlur={() => {
            setTyped('')
            box.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={menu.scroll} aria-label="Marks to add">
          {answers.map((mark, index) => (
            <Combobox.Option key={`${mark.kind} ${mark.site}`} value={String(index)}>
              <span className={css.answer}>
                <MarkSymbol kind={mark.kind} isQuiet />
                <span>
                  {siteLabel(mark.site)}
                  <span className={css.detail}>{detailOf(mark, allowed)}</span>
                </span>
              </span>
            </Combobox.Option>
          ))}
          {answers.length === 0 && <Combobox.Empty>{emptyWords(typed)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const emptyWords = (typed: string) =>
  typed.trim() === '' ? 'Type a place, such as “lev r 3” or “tp trap l > temple”.' : 'No such place. Name a muscle or a spot, with l or r.'

function detailOf({ kind, grade, quality, refersTo, site }: NewMark, allowed: readonly Region[]): string {
  const isAllowed = allowed.length === 0 || regionsOfSite(site).some(region => allowed.includes(region))
  const said = [markWords(kind).name, gradeInWords(kind, grade), quality, refersTo && `to ${siteInWords(refersTo.site)}`, !isAllowed && 'not prescribed']
  return said.filter(Boolean).join(', ')
}

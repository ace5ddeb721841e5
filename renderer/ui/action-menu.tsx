import { Menu } from '@mantine/core'
import { useRef } from 'react'
import { IconButton } from './button.tsx'
import css from './menu.module.css'

/** One less usual action of a row. */
export type MenuAction = { words: string; run: () => void; disabled?: boolean }

/** The less usual actions of a row or screen, behind one quiet button. `label` names it: "More for Marisol Reyes". */
export function ActionMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  const button = useRef<HTMLButtonElement>(null)
  // A panel that an action opens gives the focus back to where it was then: the button, since the menu is gone.
  const run = (action: MenuAction) => {
    button.current?.focus()
    action.run()
  }
  return (
    <Menu position="bottom-end" offset={4} returnFocus classNames={{ dropdown: css.dropdown, item: css.option }}>
      <Menu.Target>
        <IconButton ref={button} icon="more" label={label} size="small" />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(action => (
          <Menu.Item key={action.words} onClick={() => run(action)} disabled={action.disabled ?? false}>
            {action.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

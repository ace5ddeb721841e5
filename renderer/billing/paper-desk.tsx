import { type ReactNode, useState } from 'react'
import { Empty } from '../ui/messages.tsx'
import { PaperView } from '../ui/paper-view.tsx'
import css from './check-out.module.css'

type PaperDeskProps = {
  title: string
  note: string
  /** Address of the paper; null where nothing can be drawn yet, and then `why`. */
  path: string | null
  why: string
  /** Changes when the paper may look different. */
  version?: string
  actions?: ReactNode
}

/** The preview desk beside the check-out: the superbill as an insurer will see it. */
export function PaperDesk({ title, note, path, why, version = '', actions }: PaperDeskProps) {
  const [pages, setPages] = useState(1)
  return (
    <>
      <header className={css.deskHead}>
        <h2>{title}</h2>
        <span className={css.second}>
          {note}
          {path && ` · ${pages === 1 ? '1 page' : `${pages} pages`}`}
        </span>
      </header>
      {path ? (
        <PaperView path={path} label={title} version={version} onPages={setPages} />
      ) : (
        <Empty title="No superbill yet" icon="receipt">
          {why}
        </Empty>
      )}
      <footer className={css.deskFoot}>
        <p className={css.second}>The printed copy is kept as it is. A correction becomes version 2.</p>
        {actions}
      </footer>
    </>
  )
}

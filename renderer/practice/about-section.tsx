import { useQuery } from '@tanstack/react-query'
import { ask } from '../lib/api.ts'
import { Facts } from '../ui/screen.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

const licenses = [
  ['Source Sans 3', 'SIL Open Font License 1.1, Adobe'],
  ['React, Mantine, TanStack, zod', 'MIT'],
  ['SQLite with encryption', 'public domain; SQLite3 Multiple Ciphers, MIT'],
  ['Body figure', 'react-muscle-highlighter, MIT'],
  ['PDFKit', 'MIT'],
] as const

/** Version, runtime, notices and licenses. */
export function AboutSection() {
  const status = useQuery(ask('access.status', {}))
  return (
    <SectionFrame title="About" note="Myodesk keeps a clinic’s records on its own computer: no account, no internet.">
      <div className={css.form}>
        <div className={css.part}>
          <Facts
            facts={[
              ['Version', status.data ? `Myodesk ${status.data.version}` : ''],
              ['Runs in', runtimeInWords(navigator.userAgent)],
              ['License', 'MIT'],
            ]}
          />
        </div>
        <div className={css.part}>
          <h3>Codes</h3>
          <p>
            CPT® is a registered trademark of the American Medical Association. Myodesk contains no CPT descriptions; codes are typed by their users, who hold
            their own license.
          </p>
          <p>ICD-10-CM is published by the National Center for Health Statistics; place of service codes by the Centers for Medicare and Medicaid Services.</p>
        </div>
        <div className={css.part}>
          <h3>Made with</h3>
          <Facts facts={licenses} />
        </div>
      </div>
    </SectionFrame>
  )
}

/** Electron with its version, or plainly the browser engine where the app runs without it. */
function runtimeInWords(userAgent: string): string {
  const electron = /Electron\/([\d.]+)/.exec(userAgent)?.[1]
  const chromium = /Chrome\/(\d+)/.exec(userAgent)?.[1] ?? 'unknown'
  return electron ? `Electron ${electron}, Chromium ${chromium}` : `Chromium ${chromium}, without Electron`
}

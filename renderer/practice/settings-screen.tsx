import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'
import { Empty } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { BackupsSection } from './backups-section.tsx'
import { BillingRulesSection } from './billing-rules-section.tsx'
import { ClinicSection } from './clinic-section.tsx'
import { DeskRulesSection } from './desk-rules-section.tsx'
import { LetterWordingSection } from './letter-wording-section.tsx'
import { OpeningHoursSection } from './opening-hours-section.tsx'
import { PackageTypesSection } from './package-types-section.tsx'
import { PayersSection } from './payers-section.tsx'
import { PractitionersSection } from './practitioners-section.tsx'
import { PrescribersSection } from './prescribers-section.tsx'
import { ProductsSection } from './products-section.tsx'
import { RoomsSection } from './rooms-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { SecuritySection } from './security-section.tsx'
import { ServicesSection } from './services-section.tsx'
import css from './settings.module.css'
import { SnippetsSection } from './snippets-section.tsx'
import { TechniquesSection } from './techniques-section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import { VisitTypesSection } from './visit-types-section.tsx'

type Section = { name: string; section: string; content: () => ReactNode }

const groups: readonly { title: string; sections: readonly Section[] }[] = [
  {
    title: 'The clinic',
    sections: [
      { name: 'Clinic', section: 'clinic', content: () => <ClinicSection /> },
      { name: 'Opening hours', section: 'hours', content: () => <OpeningHoursSection /> },
      { name: 'Practitioners', section: 'practitioners', content: () => <PractitionersSection /> },
      { name: 'Rooms', section: 'rooms', content: () => <RoomsSection /> },
    ],
  },
  {
    title: 'Front desk',
    sections: [
      { name: 'Visit types', section: 'visit-types', content: () => <VisitTypesSection /> },
      { name: 'Front desk rules', section: 'desk', content: () => <DeskRulesSection /> },
    ],
  },
  {
    title: 'Billing',
    sections: [
      { name: 'Services and fees', section: 'services', content: () => <ServicesSection /> },
      { name: 'Products', section: 'products', content: () => <ProductsSection /> },
      { name: 'Packages', section: 'packages', content: () => <PackageTypesSection /> },
      { name: 'Payers', section: 'payers', content: () => <PayersSection /> },
      { name: 'Billing rules', section: 'billing', content: () => <BillingRulesSection /> },
      { name: 'Prescribers', section: 'prescribers', content: () => <PrescribersSection /> },
    ],
  },
  {
    title: 'Notes and letters',
    sections: [
      { name: 'Letter wording', section: 'letters', content: () => <LetterWordingSection /> },
      { name: 'Note templates', section: 'templates', content: () => <TemplatesSection /> },
      { name: 'Snippets', section: 'snippets', content: () => <SnippetsSection /> },
      { name: 'Techniques', section: 'techniques', content: () => <TechniquesSection /> },
      { name: 'Clinical rules', section: 'rules', content: () => <RulesSection /> },
    ],
  },
  {
    title: 'Myodesk',
    sections: [
      { name: 'Security', section: 'security', content: () => <SecuritySection /> },
      { name: 'Backups', section: 'backups', content: () => <BackupsSection /> },
      { name: 'Appearance', section: 'appearance', content: () => <AppearanceSection /> },
      { name: 'About', section: 'about', content: () => <AboutSection /> },
    ],
  },
]

const route = getRouteApi('/settings/$section')

/** The clinic's own answers, by section; each saves for itself. */
export function SettingsScreen() {
  const { section } = route.useParams()
  const open = groups.flatMap(({ sections }) => sections).find(one => one.section === section)
  return (
    <Screen title={open ? `Settings: ${open.name}` : 'Settings'} head={null}>
      <Columns template="224px minmax(0, 1fr)">
        <Column label="Sections" padding="none">
          <nav className={css.nav} aria-label="Settings">
            <h1 className={css.title}>Settings</h1>
            {groups.map(({ title, sections }) => (
              <div key={title} className={css.sections}>
                <h2 className={css.group}>{title}</h2>
                {sections.map(one => (
                  <Link
                    key={one.section}
                    to="/settings/$section"
                    params={{ section: one.section }}
                    className={css.link}
                    activeProps={{ className: cx(css.on) }}
                  >
                    {one.name}
                  </Link>
                ))}
              </div>
            ))}
          </nav>
        </Column>
        <Column label={open?.name ?? 'Settings'} ground="surface" className={css.content}>
          {open ? open.content() : <Empty title="There is no such section.">Choose one at the left.</Empty>}
        </Column>
      </Columns>
    </Screen>
  )
}

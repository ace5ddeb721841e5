import { Link } from '@tanstack/react-router'
import css from './billing-tabs.module.css'

const EXACT = { exact: true }

/** The rooms of Billing, above each of its screens. */
export function BillingTabs() {
  return (
    <nav className={css.tabs} aria-label="Billing">
      <Link to="/billing" className={css.tab} activeOptions={EXACT}>
        Invoices
      </Link>
      <Link to="/billing/balances" className={css.tab}>
        Balances
      </Link>
      <Link to="/billing/packages" className={css.tab}>
        Packages
      </Link>
      <Link to="/billing/superbills" className={css.tab}>
        Superbills
      </Link>
      <Link to="/estimates" className={css.tab} activeOptions={EXACT}>
        Estimates
      </Link>
      <Link to="/billing/close-day" className={css.tab}>
        Close the day
      </Link>
    </nav>
  )
}

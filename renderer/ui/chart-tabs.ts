/** The tabs of a patient’s chart in their order. Health has a screen of its own, so that the session can lead to it. */
export const CHART_TABS = [
  { value: 'overview', label: 'Overview' },
  { value: 'health', label: 'Health' },
  { value: 'episodes', label: 'Episodes' },
  { value: 'notes', label: 'Notes' },
  { value: 'billing', label: 'Billing' },
  { value: 'documents', label: 'Documents' },
  { value: 'details', label: 'Details' },
] as const

/** One tab of the chart. */
export type ChartTabName = (typeof CHART_TABS)[number]['value']

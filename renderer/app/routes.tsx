import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { BatchShow } from '../../shared/documents/batch.ts'
import { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { AppointmentId, DocumentId, EpisodeId, LetterId, NoteId, PatientId, WaitlistId } from '../../shared/lib/ids.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { ShellLayout } from './shell-layout.tsx'

const root = createRootRoute({ component: ShellLayout })

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => redirect({ to: '/today', throw: true }) })

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('../today/today-screen.tsx'), 'TodayScreen'),
})

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  /** `book` opens the booking panel for a patient, from Today, chart or check-out; `new` opens it empty; `series` plans one; `waitlist` offers a time. */
  validateSearch: z.object({
    day: LocalDate.optional().catch(undefined),
    view: z.enum(['day', 'week', 'month', 'agenda']).optional().catch(undefined),
    by: z.enum(['practitioner', 'room']).optional().catch(undefined),
    book: PatientId.optional().catch(undefined),
    new: z.boolean().optional().catch(undefined),
    visit: AppointmentId.optional().catch(undefined),
    series: PatientId.optional().catch(undefined),
    waitlist: WaitlistId.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../appointments/calendar-screen.tsx'), 'CalendarScreen'),
})

const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  /** `day`: whose visits one calls about; without it the next working day. */
  validateSearch: z.object({ day: LocalDate.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../today/calls-screen.tsx'), 'CallsScreen'),
})

const patients = createRoute({
  getParentRoute: () => root,
  path: '/patients',
  validateSearch: z.object({ q: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../patients/patients-screen.tsx'), 'PatientsScreen'),
})

const newPatient = createRoute({
  getParentRoute: () => root,
  path: '/patients/new',
  /** `name`: what was typed in the search. */
  validateSearch: z.object({ name: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../patients/new-patient-screen.tsx'), 'NewPatientScreen'),
})

const merge = createRoute({
  getParentRoute: () => root,
  path: '/patients/merge',
  /** `keep`: the chart one comes from; `other`: the one laid beside it. */
  validateSearch: z.object({ keep: PatientId.optional().catch(undefined), other: PatientId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../patients/merge-screen.tsx'), 'MergeScreen'),
})

/** The tabs of a patient's chart. */
export const ChartTab = z.enum(['overview', 'episodes', 'notes', 'billing', 'documents', 'details'])

const patientChart = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId',
  params: { parse: raw => ({ patientId: PatientId.parse(raw.patientId) }), stringify: ({ patientId }) => ({ patientId }) },
  validateSearch: z.object({ tab: ChartTab.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../patients/patient-chart-screen.tsx'), 'PatientChartScreen'),
})

/** The health history of a patient; one of the chart's tabs, with a screen of its own because the session leads here too. */
const patientHealth = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/health',
  params: { parse: raw => ({ patientId: PatientId.parse(raw.patientId) }), stringify: ({ patientId }) => ({ patientId }) },
  /** `edit` opens the form, and opens it again after a lock; `clearance` opens a new clearance for that item. */
  validateSearch: z.object({ edit: z.boolean().optional().catch(undefined), clearance: ContraindicationItem.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../health/health-screen.tsx'), 'HealthScreen'),
})

const episode = createRoute({
  getParentRoute: () => root,
  path: '/episodes/$episodeId',
  params: { parse: raw => ({ episodeId: EpisodeId.parse(raw.episodeId) }), stringify: ({ episodeId }) => ({ episodeId }) },
  component: lazyRouteComponent(() => import('../episodes/episode-screen.tsx'), 'EpisodeScreen'),
})

const session = createRoute({
  getParentRoute: () => root,
  path: '/session/$appointmentId',
  params: { parse: raw => ({ appointmentId: AppointmentId.parse(raw.appointmentId) }), stringify: ({ appointmentId }) => ({ appointmentId }) },
  component: lazyRouteComponent(() => import('../notes/session-screen.tsx'), 'SessionScreen'),
})

/** One signed note by itself, also one that was entered in error. */
const note = createRoute({
  getParentRoute: () => root,
  path: '/notes/$noteId',
  params: { parse: raw => ({ noteId: NoteId.parse(raw.noteId) }), stringify: ({ noteId }) => ({ noteId }) },
  component: lazyRouteComponent(() => import('../notes/note-screen.tsx'), 'NoteScreen'),
})

const checkOut = createRoute({
  getParentRoute: () => root,
  path: '/checkout/$appointmentId',
  params: { parse: raw => ({ appointmentId: AppointmentId.parse(raw.appointmentId) }), stringify: ({ appointmentId }) => ({ appointmentId }) },
  component: lazyRouteComponent(() => import('../billing/check-out-screen.tsx'), 'CheckOutScreen'),
})

const billing = createRoute({
  getParentRoute: () => root,
  path: '/billing',
  component: lazyRouteComponent(() => import('../billing/billing-screen.tsx'), 'BillingScreen'),
})

const balances = createRoute({
  getParentRoute: () => root,
  path: '/billing/balances',
  component: lazyRouteComponent(() => import('../accounts/balances-screen.tsx'), 'BalancesScreen'),
})

const closeDay = createRoute({
  getParentRoute: () => root,
  path: '/billing/close-day',
  component: lazyRouteComponent(() => import('../accounts/close-day-screen.tsx'), 'CloseDayScreen'),
})

const packages = createRoute({
  getParentRoute: () => root,
  path: '/billing/packages',
  /** `sell` opens the sale for a patient. */
  validateSearch: z.object({ sell: PatientId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../packages/packages-screen.tsx'), 'PackagesScreen'),
})

const superbills = createRoute({
  getParentRoute: () => root,
  path: '/billing/superbills',
  /** `from` and `to`: the days chosen, without them the last finished month; `show` and `offset`: which rows of them. */
  validateSearch: z.object({
    from: LocalDate.optional().catch(undefined),
    to: LocalDate.optional().catch(undefined),
    show: BatchShow.optional().catch(undefined),
    offset: z.int().min(0).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../documents/batch-screen.tsx'), 'BatchScreen'),
})

const letters = createRoute({
  getParentRoute: () => root,
  path: '/letters',
  component: lazyRouteComponent(() => import('../documents/letters-screen.tsx'), 'LettersScreen'),
})

const letter = createRoute({
  getParentRoute: () => root,
  path: '/letters/$letterId',
  params: { parse: raw => ({ letterId: LetterId.parse(raw.letterId) }), stringify: ({ letterId }) => ({ letterId }) },
  component: lazyRouteComponent(() => import('../documents/letter-screen.tsx'), 'LetterScreen'),
})

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$documentId',
  params: { parse: raw => ({ documentId: DocumentId.parse(raw.documentId) }), stringify: ({ documentId }) => ({ documentId }) },
  component: lazyRouteComponent(() => import('../documents/document-screen.tsx'), 'DocumentScreen'),
})

const estimates = createRoute({
  getParentRoute: () => root,
  path: '/estimates',
  component: lazyRouteComponent(() => import('../estimates/estimates-screen.tsx'), 'EstimatesScreen'),
})

const estimate = createRoute({
  getParentRoute: () => root,
  path: '/estimates/$patientId',
  params: { parse: raw => ({ patientId: PatientId.parse(raw.patientId) }), stringify: ({ patientId }) => ({ patientId }) },
  component: lazyRouteComponent(() => import('../estimates/estimate-screen.tsx'), 'EstimateScreen'),
})

const firstSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => redirect({ to: '/settings/$section', params: { section: 'clinic' }, throw: true }),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../practice/settings-screen.tsx'), 'SettingsScreen'),
})

const screens = [
  today,
  calls,
  calendar,
  patients,
  newPatient,
  merge,
  patientChart,
  patientHealth,
  episode,
  session,
  note,
  checkOut,
  billing,
  balances,
  closeDay,
  packages,
  superbills,
  letters,
  letter,
  document,
  estimates,
  estimate,
  firstSettings,
  settings,
]

/** Every screen of the clinic. Screens read their params through `getRouteApi('/patients/$patientId')`; ids come branded. */
export const router = createRouter({
  routeTree: root.addChildren([start, ...screens]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 100,
  defaultErrorComponent: () => <Problem error={{ message: 'This screen could not be shown. Go back to Today and try again.' }} />,
  defaultNotFoundComponent: () => <Problem error={{ message: 'There is no such screen. Go to Today in the navigation.' }} />,
})

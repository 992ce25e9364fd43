// Faults that only the dashboard shows: of its pages, of who may see and do what on them, and of what it says it did.
import type { Fault } from './fault.ts'

export const dashboardFaults = [
  {
    name: 'goodwill-lost',
    capability: 'dashboard',
    tags: '@goodwill',
    summary: "The dashboard's goodwill says it was given, but it never reaches the ledger.",
  },
  {
    name: 'mouse-only-button',
    capability: 'dashboard',
    tags: '@accessibility',
    summary: 'The button that gives goodwill can be pressed with a mouse only.',
  },
  {
    name: 'field-unlabelled',
    capability: 'dashboard',
    tags: '@accessibility',
    summary: "The field for the reason has no label: its words stand above it, but are not the field's.",
  },
  {
    name: 'badge-contrast',
    capability: 'dashboard',
    tags: '@accessibility',
    summary: 'Statuses are written too faintly to be read by everybody.',
  },
  {
    name: 'error-unannounced',
    capability: 'dashboard',
    tags: '@accessibility',
    summary: 'What is wrong with a form is neither announced nor tied to its field.',
  },
  {
    name: 'focus-lost',
    capability: 'dashboard',
    tags: '@accessibility',
    summary: 'After a form was sent the focus is at the top of the page, not at what came of it.',
  },
  {
    name: 'pii-unmasked',
    capability: 'dashboard',
    tags: '@roles',
    summary: 'Customer care sees personal data in full, which only supervisors may.',
  },
  {
    name: 'role-link-only',
    capability: 'dashboard',
    tags: '@roles',
    summary: 'What a role may not do is not shown to it, yet done for it by address.',
  },
  {
    name: 'sign-out-half',
    capability: 'dashboard',
    tags: '@sign-in',
    summary: 'Signing out takes the cookie away and leaves the session alive for a copy of it.',
  },
  {
    name: 'lock-out-missing',
    capability: 'dashboard',
    tags: '@sign-in',
    summary: 'However many wrong passwords are tried, no user is ever locked.',
  },
  {
    name: 'search-leak',
    capability: 'dashboard',
    tags: '@sign-in or @search',
    summary: "The dashboard's search finds the customers of other tenants.",
  },
  {
    name: 'wizard-forgets-minimum',
    capability: 'dashboard',
    tags: '@new-campaign',
    summary: 'A campaign from the dashboard has no minimum spend, whatever was asked for and shown.',
  },
  {
    name: 'export-cut',
    capability: 'dashboard',
    tags: '@export',
    summary: 'An export of more than 100 rows is cut off after them, and nothing says so.',
  },
  {
    name: 'audit-misses-goodwill',
    capability: 'dashboard',
    tags: '@audit',
    summary: "The dashboard's audit leaves out who gave goodwill.",
  },
  {
    name: 'session-endless',
    capability: 'dashboard',
    tags: '@sign-in',
    summary: 'A session in the dashboard never ends by itself.',
  },
] as const satisfies readonly Fault[]

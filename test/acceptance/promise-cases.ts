// Releases whose runs passed, and what became of the promises about them: when they are let in, and who answers for it.
import type { Release } from '../../src/release/release.ts'
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { describeTenants, makeReleaseFiles, type Files } from './promise-files.ts'
import { usualEmergency } from './sample-promise.ts'
import { usualCases } from './run-folder.ts'

const author = 'a.person@example.com'
const approvals = (at: string): Release['approvals'] => [
  { by: 'b.person@example.com', role: 'qa', at },
  { by: 'c.person@example.com', role: 'release-manager', at },
]

/** The usual run, for a release that is another one than usual. */
const promise = (change: Partial<Release>, files: Files = {}): AcceptanceCase =>
  judgeRun({}, { files: { ...makeReleaseFiles(change), ...files } })

/** Another window, of which the tenants were told in time. */
function movedTo(start: string, end: string): AcceptanceCase {
  const window = { start: `${start}:00Z`, end: `${end}:00Z` }
  const files = makeReleaseFiles({ window: { start, end } }, (told) => [
    told.window === null ? told : { ...told, window },
  ])
  return judgeRun({}, { files })
}

/** A run in the night of the window, approved when it was over, and judged at that minute. */
function inTheNight(minute: string): AcceptanceCase {
  return judgeRun(
    { startMs: Date.UTC(2026, 10, 30, 2) },
    {
      files: makeReleaseFiles({ approvals: approvals('2026-11-30T02:05') }),
      nowMs: Temporal.Instant.from(`2026-11-30T${minute}:00Z`).epochMilliseconds,
    },
  )
}

const freeze = (tenants = ''): Files => ({
  'policy/freezes.yaml': `freezes: [{ from: 2026-11-25, to: 2026-11-30, reason: Peak trading${tenants} }]\n`,
})
const cedarWith = (own: object): Files => ({
  'policy/tenants.yaml': describeTenants(({ id }) => (id === 'cedar' ? own : {})),
})
const emergency = { kind: 'emergency' as const, emergency: usualEmergency }

export const promiseCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-release-without-its-downtime': promise({ expectedDowntimeMinutes: undefined }),
  'a-release-of-another-build': promise({ candidate: { version: '7.7.0', digest: 'sha256:another' } }),

  'a-window-at-noon': movedTo('2026-11-30T12:00', '2026-11-30T13:00'),
  'a-window-in-the-evening-of-a-tenant': promise({}, cedarWith({ tradingHours: '07:00-23:00' })),
  'let-in-in-its-window': inTheNight('03:30'),
  'let-in-too-late-in-its-window': inTheNight('03:58'),
  'let-in-after-its-window': inTheNight('04:00'),
  'a-downtime-of-seven-minutes': promise({ expectedDowntimeMinutes: 7 }),
  'a-downtime-of-three-quarters-of-an-hour': promise({ expectedDowntimeMinutes: 45 }),

  'a-freeze-in-the-window': promise({}, freeze()),
  'a-freeze-of-a-tenant': promise({}, freeze(', tenants: [cedar]')),
  'a-freeze-of-a-tenant-that-is-not-touched': judgeRun(
    {
      plan: {
        tenants: [
          { id: 'cedar', name: 'cedar', services: ['wallet', 'pos'] },
          { id: 'maple', name: 'maple', services: ['wallet'] },
        ],
      },
      cases: usualCases((found) =>
        found.tenant === 'cedar' && found.capability === 'points'
          ? { ...found, tags: ['@service:pos'] }
          : found,
      ),
    },
    {
      files: {
        ...freeze(', tenants: [maple]'),
        ...makeReleaseFiles({ services: ['pos'] }),
        'releases/2026.24/changes/01-balance.md':
          '---\nservices: [pos]\ntype: fixed\n---\n# Receipts show the points\n',
        ...cedarWith({ services: ['wallet', 'pos'] }),
      },
    },
  ),

  'approved-before-the-last-run': promise({ approvals: approvals('2026-11-20T16:02Z') }),
  'approved-by-its-author': promise({
    approvals: approvals('2026-11-23T08:05').map((one) => (one.role === 'qa' ? { ...one, by: author } : one)),
  }),
  'approved-by-one-person-in-two-roles': promise({
    approvals: approvals('2026-11-23T08:05').map((one) => ({ ...one, by: 'b.person@example.com' })),
  }),
  'approved-as-another-build': promise({
    approvals: approvals('2026-11-23T08:05').map((one) => ({ ...one, digest: 'sha256:another' })),
  }),

  'an-emergency-that-is-justified': promise(emergency),
  'an-emergency-declared-by-its-author': promise({
    kind: 'emergency',
    emergency: { ...usualEmergency, declaredBy: author },
  }),
  'an-emergency-of-nobody': promise({ ...emergency, author: undefined }),
  'a-patch-without-a-window': promise({
    kind: 'patch',
    window: undefined,
    expectedDowntimeMinutes: undefined,
  }),
  'a-patch-with-a-downtime': promise({ kind: 'patch' }),

  'a-tenant-on-the-version-of-before': judgeRun({
    seal: (seal) => ({
      ...seal,
      candidate: {
        start: seal.candidate.start,
        end: seal.candidate.end.map((seen) =>
          seen.tenant === 'cedar' ? { ...seen, version: '7.6.0', digest: 'sha256:before' } : seen,
        ),
      },
    }),
  }),
}

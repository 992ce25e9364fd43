// Releases whose runs passed, and what clients were told about them: whom they touch, what changes, and when.
import { makeLedgerText, type Told } from '../../src/notice/ledger-line.ts'
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { describeTenants, makeReleaseFiles, type Files } from './promise-files.ts'
import { sampleLedger, type ChangeTold } from './sample-promise.ts'

const ledgerFile = 'releases/2026.24/notices.jsonl'

/** The usual run and release, with other entries in the ledger. */
const told = (change: ChangeTold, files: Files = {}): AcceptanceCase =>
  judgeRun({}, { files: { ...makeReleaseFiles({}, change), ...files } })

const isOf = ({ kind, tenant }: Told, wanted: Told['kind'], whose: string): boolean =>
  kind === wanted && tenant === whose

/** Somebody was at the file after Airlock had written it. */
const tampered = (change: (ledger: string) => string): AcceptanceCase =>
  judgeRun({}, { files: { ...makeReleaseFiles(), [ledgerFile]: change(sampleLedger()) } })

const refuse = (entry: Told): Told => ({
  ...entry,
  accepted: [],
  refused: entry.accepted.map((recipient) => ({ recipient, answer: '550 no such mailbox' })),
  answer: '550 no such mailbox',
})

const changeFile = (services: string): Files => ({
  'releases/2026.24/changes/01-balance.md': `---\nservices: [${services}]\ntype: fixed\n---\n# Balances show at once\n`,
})

const bill = (version: string): string =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ name: 'ledger', version }] })

export const noticeCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-service-that-a-change-names-alone': judgeRun(
    {},
    { files: { ...makeReleaseFiles(), ...changeFile('wallet, pos') } },
  ),
  'a-part-that-may-touch-any-service': judgeRun(
    {},
    {
      files: {
        ...makeReleaseFiles({ sbom: { before: 'before.json', after: 'after.json' } }),
        'policy/tenants.yaml': describeTenants(({ id }) =>
          id === 'cedar' ? { services: ['wallet', 'pos'] } : {},
        ),
        'releases/2026.24/before.json': bill('1.0.0'),
        'releases/2026.24/after.json': bill('1.1.0'),
      },
    },
  ),

  'notes-that-a-server-refused': told((entry) => [isOf(entry, 'notes', 'cedar') ? refuse(entry) : entry]),
  'notes-of-the-version-before': told((entry) => [
    isOf(entry, 'notes', 'maple') ? { ...entry, version: '7.6.0' } : entry,
  ]),

  'a-notice-that-came-too-late': told((entry) => [
    isOf(entry, 'notice', 'cedar') ? { ...entry, at: '2026-11-20T10:00:00Z' } : entry,
  ]),
  'a-notice-that-a-server-refused': told((entry) => [isOf(entry, 'notice', 'cedar') ? refuse(entry) : entry]),
  'a-notice-of-another-window': told((entry) => [
    entry.window
      ? { ...entry, window: { start: '2026-11-30T02:00:00Z', end: '2026-11-30T03:00:00Z' } }
      : entry,
  ]),
  'a-tenant-without-a-contact': judgeRun(
    {},
    {
      files: {
        ...makeReleaseFiles(),
        'policy/tenants.yaml': describeTenants(({ id }) => (id === 'cedar' ? { contacts: [] } : {})),
      },
    },
  ),
  'nobody-was-told': judgeRun({}, { files: { ...makeReleaseFiles(), [ledgerFile]: makeLedgerText([]) } }),

  'a-ledger-line-changed': tampered((ledger) => ledger.replace('"channel":"smtp"', '"channel":"slack"')),
  'a-ledger-line-cut': tampered((ledger) => ledger.slice(0, -20)),
  'a-ledger-line-moved': tampered((ledger) => {
    const [first = '', second = '', ...others] = ledger.split('\n')
    return [second, first, ...others].join('\n')
  }),
}

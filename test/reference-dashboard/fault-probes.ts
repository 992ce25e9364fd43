// For each fault of the dashboard the question whose answer gives it away. Asked of a sound one, none may say yes.
import type { DashboardFaultName } from '../../reference/faults/faults.ts'
import type { Seen } from './look-at-wallet.ts'
import { makeCustomer, type Customer, type Dashboard } from './start-dashboard.ts'
import { openVisitor, readWords, signIn, type Visitor } from './visitor.ts'

export type Suspect = {
  readonly dashboard: Dashboard
  /** Somebody of customer care at a browser without the browser. */
  readonly care: Visitor
  /** What the wallet's page is like in a browser. */
  readonly seen: Seen
}

type Probe = (suspect: Suspect) => Promise<boolean>

const walletOf = ({ walletId }: Customer) => `/dashboard/wallets/${walletId}`

const gift = { points: '50', reason: 'The parcel came late' }

/** Gives goodwill, and hands over the page that says so. */
async function give(visitor: Visitor, customer: Customer): Promise<string> {
  const page = walletOf(customer)
  const reply = await visitor.fillIn(page, `${page}/goodwill`, gift)
  return (await visitor.get(reply.location ?? '')).text
}

const hasGoodwill = (html: string) => readWords(html.split('id="ledger"')[1] ?? '').includes('Goodwill')

export const probes: Readonly<Record<DashboardFaultName, Probe>> = {
  'goodwill-lost': async ({ dashboard, care }) => {
    const html = await give(care, await makeCustomer(dashboard, 'maple'))
    return readWords(html).includes('50 points given') && !hasGoodwill(html)
  },
  'mouse-only-button': async ({ seen }) => !seen.isButtonReached,
  'field-unlabelled': async ({ seen }) => !seen.isReasonLabelled,
  'badge-contrast': async ({ seen }) => seen.contrast < 4.5,
  'error-unannounced': async ({ seen }) => !seen.isErrorAnnounced,
  'focus-lost': async ({ seen }) => !seen.isFocusKept,
  'pii-unmasked': async ({ dashboard, care }) => {
    const customer = await makeCustomer(dashboard, 'maple')
    return (await care.get(walletOf(customer))).text.includes(customer.card)
  },
  'role-link-only': async ({ dashboard, care }) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const credit = `${walletOf(customer)}/accounts/${customer.accountId}/credit`
    return (await care.fillIn(credit, credit, gift)).status !== 403
  },
  'sign-out-half': async ({ dashboard }) => {
    const visitor = await signIn(dashboard, 'lotus')
    const copy = openVisitor(dashboard.url, visitor.cookie())
    await visitor.fillIn('/dashboard/customers', '/dashboard/sign-out', {})
    return (await copy.get('/dashboard/customers')).status === 200
  },
  'lock-out-missing': async ({ dashboard }) => {
    const { user, password } = dashboard.roles.lotus.marketing
    const signInAs = async (word: string) =>
      openVisitor(dashboard.url).fillIn('/dashboard/sign-in', '/dashboard/sign-in', { user, password: word })
    for (let time = 0; time < 5; time += 1) await signInAs('wrong')
    return (await signInAs(password)).status === 303
  },
  'search-leak': async ({ dashboard, care }) => {
    const { card, walletId } = await makeCustomer(dashboard, 'cedar')
    return (await care.get(`/dashboard/customers?search=${card}`)).text.includes(walletId)
  },
  'wizard-forgets-minimum': async ({ dashboard }) => {
    const marketing = await signIn(dashboard, 'maple', 'marketing')
    const { location } = await marketing.get('/dashboard/campaigns/new')
    const wizard = location?.replace(/basics$/, '') ?? ''
    const send = async (step: string, fields: Readonly<Record<string, string>>) =>
      marketing.fillIn(`${wizard}${step}`, `${wizard}${step}`, fields)
    await send('basics', { name: 'A campaign', mode: 'RESTRICTED' })
    await send('offer', { reward: 'PERCENT', value: '10', minimumSpend: '60' })
    await send('limits', { uses: '1' })
    await send('window', {})
    const made = await send('review', { go: 'draft' })
    const page = await marketing.get(made.location ?? '')
    return !readWords(page.text).includes('Minimum spend 60.00')
  },
  'export-cut': async ({ dashboard, care }) => {
    const customer = await makeCustomer(dashboard, 'maple')
    copyLedger(dashboard, customer)
    const page = `${walletOf(customer)}/export`
    const { text } = await care.get(page)
    const today = /name="to" type="text" value="([^"]*)"/.exec(text)?.[1] ?? ''
    return (await care.fillIn(page, page, { from: today, to: today })).status === 200
  },
  'audit-misses-goodwill': async ({ dashboard, care }) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const isGiven = hasGoodwill(await give(care, customer))
    const supervisor = await signIn(dashboard, 'maple', 'supervisor')
    const audit = await supervisor.get(`/dashboard/audit?wallet=${customer.walletId}`)
    return isGiven && !readWords(audit.text).includes('Gave goodwill')
  },
  'session-endless': async ({ dashboard }) => {
    const visitor = await signIn(dashboard, 'lotus')
    const clock = { tenant: 'lotus', advanceSeconds: 31 * 60 }
    await dashboard.call('lotus', 'PUT /test/clock', clock)
    return (await visitor.get('/dashboard/customers')).status === 200
  },
}

/** As if the account had been written to a hundred times more: through the API it would take too long. */
function copyLedger({ store }: Dashboard, { accountId }: Customer): void {
  store.run(
    `WITH RECURSIVE copy (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < 100)
    INSERT INTO account_transaction (id, tenant, document)
    SELECT 900000000 + number, tenant, document FROM account_transaction, copy WHERE accountId = ?`,
    accountId,
  )
}

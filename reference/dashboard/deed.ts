// What people do in the dashboard, as the audit keeps it.
import { writeAudit } from '../service/audit.ts'
import type { Scope } from '../service/scope.ts'

export type Deed = {
  readonly action: DeedAction
  readonly walletId: string | null
  readonly accountId?: string | null
  /** What it was done to, where neither wallet nor account says it. */
  readonly subject?: string
  readonly reason?: string
}

/** Moves of points are audited where they are made, for clients of the API as well. */
const movedWords = {
  GOODWILL: 'Gave goodwill',
  CREDIT: 'Credited points',
  DEBIT: 'Debited points',
  PENDING_APPROVE: 'Approved pending points',
  PENDING_REJECT: 'Rejected pending points',
} as const

const doneWords = {
  WALLET_SUSPEND: 'Suspended the wallet',
  WALLET_ACTIVATE: 'Activated the wallet',
  IDENTITY_ADD: 'Added an identity',
  IDENTITY_SUSPEND: 'Suspended an identity',
  IDENTITY_ACTIVATE: 'Activated an identity',
  IDENTITY_LOST: 'Reported an identity lost',
  IDENTITY_STOLEN: 'Reported an identity stolen',
  IDENTITY_MOVE: 'Moved an identity',
  COUPON_GIVE: 'Gave a coupon',
  COUPON_TAKE_IN: 'Took in a coupon',
  COUPON_CANCEL: 'Cancelled a coupon',
  CAMPAIGN_CREATE: 'Made a campaign',
  CAMPAIGN_SUBMIT: 'Sent a campaign for approval',
  CAMPAIGN_APPROVE: 'Approved a campaign',
  CAMPAIGN_REJECT: 'Rejected a campaign',
} as const

type DeedAction = keyof typeof doneWords

const words: Readonly<Record<string, string>> = { ...movedWords, ...doneWords }

/** An action that only clients of the API have a name for stands as they have it. */
export function renderAction(action: string): string {
  return words[action] ?? action
}

export function writeDeed(scope: Scope, { action, walletId, accountId, subject, reason }: Deed): void {
  const said = [subject, reason].filter(Boolean).join(': ')
  writeAudit(scope, { action, walletId, accountId: accountId ?? null, reason: said === '' ? null : said })
}

// The platform's codes in the words of customer care. A code without a word does not compile.
import type { Account } from '../model/account.ts'
import type { AccountEvent, TransactionSource } from '../model/account-transaction.ts'
import type { CampaignStatus } from '../model/campaign.ts'
import type { Identity } from '../model/identity.ts'
import type { JobStatus } from '../model/job.ts'
import type { Wallet } from '../model/wallet.ts'
import type { Cell, Tone } from './table.ts'

type Words<Code extends string> = Readonly<Record<Code, string>>

const statusWords = {
  ACTIVE: ['Active', 'good'],
  INACTIVE: ['Inactive', 'wait'],
  SUSPENDED: ['Suspended', 'wait'],
  LOCKED: ['Locked', 'wait'],
  LOST: ['Lost', 'bad'],
  STOLEN: ['Stolen', 'bad'],
  TERMINATED: ['Terminated', 'bad'],
  CANCELLED: ['Cancelled', 'bad'],
  EXPIRED: ['Expired', 'quiet'],
  USED: ['Used', 'quiet'],
  MERGED: ['Merged', 'quiet'],
  DELETED: ['Deleted', 'quiet'],
} as const satisfies Record<
  Wallet['status'] | Identity['status'] | Account['status'],
  readonly [string, Tone]
>

/** A campaign is paused where a customer or a card would be inactive. */
const campaignStatusWords = {
  DRAFT: ['Draft', 'quiet'],
  PENDING: ['Waiting for approval', 'wait'],
  READY: ['Approved, not begun', 'good'],
  ACTIVE: ['Active', 'good'],
  INACTIVE: ['Paused', 'wait'],
  REJECTED: ['Rejected', 'bad'],
  EXPIRED: ['Expired', 'quiet'],
} as const satisfies Record<CampaignStatus, readonly [string, Tone]>

const exportStatusWords = {
  QUEUED: ['Queued', 'wait'],
  READY: ['Ready', 'good'],
  FAILED: ['Failed', 'bad'],
} as const satisfies Record<JobStatus, readonly [string, Tone]>

export const stateWords = {
  DEFAULT: 'Default',
  EARNONLY: 'Earn only',
  EARNBURN: 'Earn and spend',
  VERIFIED: 'Verified',
  LOADED: 'Loaded',
  UNLOADED: 'Not loaded',
} as const satisfies Words<Wallet['state'] | Identity['state'] | Account['state']>

export const walletTypeWords = {
  CONSUMER: 'Consumer',
  HOUSEHOLD: 'Household',
} as const satisfies Words<Wallet['type']>

export const accountTypeWords = { ECOUPON: 'Coupon', POINTS: 'Points' } as const satisfies Words<
  Account['type']
>

export const eventWords = {
  CREATE: 'Opened',
  EARN: 'Earned',
  CREDIT: 'Credited',
  DEBIT: 'Debited',
  SPEND: 'Spent',
  REDEEM: 'Redeemed',
  UNREDEEM: 'Put back',
  CANCEL: 'Cancelled',
  LOCK: 'Locked',
  VOID: 'Given up',
  REFUND_DEBIT: 'Taken back',
  RELEASE: 'Released',
  REJECT: 'Rejected',
  EXPIRY: 'Expired',
  AUTOTOPUP: 'Filled up',
} as const satisfies Words<AccountEvent>

export const sourceWords = {
  POS: 'Till',
  API: 'API',
  GOODWILL: 'Goodwill',
  SYSTEM: 'By itself',
} as const satisfies Words<TransactionSource>

export function makeStatusCell(status: keyof typeof statusWords): Cell {
  const [text, tone] = statusWords[status]
  return { text, tone, value: status }
}

export function makeCampaignStatusCell(status: CampaignStatus): Cell {
  return { text: renderCampaignStatus(status), tone: campaignStatusWords[status][1], value: status }
}

export function renderCampaignStatus(status: CampaignStatus): string {
  return campaignStatusWords[status][0]
}

export function makeExportStatusCell(status: keyof typeof exportStatusWords): Cell {
  const [text, tone] = exportStatusWords[status]
  return { text, tone, value: status }
}

export function makeWordCell<Code extends string>(words: Words<Code>, code: Code): Cell {
  return { text: words[code], value: code }
}

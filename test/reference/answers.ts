// What tests read of answers. Whole shapes are held against the published document; these are only names for their parts.

export type ErrorBody = { errorCode: string; errorMessage: string; details?: string[] }

export type Page<Row> = {
  total: number
  limit: number
  offset: number
  orderBy: { name: string; order: string }[]
  filter: Record<string, unknown> | unknown[]
  results: Row[]
}

export type Wallet = {
  walletId: string
  status: string
  state: string
  meta: unknown
  relationships: unknown
  identities: Identity[]
}

export type Identity = { identityId: string; walletId: string; value: string; status: string }

export type Balances = {
  available: number
  refundable: number
  current: number
  usable: number
  locked: number
  pending: number
  lifetime: number
  lifetimeSpend: number
  lifetimeSpendValue: number
}

export type Account = {
  accountId: string
  walletId: string | null
  campaignId: string
  type: string
  status: string
  state: string
  balances: Balances
  campaign?: { campaignId: number; campaignName: string }
}

export type Entry = {
  accountTransactionId: string
  accountId: string
  event: string
  value: number
  source: string
  balancesBefore: Balances
  balancesAfter: Balances
  transactionDetails: Record<string, string>
  dateCreated: string
}

export type Operation = Entry & { account: Account }

export type Campaign = { id: string; name: string; status: string; mode: string; reference: string | null }

export type Scheme = { id: string; reference: string | null; status: string }

export type Token = {
  accountId: number
  token: string
  resourceId: number
  tokenStatus: string
  balances: Balances
}

type Batch = { total: number; results: Account[]; failed: { total: number; results: ErrorBody[] } }

export type Customer = Wallet & {
  accounts: { campaign: Batch; scheme: Batch }
  consumer: { consumerId: string } | null
}

export type Result = {
  type: string
  resourceId: string
  value: number | null
  success: boolean | null
  balances?: { current: number }
  targetedAccountId: string
}

export type Line = {
  upc?: string
  totalUnitCostAfterDiscount: number
  adjustmentResults?: (Result & { totalDiscountAmount: number })[]
  adjudicationResults?: Result[]
}

export type EnrichedBasket = {
  type: string
  summary: {
    totalBasketValue: number
    totalDiscountAmount: { promotions: number }
    adjustmentResults: Result[]
    adjudicationResults: Result[]
    results: { points: { earn: number; credit: number; totalPointsGiven: number } }
  }
  contents: Line[]
  analysedDateTime: string
}

export type OpenAnswer = {
  wallet: Wallet | null
  identity: Identity | null
  accounts: Account[]
  analyseBasketResults: {
    basket: EnrichedBasket
    discount: { campaignId: string; campaignName: string; value: number }[]
    points: { operationType: string; value: number }[]
    unusedAccounts: { accountId: string }[]
  }
  examine: { value: string; errorCode: string | null; errorMessage: string | null }[]
}

export type WalletTransaction = {
  walletTransactionId: string
  parentWalletTransactionId: string
  type: string
  status: string
  expiryDate: string | null
  walletId: string | null
  reference: string
  identity: string | null
  state: string
  meta: unknown
  accounts: { accountId: string; accountTransactionId: string }[]
  basket: { summary: EnrichedBasket['summary']; contents: Line[] }
  channel: string
  location: { storeId: string; storeParentId: string | null }
}

export type SettleAnswer = { walletTransactions: WalletTransaction[]; accountTransactions: Entry[] }

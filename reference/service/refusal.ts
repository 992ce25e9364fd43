// Everything the platform may refuse, with one code and status each. Services throw a Refusal so that the transaction
// around them is undone; the API and the dashboard turn it into words.

export const refusals = {
  INVALID_REQUEST: { status: 400, message: 'The request does not have the form this operation expects.' },
  MALFORMED_JSON: { status: 400, message: 'The body is not valid JSON.' },
  LOCATION_UNKNOWN: { status: 400, message: 'There is no such outlet.' },
  UNIT_UNKNOWN: { status: 400, message: 'There is no such unit.' },
  UNAUTHORISED: { status: 401, message: 'The request is not signed by a known client.' },
  SERVICE_NOT_AVAILABLE: { status: 403, message: 'This client may not use this service.' },
  ROUTE_NOT_FOUND: { status: 404, message: 'There is no such operation.' },
  WALLET_NOT_FOUND: { status: 404, message: 'There is no such wallet.' },
  IDENTITY_NOT_FOUND: { status: 404, message: 'There is no such identity.' },
  ACCOUNT_NOT_FOUND: { status: 404, message: 'There is no such account.' },
  CAMPAIGN_NOT_FOUND: { status: 404, message: 'There is no such campaign.' },
  SCHEME_NOT_FOUND: { status: 404, message: 'There is no such scheme.' },
  TRANSACTION_NOT_FOUND: { status: 404, message: 'There is no such transaction.' },
  CONSUMER_NOT_FOUND: { status: 404, message: 'The wallet has no consumer.' },
  LOCK_NOT_FOUND: { status: 404, message: 'Nothing is held under this reference.' },
  PCEXNF: { status: 404, message: 'The token cannot be loaded.' },
  PENDING_NOT_FOUND: { status: 404, message: 'There are no such pending points.' },
  JOB_NOT_FOUND: { status: 404, message: 'There is no such job.' },
  BACKUP_NOT_FOUND: { status: 404, message: 'There is no such backup.' },
  CREDENTIAL_NOT_FOUND: { status: 404, message: 'There is no such client.' },
  IDENTITY_EXISTS: { status: 409, message: 'The identity value is taken.' },
  REFERENCE_EXISTS: { status: 409, message: 'The reference is taken.' },
  REFERENCE_USED: { status: 409, message: 'The reference was settled with another request.' },
  PCEXNV: { status: 409, message: 'The token is not valid now.' },
  ILLEGAL_TRANSITION: { status: 409, message: 'The status does not allow this step.' },
  WALLET_TERMINATED: { status: 409, message: 'The wallet is terminated and can only be read.' },
  WALLET_NOT_ACTIVE: { status: 409, message: 'The wallet is not active.' },
  WALLET_EARN_ONLY: { status: 409, message: 'The wallet may earn but not spend.' },
  IDENTITY_NOT_ACTIVE: { status: 409, message: 'The identity is not active.' },
  ACCOUNT_EXISTS: { status: 409, message: 'The wallet already has an account of this scheme.' },
  ACCOUNT_IN_WALLET: { status: 409, message: 'The account belongs to a wallet already.' },
  CONSUMER_EXISTS: { status: 409, message: 'The wallet already has a consumer.' },
  ISSUE_LIMIT_REACHED: { status: 409, message: 'The campaign has been issued as often as it may be.' },
  CAMPAIGN_NOT_ACTIVE: { status: 409, message: 'The campaign is not active.' },
  SCHEME_NOT_ACTIVE: { status: 409, message: 'The scheme is not active.' },
  ACCOUNT_NOT_ACTIVE: { status: 409, message: 'The account is not active.' },
  ACCOUNT_NOT_STARTED: { status: 409, message: 'The account is not valid yet.' },
  ACCOUNT_EXPIRED: { status: 409, message: 'The account has expired.' },
  ACCOUNT_USED: { status: 409, message: 'The account has been used.' },
  ACCOUNT_CANCELLED: { status: 409, message: 'The account is cancelled.' },
  ACCOUNT_LOCKED: { status: 409, message: 'The account is locked by another transaction.' },
  LOCATION_NOT_ALLOWED: { status: 409, message: 'The offer is not valid at this outlet.' },
  INSUFFICIENT_BALANCE: { status: 409, message: 'The balance is too low.' },
  BALANCE_LIMIT: { status: 409, message: 'The balance would pass its limit.' },
  SPEND_RULE: { status: 409, message: 'The scheme does not allow spending this many points.' },
  OPERATION_NOT_ALLOWED: { status: 409, message: 'The account does not allow this operation.' },
  OVER_REFUND: { status: 409, message: 'More is brought back than was bought and kept.' },
  BASKET_CHANGED: { status: 409, message: 'The enriched basket is not one that is open for this customer.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body is too large.' },
  RATE_LIMITED: { status: 429, message: 'The client asks too often.' },
  U: { status: 500, message: 'Unknown Server Error' },
  DEPENDENCY_UNAVAILABLE: { status: 503, message: 'Something the platform needs for this does not answer.' },
  NOT_READY: { status: 503, message: 'The platform is not ready.' },
} as const satisfies Record<string, { status: number; message: string }>

export type RefusalCode = keyof typeof refusals

type RetryHint = { readonly retryAfterSeconds?: number; readonly cause?: unknown }

/** What the caller asked for is not done, and why. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly details: readonly string[]
  /** When it may be worth asking again. */
  readonly retryAfterSeconds: number | null

  constructor(code: RefusalCode, details: readonly string[] = [], hint: RetryHint = {}) {
    super(refusals[code].message, hint.cause === undefined ? {} : { cause: hint.cause })
    this.code = code
    this.status = refusals[code].status
    this.details = details
    this.retryAfterSeconds = hint.retryAfterSeconds ?? null
  }
}

/** The value, or the refusal that there is none. */
export function found<Value>(value: Value | undefined, code: RefusalCode): Value {
  if (value === undefined) throw new Refusal(code)
  return value
}

// Why the platform refuses something: the words of the scenarios, and what clients see of it. Codes and statuses are
// part of the contract, since clients decide by them what to do next.

export type Expected = { readonly status: number; readonly code: string }

export const reasons = {
  'the request is malformed': { status: 400, code: 'INVALID_REQUEST' },
  'the body is no JSON': { status: 400, code: 'MALFORMED_JSON' },
  'the outlet is unknown': { status: 400, code: 'LOCATION_UNKNOWN' },
  'the unit is unknown': { status: 400, code: 'UNIT_UNKNOWN' },
  'it was not signed properly': { status: 401, code: 'UNAUTHORISED' },
  'the tenant has no such service': { status: 403, code: 'SERVICE_NOT_AVAILABLE' },
  'there is no such operation': { status: 404, code: 'ROUTE_NOT_FOUND' },
  'there is no such wallet': { status: 404, code: 'WALLET_NOT_FOUND' },
  'there is no such identity': { status: 404, code: 'IDENTITY_NOT_FOUND' },
  'there is no such account': { status: 404, code: 'ACCOUNT_NOT_FOUND' },
  'there is no such campaign': { status: 404, code: 'CAMPAIGN_NOT_FOUND' },
  'there is no such scheme': { status: 404, code: 'SCHEME_NOT_FOUND' },
  'there is no such transaction': { status: 404, code: 'TRANSACTION_NOT_FOUND' },
  'the identity is taken': { status: 409, code: 'IDENTITY_EXISTS' },
  'the reference is taken': { status: 409, code: 'REFERENCE_EXISTS' },
  'the reference was settled differently': { status: 409, code: 'REFERENCE_USED' },
  'its status does not allow it': { status: 409, code: 'ILLEGAL_TRANSITION' },
  'the wallet is terminated': { status: 409, code: 'WALLET_TERMINATED' },
  'the wallet is not active': { status: 409, code: 'WALLET_NOT_ACTIVE' },
  'the wallet may only earn': { status: 409, code: 'WALLET_EARN_ONLY' },
  'the identity is not active': { status: 409, code: 'IDENTITY_NOT_ACTIVE' },
  'there is one already': { status: 409, code: 'ACCOUNT_EXISTS' },
  'it was given out as often as it may be': { status: 409, code: 'ISSUE_LIMIT_REACHED' },
  'the campaign is not running': { status: 409, code: 'CAMPAIGN_NOT_ACTIVE' },
  'the coupon is not active': { status: 409, code: 'ACCOUNT_NOT_ACTIVE' },
  'the coupon is not valid yet': { status: 409, code: 'ACCOUNT_NOT_STARTED' },
  'the coupon has expired': { status: 409, code: 'ACCOUNT_EXPIRED' },
  'the coupon has been used': { status: 409, code: 'ACCOUNT_USED' },
  'the coupon is cancelled': { status: 409, code: 'ACCOUNT_CANCELLED' },
  'the coupon is locked': { status: 409, code: 'ACCOUNT_LOCKED' },
  'the outlet does not take it': { status: 409, code: 'LOCATION_NOT_ALLOWED' },
  'the balance is too low': { status: 409, code: 'INSUFFICIENT_BALANCE' },
  'the balance would pass its limit': { status: 409, code: 'BALANCE_LIMIT' },
  'the scheme does not allow that amount': { status: 409, code: 'SPEND_RULE' },
  'the account does not allow it': { status: 409, code: 'OPERATION_NOT_ALLOWED' },
  'the basket was changed': { status: 409, code: 'BASKET_CHANGED' },
} as const satisfies Record<string, Expected>

export type Reason = keyof typeof reasons

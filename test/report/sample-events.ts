// One run in which much goes wrong, for everything that has to show it.
import type { Event } from './sample-run.ts'

export const manyFailures: readonly Event[] = [
  {
    scenario: 'A coupon is redeemed once, however often it is presented at the same time',
    outcome: 'failed',
    step: 'Then exactly one of the 8 redemptions has succeeded',
    message:
      'Expected exactly 1 redemption to succeed, but 2 did:\n\n  succeeded: 2 (calls 000000184, 000000187)\n  refused:   6 (COUPON_ALREADY_REDEEMED)\n\n2 !== 1',
  },
  {
    scenario: 'A repeated settle changes nothing',
    tenant: 'cedar',
    outcome: 'failed',
    step: 'Then the customer still has 663 points',
    message: 'Expected the balance of the points account to be 663, but it is 1326.\n\n1326 !== 663',
  },
  {
    scenario: 'Support credits goodwill and the customer sees it',
    tenant: 'lotus',
    outcome: 'broken',
    step: 'When support credits 500 points of goodwill for "late delivery"',
    message:
      "locator.click: Timeout 5000ms exceeded.\nCall log:\n  - waiting for getByRole('button', { name: 'Credit' })",
  },
  { scenario: 'The ledger adds up', tenant: 'maple', outcome: 'missing' },
  { scenario: 'An expired coupon is refused', tenant: 'lotus', outcome: 'flaky', message: 'socket hang up' },
  {
    scenario: 'Goodwill needs a reason',
    tenant: 'maple',
    outcome: 'skipped',
    message: 'Skipped by the hook “no audit trail here”.',
  },
]

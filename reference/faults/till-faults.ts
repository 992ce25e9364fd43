// Faults of the till and of campaigns.
import type { Fault } from './fault.ts'

export const tillFaults = [
  { name: 'settle-twice', capability: 'checkout', summary: 'A repeated settle is applied a second time.' },
  {
    name: 'basket-unchecked',
    capability: 'checkout',
    summary: 'An enriched basket that was changed is settled.',
  },
  { name: 'suspended-at-till', capability: 'wallets', summary: 'A suspended wallet is served at the till.' },
  {
    name: 'void-keeps-lock',
    capability: 'checkout',
    summary: 'Voiding a locked spend leaves its points locked.',
  },
  { name: 'refund-takes-twice', capability: 'checkout', summary: 'A refund takes the points back twice.' },
  { name: 'refund-keeps-coupon', capability: 'checkout', summary: 'A refund does not give the coupon back.' },
  { name: 'refund-unlimited', capability: 'checkout', summary: 'More can be brought back than was bought.' },
  {
    name: 'missing-as-malformed',
    capability: 'checkout',
    summary: 'A transaction that is not there is refused with 400 instead of 404.',
  },
  {
    name: 'history-slow',
    capability: 'checkout',
    summary: 'The list of transactions takes more than two seconds.',
  },
  {
    name: 'window-end-early',
    capability: 'campaigns',
    summary: 'A campaign is over in its last second.',
  },
  {
    name: 'approval-skipped',
    capability: 'campaigns',
    summary: 'A draft can be made active without approval.',
  },
  {
    name: 'pending-running',
    capability: 'campaigns',
    summary: 'A campaign that waits for approval is given out.',
  },
  {
    name: 'stacking-ignored',
    capability: 'checkout',
    summary: 'More offers of a kind count in a basket than their stacking limit.',
  },
] as const satisfies readonly Fault[]

// Coupons at customer care: given, taken away, and taken in from a code that somebody holds.
import { When } from '@cucumber/cucumber'
import { cancellingCoupon, givingCoupon, perform, takingInCoupon } from '../support/tasks/care.ts'
import type { Role } from '../support/tasks/desk.ts'
import { lastToken } from '../support/tasks/tokens.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Chosen among the campaigns that are running. */
When(
  '{staff} gives {customer} a coupon of {string} because {string}',
  async function (this: AirlockWorld, role: Role, name: string, campaign: string, reason: string) {
    await perform(this, role, givingCoupon(this, [name, campaign], reason))
  },
)

/** Of the customer spoken of last. */
When(
  '{staff} cancels the coupon because {string}',
  async function (this: AirlockWorld, role: Role, reason: string) {
    await perform(this, role, await cancellingCoupon(this, reason))
  },
)

/** A coupon that belonged to whoever held the code belongs to this customer from then on. */
When(
  '{staff} takes the token into {owner} wallet because {string}',
  async function (this: AirlockWorld, role: Role, name: string, reason: string) {
    await perform(this, role, takingInCoupon(this, name, [lastToken(this).token, reason]))
  },
)

// Tokens: codes that stand for a coupon.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { assertCrowd, assertNobodyRefused } from '../support/tasks/crowds.ts'
import type { Line } from '../support/tasks/goods.ts'
import {
  assertAllDifferent,
  assertStandsForCoupon,
  assertTillWord,
  lastToken,
  makeToken,
  makeTokenForStranger,
  makeTokens,
  openWithToken,
  showToken,
} from '../support/tasks/tokens.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A code for one coupon of that campaign, for whoever shows it. */
Given('a token of {string}', async function (this: AirlockWorld, campaign: string) {
  await makeToken(this, campaign)
})

/** A code for one coupon that only this customer may use. */
Given(
  'a token of {string} that belongs to {customer}',
  async function (this: AirlockWorld, campaign: string, owner: string) {
    await makeToken(this, campaign, owner)
  },
)

/** A code is asked for that stands for one coupon. */
When('a token of {string} is made', async function (this: AirlockWorld, campaign: string) {
  await makeToken(this, campaign)
})

/** All are asked for before the first is answered. */
When(
  '{int} tokens of {string} are made at the same moment',
  async function (this: AirlockWorld, count: number, campaign: string) {
    await makeTokens(this, campaign, count)
    assertNobodyRefused(this)
  },
)

/** A code is asked for that could stand for nothing. */
When('a token of a campaign that never was is made', async function (this: AirlockWorld) {
  await makeToken(this, null)
})

/** A code is asked for that nobody could ever show. */
When(
  'a token of {string} is made for a card that was never given out',
  async function (this: AirlockWorld, campaign: string) {
    await makeTokenForStranger(this, campaign)
  },
)

/** All are asked for before the first is answered; some may be refused. */
When(
  '{int} tokens of {string} are asked for at the same moment',
  async function (this: AirlockWorld, count: number, campaign: string) {
    await makeTokens(this, campaign, count)
  },
)

/** The code is shown with the goods, and no card. */
Given('a basket of {line} has been opened with the token', async function (this: AirlockWorld, line: Line) {
  await openWithToken(this, line)
})

/** The code is shown with the goods, and no card. */
When('a basket of {line} is opened with the token', async function (this: AirlockWorld, line: Line) {
  await openWithToken(this, line)
})

/** The till asks what it is worth; the shopper shows no card. */
When('the token is shown at a till', async function (this: AirlockWorld) {
  await showToken(this, lastToken(this).token, null)
})

/** The till asks what it is worth to this customer. */
When(
  'the token is shown at a till together with {owner} card',
  async function (this: AirlockWorld, name: string) {
    await showToken(this, lastToken(this).token, name)
  },
)

/** The till reads a code that stands for nothing. */
When('a token that was never made is shown at a till', async function (this: AirlockWorld) {
  await showToken(this, `never-${this.suffix}`, null)
})

/** It can be used at once. */
Then('the token stands for an active coupon of {string}', function (this: AirlockWorld, campaign: string) {
  assertStandsForCoupon(this, campaign)
})

/** Each code of those made last was given out once. */
Then('no two of the tokens are alike', function (this: AirlockWorld) {
  assertAllDifferent(this)
})

/** What the cashier reads. */
Then(/^the till calls the token (good|unknown|not valid now)$/, function (this: AirlockWorld, word: string) {
  assertTillWord(this, word)
})

/** Counted over all that were asked for at once. */
Then(
  '{int} are made and {int} refused because {reason}',
  function (this: AirlockWorld, made: number, refused: number, { code }: Expected) {
    assertCrowd(this, made, [refused, code])
  },
)

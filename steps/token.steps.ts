// Tokens: codes that stand for a coupon.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertAllDifferent,
  assertStandsForCoupon,
  assertTillWord,
  lastToken,
  makeToken,
  makeTokens,
  showToken,
} from '../support/tasks/tokens.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('a token of {string}', async function (this: AirlockWorld, campaign: string) {
  await makeToken(this, campaign)
})

Given(
  'a token of {string} that belongs to {customer}',
  async function (this: AirlockWorld, campaign: string, owner: string) {
    await makeToken(this, campaign, owner)
  },
)

When('a token of {string} is made', async function (this: AirlockWorld, campaign: string) {
  await makeToken(this, campaign)
})

When(
  '{int} tokens of {string} are made at the same moment',
  async function (this: AirlockWorld, count: number, campaign: string) {
    await makeTokens(this, campaign, count)
  },
)

When('a token of a campaign that never was is made', async function (this: AirlockWorld) {
  await makeToken(this, null)
})

When('the token is shown at a till', async function (this: AirlockWorld) {
  await showToken(this, lastToken(this).token, null)
})

When(
  "the token is shown at a till together with {customer}'s card",
  async function (this: AirlockWorld, name: string) {
    await showToken(this, lastToken(this).token, name)
  },
)

When('a token that was never made is shown at a till', async function (this: AirlockWorld) {
  await showToken(this, `never-${this.suffix}`, null)
})

Then('the token stands for an active coupon of {string}', function (this: AirlockWorld, campaign: string) {
  assertStandsForCoupon(this, campaign)
})

Then('no two of the tokens are alike', function (this: AirlockWorld) {
  assertAllDifferent(this)
})

Then(/^the till calls the token (good|unknown|not valid now)$/, function (this: AirlockWorld, word: string) {
  assertTillWord(this, word)
})

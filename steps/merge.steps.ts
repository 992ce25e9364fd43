// Merges: two wallets that become one.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertTogether,
  assertTogetherWithCredits,
  creditWhileMerged,
} from '../support/tasks/merging-points.ts'
import { assertMergedWith, mergeAtOnce, mergeInto, mergeIntoNothing } from '../support/tasks/merging.ts'
import type { AirlockWorld } from '../support/world.ts'

/** The first was merged, the second stays. */
Given(
  '{owner} wallet has been merged into {owner}',
  async function (this: AirlockWorld, name: string, survivor: string) {
    await mergeInto(this, name, survivor)
  },
)

/** The first is to be merged, the second is to stay. */
When(
  '{owner} wallet is merged into {owner}',
  async function (this: AirlockWorld, name: string, survivor: string) {
    await mergeInto(this, name, survivor)
  },
)

/** The wallet that is to stay does not exist. */
When('{owner} wallet is merged into one that never was', async function (this: AirlockWorld, name: string) {
  await mergeIntoNothing(this, name)
})

/** All ask before the first is answered. */
When(
  '{owner} wallet is merged into {owner} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, survivor: string, times: number) {
    await mergeAtOnce(this, times, [[name, survivor]])
  },
)

/** Half of them ask for the one direction, half for the other, before the first is answered. */
When(
  '{owner} and {owner} wallets are merged into each other {int} times at the same moment',
  async function (this: AirlockWorld, name: string, other: string, times: number) {
    await mergeAtOnce(this, times, [
      [name, other],
      [other, name],
    ])
  },
)

/** Credits and the merge are all on their way before the first is answered. */
When(
  '{customer} is credited {points} {int} times while {owner} wallet is merged into {owner}',
  async function (
    this: AirlockWorld,
    name: string,
    points: number,
    times: number,
    victim: string,
    survivor: string,
  ) {
    await creditWhileMerged(this, { credited: name, victim, survivor }, { points, times })
  },
)

/** Each wallet names the other when it is read anew, and only one of them is merged. */
Then(
  '{owner} wallet is merged into {owner} and each names the other',
  async function (this: AirlockWorld, name: string, survivor: string) {
    await assertMergedWith(this, name, survivor)
  },
)

/** Whichever of the two wallets has them now. */
Then(
  '{customer} and {customer} have {points} together',
  async function (this: AirlockWorld, one: string, other: string, points: number) {
    await assertTogether(this, [one, other], points)
  },
)

/** No credit that was accepted is lost or counted twice, whichever wallet it came to. */
Then(
  '{customer} and {customer} have {points} together and {int} for each credit that was accepted',
  async function (this: AirlockWorld, one: string, other: string, points: number, each: number) {
    await assertTogetherWithCredits(this, [one, other], { points, each })
  },
)

// Refusals: what was tried is not done, and for which reason. Only what a When tried may be refused at all.
import { Then } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { assertCrowd, assertNobodyRefused } from '../support/tasks/crowds.ts'
import { assertAnswered, assertAnsweredIn, assertRefused } from '../support/tasks/refusals.ts'
import { assertEachDone, assertEachRefused } from '../support/tasks/rows.ts'
import type { AirlockWorld } from '../support/world.ts'

/** What was tried is not done, and the answer gives this reason and no other. */
Then('it is refused because {reason}', function (this: AirlockWorld, expected: Expected) {
  assertRefused(this, expected)
})

/** Of all that was tried one after the other nothing was done, and nothing refused for another reason. */
Then('each of it/them is refused because {reason}', function (this: AirlockWorld, expected: Expected) {
  assertEachRefused(this, expected)
})

/** Of all that was asked one after the other nothing was refused. */
Then('each of them is answered', function (this: AirlockWorld) {
  assertEachDone(this)
})

/** Of all those who asked at the same moment, whoever came first. */
Then(
  '{int} is/are accepted and {int} are refused because {reason}',
  function (this: AirlockWorld, accepted: number, refused: number, { code }: Expected) {
    assertCrowd(this, accepted, [refused, code])
  },
)

/** Of all those who asked at the same moment nobody was refused. */
Then('all are accepted', function (this: AirlockWorld) {
  assertNobodyRefused(this)
})

/** What was asked last was done. */
Then('it is answered', function (this: AirlockWorld) {
  assertAnswered(this)
})

/** What was asked last was done, and did not keep the customer waiting. */
Then('it is answered within {int} second(s)', function (this: AirlockWorld, seconds: number) {
  assertAnsweredIn(this, seconds)
})

// Time: the tenant's clock goes ahead, or shows a certain hour. Needs a target that offers a clock.
import { Given, When } from '@cucumber/cucumber'
import type { Moment } from '../support/moment.ts'
import { letGoBy, setClock } from '../support/tasks/clock.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Counted by the tenant's calendar: a day in spring may have 23 hours. */
Given('{span} has/have gone by', async function (this: AirlockWorld, span: Temporal.Duration) {
  await letGoBy(this, span)
})

/** The tenant's own wall clock. */
Given('it is {moment} for the tenant', async function (this: AirlockWorld, moment: Moment) {
  await setClock(this, moment)
})

/** As long as nothing else happens. */
When('{span} go/goes by', async function (this: AirlockWorld, span: Temporal.Duration) {
  await letGoBy(this, span)
})

// Waiting is what most cases do; tests that interrupt a run need it to last long enough to be interrupted.
import { Given } from '@cucumber/cucumber'
import { setTimeout } from 'node:timers/promises'

Given('a step that waits', async function () {
  await setTimeout(Number(process.env['SLOW_MS'] ?? '250'))
})

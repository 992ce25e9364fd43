// Steps of another platform: they know their world only by its parameters.
import { Before, Given, Then, When, type IWorld } from '@cucumber/cucumber'
import assert from 'node:assert/strict'

type Library = IWorld & {
  parameters: {
    runId: string
    tenants: Record<string, { secret: string; urls: Record<string, string> }>
  }
  tenant: string
  status: number
}

Before(function (this: Library, { pickle }) {
  this.tenant =
    pickle.tags.find(({ name }) => name.startsWith('@tenant:'))?.name.slice('@tenant:'.length) ?? ''
})

async function lend(world: Library, title: string): Promise<number> {
  const tenant = world.parameters.tenants[world.tenant]
  const url = `${tenant?.urls['loans']}/books/${title}-${world.parameters.runId}/loan`
  const response = await fetch(url, { method: 'POST', headers: { 'x-key': tenant?.secret ?? '' } })
  return response.status
}

Given('{string} is lent', async function (this: Library, title: string) {
  assert.equal(await lend(this, title), 201)
})

When('a reader asks for {string}', async function (this: Library, title: string) {
  this.status = await lend(this, title)
})

Then('the reader gets it', function (this: Library) {
  assert.equal(this.status, 201)
})

Then('the reader is told that it is out', function (this: Library) {
  assert.equal(this.status, 409)
})

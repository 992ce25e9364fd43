// The same steps for plain cucumber-js and for Airlock: two calls over keep-alive and three checks, or a wait.
import { Given, Then, When, type IWorld } from '@cucumber/cucumber'
import assert from 'node:assert/strict'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

type Bench = IWorld & { body: { path: string; count: number }; status: number }

const agent = new Agent({ keepAlive: true })
const base = process.env['BENCH_URL'] ?? ''

async function call(world: Bench, path: string): Promise<void> {
  const answer = Promise.withResolvers<void>()
  const sent = request(new URL(path, base), { agent }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => (text += part))
    response.on('end', () => {
      world.status = response.statusCode ?? 0
      world.body = JSON.parse(text) as Bench['body']
      answer.resolve()
    })
  })
  sent.on('error', answer.reject).end()
  await answer.promise
}

Given('a thing number {int}', async function (this: Bench, number: number) {
  await call(this, `/things/${number}`)
})

When('it is asked for again', async function (this: Bench) {
  await call(this, this.body.path)
})

Then('the answer is good', function (this: Bench) {
  assert.equal(this.status, 200)
})

Then('it names the thing {int}', function (this: Bench, number: number) {
  assert.equal(this.body.path, `/things/${number}`)
})

Then('it counts', function (this: Bench) {
  assert.ok(this.body.count > 0)
})

Given('a wait of {int} ms', async function (ms: number) {
  await setTimeout(ms)
})

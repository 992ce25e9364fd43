// The suite's own drivers, made to fail with secrets in their hands.
import { Then, When } from '@cucumber/cucumber'
import assert from 'node:assert/strict'
import { expectText } from '../../../../support/drivers/pages/expect-page.ts'
import type { AirlockWorld } from '../../../../support/world.ts'

const { PIN = '', RING = '' } = process.env

When('the birds are asked for with every secret there is', async function (this: AirlockWorld) {
  await this.api.send({
    name: 'birds',
    method: 'POST',
    target: `/birds?pin=${PIN}`,
    headers: {
      'X-Cage': PIN,
      Cookie: `session=${process.env['COOKIE'] ?? ''}`,
      Authorization: `Bearer ${PIN}`,
    },
    body: JSON.stringify({ pin: PIN, birds: [{ ring: RING }], password: this.tenant.dashboard?.password }),
  })
})

Then('nothing of it can be right', function (this: AirlockWorld) {
  process.stderr.write(`the secret of ${this.tenant.id} is ${this.tenant.secret}\n`)
  assert.equal(this.tenant.secret, 'another one')
})

When('the keeper signs in', async function (this: AirlockWorld) {
  const { page } = await this.session()
  await page.goto(`${this.tenant.urls['dashboard'] ?? ''}/?pin=${PIN}`)
  await page.getByLabel('Password').fill(this.tenant.dashboard?.password ?? '')
  await page.getByRole('button').click()
  await page.getByRole('heading', { name: 'Inside' }).waitFor()
})

Then('the page shows a bird that is not there', async function (this: AirlockWorld) {
  const { page } = await this.session()
  await expectText(page.getByRole('heading', { name: 'Bird' }), 'Bird')
})

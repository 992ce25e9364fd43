// The way to a new campaign: step by step, forth and back, and nothing is made before the last one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readErrors } from './form-pages.ts'
import { startDashboard, type Dashboard, type Json } from './start-dashboard.ts'
import { openVisitor, readHidden, readWords, signIn, type Reply, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let marketing: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  marketing = await signIn(dashboard, 'maple', 'marketing')
})
afterAll(async () => dashboard.stop())

type Steps = Readonly<Record<string, Readonly<Record<string, string>>>>

const steps: Steps = {
  basics: { name: 'Winter warmers', reference: '', mode: 'OPEN' },
  offer: { reward: 'PERCENT', value: '10', minimumSpend: '60.00', products: '' },
  limits: { uses: '1', days: '14', inAll: '', perCustomer: '1' },
  window: { firstDay: '2027-01-10', startTime: '09:00', lastDay: '2027-02-10', endTime: '' },
}

const order = ['basics', 'offer', 'limits', 'window'] as const
type Step = (typeof order)[number]

/** The address of a wizard of its own, without the step. */
const begin = async (visitor = marketing) => {
  const { location } = await visitor.get('/dashboard/campaigns/new')
  return (location ?? '').replace(/\/basics$/, '')
}

const send = async (wizard: string, step: string, fields: Readonly<Record<string, string>>) =>
  marketing.fillIn(`${wizard}/${step}`, `${wizard}/${step}`, fields)

/** Goes as far as before this step. */
const goTo = async (step: Step | 'review', written: Steps = steps) => {
  const wizard = await begin()
  for (const name of order.slice(0, step === 'review' ? 4 : order.indexOf(step))) {
    const reply = await send(wizard, name, { ...steps[name], ...written[name] })
    if (reply.status !== 303) throw new Error(`${name}: ${readWords(reply.text)}`)
  }
  return wizard
}

const finish = async (wizard: string, go = 'approval') => send(wizard, 'review', { go })

const countCampaigns = async () => Number((await dashboard.call('maple', 'GET /campaigns'))['total'])

const readMade = async ({ location }: Reply): Promise<Json> => {
  const id = /campaigns\/(\d+)/.exec(location ?? '')?.[1] ?? ''
  return dashboard.call('maple', `GET /campaigns/${id}`)
}

describe('the way to a campaign', () => {
  it('has five steps, and makes what was asked for at the end of them', async () => {
    const before = await countCampaigns()
    const wizard = await begin()
    for (const [index, step] of order.entries()) {
      const { text } = await marketing.get(`${wizard}/${step}`)
      expect(readWords(text)).toContain(`Step ${index + 1} of 5 New campaign: `)
      expect((await send(wizard, step, steps[step] ?? {})).location).toBe(
        `${wizard}/${order[index + 1] ?? 'review'}`,
      )
    }
    expect(await countCampaigns()).toBe(before)
    const reply = await finish(wizard)
    expect(readWords((await marketing.get(reply.location ?? '')).text)).toContain(
      'Campaign sent for approval',
    )
    expect(await countCampaigns()).toBe(before + 1)
    expect(await readMade(reply)).toMatchObject({
      name: 'Winter warmers',
      reference: null,
      mode: 'OPEN',
      status: 'PENDING',
      startDate: '2027-01-10T09:00:00+00:00',
      endDate: '2027-02-10T23:59:59+00:00',
      rules: { uses: 1, expiry: { daysAfterIssue: 14 } },
      issueLimits: { perCampaign: null, perCustomer: 1 },
      offer: { reward: 'PERCENT', value: 10, minimumSpend: 6000, products: [] },
    })
  })

  it('shows at its end all that was asked for', async () => {
    const offer = { reward: 'AMOUNT', value: '5', minimumSpend: '60', products: 'sku-7\r\n\r\n5010029000023' }
    const wizard = await goTo('review', { offer })
    const words = readWords((await marketing.get(`${wizard}/review`)).text)
    expect(words).toContain('Nothing has been made yet.')
    expect(words).toContain('Name Winter warmers Reference None Who gets it Everybody, at the till')
    expect(words).toContain('Offer 5.00 off Minimum spend 60.00 Products sku-7, 5010029000023')
    expect(words).toContain('Starts 10 Jan 2027, 09:00 GMT Ends 10 Feb 2027, 23:59 GMT')
  })

  it('may end in a draft', async () => {
    const reply = await finish(await goTo('review'), 'draft')
    expect(readWords((await marketing.get(reply.location ?? '')).text)).toContain('Draft saved')
    expect(await readMade(reply)).toMatchObject({ status: 'DRAFT' })
  })

  it('without a window begins at once and has no end', async () => {
    const window = { firstDay: '', startTime: '', lastDay: '', endTime: '' }
    const wizard = await goTo('review', { window })
    expect(readWords((await marketing.get(`${wizard}/review`)).text)).toContain('Starts At once Ends No end')
    const made = await readMade(await finish(wizard))
    expect(made['endDate']).toBe('9999-12-30T23:59:59+00:00')
    expect(Date.parse(String(made['startDate']))).toBeLessThanOrEqual(Date.now())
  })

  it("is walked in the tenant's own zone, also across a change of the clocks", async () => {
    const window = { firstDay: '2027-03-27', startTime: '09:00', lastDay: '2027-03-28', endTime: '09:00' }
    expect(await readMade(await finish(await goTo('review', { window })))).toMatchObject({
      startDate: '2027-03-27T09:00:00+00:00',
      endDate: '2027-03-28T08:00:00+00:00',
    })
  })

  it('makes one campaign, when the last form is sent again or to every instance at once', async () => {
    const wizard = await goTo('review')
    const before = await countCampaigns()
    const page = `${wizard}/review`
    const form = { ...readHidden((await marketing.get(page)).text, page), go: 'approval' }
    const urls = [...dashboard.instanceUrls, ...dashboard.instanceUrls]
    const replies = await Promise.all(
      urls.map(async (url) => openVisitor(url, marketing.cookie()).send(page, form)),
    )
    replies.push(await marketing.send(page, form))
    expect(new Set(replies.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    expect(await countCampaigns()).toBe(before + 1)
  })
})

describe('going back', () => {
  it('keeps what was written, also in a step that is not finished', async () => {
    const wizard = await goTo('limits')
    const back = await send(wizard, 'limits', {
      uses: 'many',
      days: '',
      inAll: '',
      perCustomer: '',
      go: 'back',
    })
    expect(back.location).toBe(`${wizard}/offer`)
    expect((await marketing.get(`${wizard}/offer`)).text).toContain('value="60.00"')
    await send(wizard, 'offer', steps['offer'] ?? {})
    const again = await marketing.get(`${wizard}/limits`)
    expect(again.text).toContain('value="many"')
    expect(readErrors(again).fields).toEqual(['uses'])
  })

  it('changes what is made', async () => {
    const wizard = await goTo('review')
    await send(wizard, 'offer', { ...steps['offer'], value: '20' })
    expect(readWords((await marketing.get(`${wizard}/review`)).text)).toContain('Offer 20% off')
    expect((await send(wizard, 'review', { go: 'back' })).location).toBe(`${wizard}/window`)
    expect(await readMade(await finish(wizard))).toMatchObject({ offer: { value: 20 } })
  })

  it('leads to the first step that is not finished, where somebody jumps ahead', async () => {
    const wizard = await goTo('limits')
    for (const step of ['window', 'review']) {
      expect(await marketing.get(`${wizard}/${step}`)).toMatchObject({
        status: 303,
        location: `${wizard}/limits`,
      })
    }
    expect((await finish(wizard)).status).toBe(403)
  })
})

describe('what cannot be', () => {
  const long = 'x'.repeat(256)
  it.each([
    ['basics', { name: ' ' }, 'name', 'Enter a name'],
    ['basics', { name: long }, 'name', 'at most 255 characters'],
    ['basics', { reference: long }, 'reference', 'at most 255 characters'],
    ['basics', { mode: '' }, 'mode', 'Choose who gets it'],
    ['offer', { reward: '' }, 'reward', 'Choose what it gives'],
    ['offer', { value: '' }, 'value', 'Enter how much it gives'],
    ['offer', { value: '101' }, 'value', 'from 1 to 100'],
    ['offer', { reward: 'AMOUNT', value: '1.5' }, 'value', 'such as 60 or 60.00'],
    ['offer', { reward: 'AMOUNT', value: '0' }, 'value', 'more than nothing'],
    ['offer', { reward: 'AMOUNT', value: '10000.01' }, 'value', 'at most 10,000.00'],
    ['offer', { reward: 'POINTS', value: '0' }, 'value', 'from 1 to 1,000,000'],
    ['offer', { minimumSpend: 'much' }, 'minimumSpend', 'such as 60 or 60.00, or nothing'],
    ['offer', { products: `a\n${long}` }, 'products', 'at most 255 characters'],
    ['limits', { uses: '' }, 'uses', 'Enter how often'],
    ['limits', { uses: '0' }, 'uses', 'from 1 to 1,000'],
    ['limits', { days: '4000' }, 'days', 'from 0 to 3,650'],
    ['limits', { inAll: '0' }, 'inAll', 'or nothing'],
    ['limits', { perCustomer: '1.5' }, 'perCustomer', 'or nothing'],
    ['window', { firstDay: '2027-02-30' }, 'firstDay', 'Enter a day of the calendar'],
    ['window', { firstDay: '10.1.2027' }, 'firstDay', 'Enter a day of the calendar'],
    ['window', { firstDay: '' }, 'firstDay', 'Enter the first day as well'],
    ['window', { startTime: '9' }, 'startTime', 'Enter a time of 24 hours'],
    ['window', { lastDay: '', endTime: '18:00' }, 'lastDay', 'Enter the last day as well'],
    ['window', { lastDay: '2027-01-09' }, 'lastDay', 'The end is before the start'],
    ['window', { firstDay: '', startTime: '', lastDay: '2020-01-01' }, 'lastDay', 'passed already'],
    [
      'window',
      { firstDay: '2027-03-28', startTime: '01:30', lastDay: '' },
      'startTime',
      'does not exist, or exists twice',
    ],
    ['window', { lastDay: '2027-10-31', endTime: '01:30' }, 'endTime', 'does not exist, or exists twice'],
  ] as const)('in the step %s with %j is told at its field, and kept', async (...row) => {
    const [step, wrong, field, words] = row
    const wizard = await goTo(step)
    const fields: Record<string, string> = { ...steps[step], ...wrong }
    const reply = await send(wizard, step, fields)
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields: [field] })
    for (const text of Object.values(fields)) expect(reply.text).toContain(text)
  })

  it('is a reference that another campaign has, in its step and also at the end', async () => {
    const basics = { ...steps['basics'], reference: 'winter-27' }
    const [one, other] = [await goTo('review', { basics }), await goTo('review', { basics })]
    await finish(one)
    const late = await finish(other)
    expect(late.status).toBe(409)
    expect(readErrors(late)).toEqual({
      words: expect.stringContaining('is taken') as string,
      fields: ['reference'],
    })
    expect(readWords(late.text)).toContain('Step 1 of 5')
    const early = await send(await begin(), 'basics', basics)
    expect(early.status).toBe(409)
    expect(readErrors(early).fields).toEqual(['reference'])
    // The form of that page belongs to its own step.
    const action = `${other}/basics`
    const fields = { ...readHidden(late.text, action), ...basics, reference: 'winter-28' }
    expect((await marketing.send(action, fields)).location).toBe(`${other}/offer`)
  })

  it.each(['nothing', 'basics/x', '..%2Fbasics'])('is a step called %s', async (step) => {
    expect((await marketing.get(`${await begin()}/${step}`)).status).toBe(404)
    expect((await marketing.get('/dashboard/campaigns/new/short/basics')).status).toBe(404)
  })
})

describe('what was written', () => {
  it('is seen by nobody else, and goes when the campaign is made', async () => {
    const wizard = await goTo('review')
    const lotus = await signIn(dashboard, 'lotus', 'marketing')
    expect((await lotus.get(`${wizard}/basics`)).text).not.toContain('Winter warmers')
    await finish(wizard)
    expect((await marketing.get(`${wizard}/basics`)).text).not.toContain('Winter warmers')
  })
})

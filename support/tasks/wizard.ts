// A campaign made in the dashboard, step by step, out of the same terms in which one is made through the API; and what
// others decide about it there.
import { CampaignPages } from '../drivers/pages/campaign-pages.ts'
import type { Filled } from '../drivers/pages/form-page.ts'
import { operations } from '../contracts/operations.ts'
import type { AirlockWorld } from '../world.ts'
import { keepCampaign, type Rows } from './campaigns.ts'
import { haveSeated, openDesk, type Role } from './desk.ts'
import { campaignPlace } from './places.ts'

/** In their order; the last shows all of it. */
export const steps = ['basics', 'offer', 'rules and limits', 'window', 'review'] as const

type Step = (typeof steps)[number]
type Answers = Readonly<Record<string, (value: string) => Filled>>

const rewards: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) % off$/, 'A percentage off'],
  [/^(\d+\.\d\d) off$/, 'An amount of money off'],
  [/^(\d+) points?$/, 'Points'],
]

function fillReward(text: string): Filled {
  for (const [pattern, label] of rewards) {
    const [, value] = pattern.exec(text) ?? []
    if (value !== undefined) return { 'What it gives': label, 'How much': value }
  }
  return { 'How much': text }
}

function fillStart([day = '', time = '']: readonly string[]): Filled {
  return { 'First day (optional)': day, 'Start time (optional)': time }
}

/** A term of a campaign → what is written in which field. */
const answers: Readonly<Record<Step, Answers>> = {
  basics: {
    name: (name) => ({ Name: name }),
    reference: (reference) => ({ 'Reference (optional)': reference }),
    'is for': (whom) => ({
      'Who gets it': whom === 'everyone' ? 'Everybody, at the till' : 'Customers who were given a coupon',
    }),
  },
  offer: {
    gives: fillReward,
    'for a purchase of at least': (amount) => ({ 'Minimum spend (optional)': amount }),
  },
  'rules and limits': {
    'uses of a coupon': (uses) => ({ 'Uses of a coupon': uses }),
    'coupons last': (days) => ({ 'Days a coupon lasts (optional)': days.replace(/ days?$/, '') }),
    'coupons in all': (count) => ({ 'Coupons in all (optional)': count }),
    'coupons for each customer': (count) => ({ 'Coupons for each customer (optional)': count }),
  },
  window: {
    starts: (moment) => fillStart(moment.split(' ')),
    'first day': (day) => ({ 'First day (optional)': day }),
    'start time': (time) => ({ 'Start time (optional)': time }),
    'last day': (day) => ({ 'Last day (optional)': day }),
    'end time': (time) => ({ 'End time (optional)': time }),
  },
  review: {},
}

/** What nobody says is what people would fill in who have nothing special in mind. */
export function fillUsual(world: AirlockWorld, name: string): Rows {
  return [
    ['name', world.unique(name)],
    ['is for', 'holders of its coupon'],
    ['gives', '1.00 off'],
    ['uses of a coupon', '1'],
  ]
}

export function fillStep(step: Step, rows: Rows): Filled {
  return Object.assign(
    {},
    ...rows.map(([term = '', value = '']) => answers[step][term]?.(value) ?? {}),
  ) as Filled
}

/** Throws where a term stands in no step: it would be left out in silence, and so would a look at it. */
export function requireTerms(rows: Rows): void {
  const known = steps.flatMap((step) => Object.keys(answers[step]))
  const unknown = rows.map(([term = '']) => term).find((term) => !known.includes(term))
  if (unknown !== undefined)
    throw new Error(`No step of a campaign asks for "${unknown}"; they ask for ${known.join(', ')}.`)
}

export function stepOf(words: string): Step {
  const found = steps.find((step) => step === words)
  if (found) return found
  throw new Error(`A campaign has no step "${words}"; it has ${steps.join(', ')}.`)
}

/** From the first step to this one, with what the table says and usual answers to the rest. */
export async function goToStep(
  world: AirlockWorld,
  [role, name]: readonly [Role, string],
  { rows, to }: { readonly rows: Rows; readonly to: string },
): Promise<void> {
  requireTerms(rows)
  const last = steps.indexOf(stepOf(to))
  await haveSeated(world, role)
  const page = new CampaignPages(await openDesk(world))
  await page.openWizard()
  const all = [...fillUsual(world, name), ...rows]
  for (const [index, step] of steps.slice(0, last).entries()) {
    await page.goOn(fillStep(step, all), steps[index + 1] ?? '')
  }
}

export async function goBackTo(world: AirlockWorld, step: string): Promise<void> {
  await new CampaignPages(await openDesk(world)).goBack(step)
}

/** As it was left. */
export async function expectAnswers(world: AirlockWorld, rows: Rows): Promise<void> {
  requireTerms(rows)
  const page = new CampaignPages(await openDesk(world))
  for (const step of steps) await page.expectFilled(fillStep(step, rows))
}

/** The last step is done; the campaign is one of the scenario's from now on. */
export async function finish(world: AirlockWorld, name: string, button: string): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  await page.press(button)
  const campaignId = await page.readId()
  const { tenant } = world
  const campaign = await world.api.call(operations.getCampaign, { path: { campaignId } })
  keepCampaign(world, name, { tenant, campaign })
}

export async function makeInDashboard(
  world: AirlockWorld,
  seat: readonly [Role, string],
  { rows, button }: { readonly rows: Rows; readonly button: string },
): Promise<void> {
  await goToStep(world, seat, { rows, to: 'review' })
  await finish(world, seat[1], button)
}

/** What is decided about a campaign → where, and what is pressed for it. */
const decisions: Readonly<Record<string, readonly [path: string, button: string]>> = {
  approves: ['approve', 'Approve'],
  rejects: ['reject', 'Reject'],
  'sends for approval': ['submit', 'Send'],
}

export async function decide(
  world: AirlockWorld,
  [role, name]: readonly [Role, string],
  [decision, reason]: readonly [string, string],
): Promise<void> {
  const [path, button] = decisions[decision] ?? ['', '']
  await haveSeated(world, role)
  const page = new CampaignPages(await openDesk(world))
  await page.open(`${campaignPlace(world, name)}/${path}`)
  await page.send({ Reason: reason }, button)
}

/** The form of a decision that wanted a reason is sent again with one. */
export async function giveReason(world: AirlockWorld, reason: string): Promise<void> {
  await new CampaignPages(await openDesk(world)).sendFirst({ Reason: reason })
}

export async function listInDashboard(world: AirlockWorld, role: Role): Promise<void> {
  await haveSeated(world, role)
  await new CampaignPages(await openDesk(world)).openList()
}

export async function expectInList(
  world: AirlockWorld,
  name: string,
  cells: readonly string[],
): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  await page.expectRow('Campaigns', [world.unique(name), ...cells])
}

/** By the filter of the page that is open. */
export async function filterList(world: AirlockWorld, status: string): Promise<void> {
  await new CampaignPages(await openDesk(world)).filterList(status)
}

export async function expectNotInList(world: AirlockWorld, name: string): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  await page.expectNoWords(world.unique(name))
}

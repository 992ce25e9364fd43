// What a campaign is: brought there as it would be in business, one step after the other, and what it may become.
import { parseCampaignTerms, usualCampaign } from '../campaign-terms.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import { mergeRules } from '../merge-rules.ts'
import type { AirlockWorld } from '../world.ts'
import { changeCampaign, deleteCampaign, idOf, makeCampaign, readCampaign } from './campaigns.ts'
import { readNow, timeOf } from './clock.ts'

type Road = (world: AirlockWorld) => readonly object[]

/** What makes an active campaign that: a decision, two of them, or its window. */
const roads: Readonly<Record<string, Road>> = {
  ACTIVE: () => [],
  DRAFT: () => [{ status: 'DRAFT' }],
  PENDING: () => [{ status: 'PENDING' }],
  REJECTED: () => [{ status: 'PENDING' }, { status: 'REJECTED' }],
  INACTIVE: () => [{ status: 'INACTIVE' }],
  READY: (world) => [{ startDate: timeOf(world, (now) => now.add({ days: 3 })) }],
  EXPIRED: (world) => [
    {
      startDate: timeOf(world, (now) => now.subtract({ days: 3 })),
      endDate: timeOf(world, (now) => now.subtract({ days: 2 })),
    },
  ],
}

function listStations(world: AirlockWorld, status: string): readonly object[] {
  const road = roads[status]
  if (!road) throw new Error(`No campaign is ${status}; it is one of ${Object.keys(roads).join(', ')}.`)
  return road(world)
}

/** A campaign that ran, and has become this since. */
export async function bringTo(world: AirlockWorld, name: string, status: string): Promise<void> {
  if (status === 'DELETED') return deleteCampaign(world, name)
  for (const change of listStations(world, status)) await changeCampaign(world, name, change)
}

/** A campaign that has never been anything else but on its way there. */
export async function makeCampaignThatIs(
  world: AirlockWorld,
  name: string,
  { status, rules = {} }: { readonly status: string; readonly rules?: object },
): Promise<void> {
  const [first = {}, ...others] = listStations(world, status)
  await makeCampaign(world, name, { ...first, ...rules })
  for (const change of others) await changeCampaign(world, name, change)
}

/** One a row; what stands in no column is as usual. */
export async function makeTheseCampaigns(
  world: AirlockWorld,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  for (const { campaign = '', status = 'active', ...terms } of rows) {
    const said = parseCampaignTerms(Object.entries(terms), readNow(world))
    const rules = mergeRules(usualCampaign, said)
    await makeCampaignThatIs(world, campaign, { status: status.toUpperCase(), rules })
  }
}

/** What people can set a campaign to; the rest follows from its window. */
const choices = ['DRAFT', 'PENDING', 'ACTIVE', 'INACTIVE', 'REJECTED']

type Try = {
  readonly to: string
  readonly code: string | null
  readonly before: string
  readonly after: string
}

const tries = defineKind<readonly Try[]>('tries to change a status')

/** A new campaign of that status for each, so that no try stands in another's way. */
export async function tryEachStatus(world: AirlockWorld, from: string): Promise<void> {
  world.memory.keep(tries, 'last', await Promise.all(choices.map(async (to) => tryStatus(world, from, to))))
}

async function tryStatus(world: AirlockWorld, from: string, to: string): Promise<Try> {
  const name = `from ${from} to ${to}`
  await makeCampaignThatIs(world, name, { status: from })
  const before = (await readCampaign(world, name)).status
  const path = { campaignId: idOf(world, name) }
  const answer = await world.api.probe(operations.updateCampaign, { path, body: { status: to } })
  const after = (await readCampaign(world, name)).status
  return { to, code: answer.ok ? null : answer.error.errorCode, before, after }
}

/** What is not among these was refused for that reason, and left the campaign as it was. */
export function assertMayBecome(world: AirlockWorld, allowed: readonly string[], code: string): void {
  const all = world.memory.recall(tries, 'last')
  const found = all.map((one) => [one.to, one.code])
  expectSame(
    'what it may be set to',
    found,
    choices.map((to) => [to, allowed.includes(to) ? null : code]),
  )
  const refused = all.filter((one) => one.code !== null)
  expectSame(
    'what it is after a refusal',
    refused.map(({ after }) => after),
    refused.map(({ before }) => before),
  )
}

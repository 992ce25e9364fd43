// Campaigns: what is offered. Each belongs to its scenario and is taken away when the scenario is over, so that offers
// for everyone do not pile up.
import { operations } from '../contracts/operations.ts'
import type { Campaign } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'

export const campaigns = defineKind<Campaign>('campaign')
const lists = defineKind<readonly string[]>('list of campaigns')

const usualOffer = { offer: { reward: 'AMOUNT', value: 100 } }

/** Makes a campaign under a name that nobody else uses. */
export async function makeCampaign(world: AirlockWorld, name: string, rules: object = {}): Promise<void> {
  await makeCampaignOf(world, name, { tenant: world.tenant, rules })
}

type Making = { readonly tenant: Tenant; readonly rules: object }

export async function makeCampaignOf(
  world: AirlockWorld,
  name: string,
  { tenant, rules }: Making,
): Promise<void> {
  const body = { name: world.unique(name), mode: 'RESTRICTED', ...usualOffer, ...rules }
  const answer = await world.apiOf(tenant).attempt(operations.createCampaign, { body })
  if (!answer.ok) return
  const { id: campaignId } = world.memory.keep(campaigns, name, answer.body)
  world.undoLater(() => world.apiOf(tenant).probe(operations.deleteCampaign, { path: { campaignId } }))
}

export async function changeCampaign(world: AirlockWorld, name: string, body: object): Promise<void> {
  const { id: campaignId } = world.memory.recall(campaigns, name)
  await world.api.attempt(operations.updateCampaign, { path: { campaignId }, body })
}

export async function deleteCampaign(world: AirlockWorld, name: string): Promise<void> {
  const { id: campaignId } = world.memory.recall(campaigns, name)
  await world.api.attempt(operations.deleteCampaign, { path: { campaignId } })
}

async function readCampaign(world: AirlockWorld, name: string): Promise<Campaign> {
  const { id: campaignId } = world.memory.recall(campaigns, name)
  return world.api.call(operations.getCampaign, { path: { campaignId } })
}

export async function assertCampaignGone(world: AirlockWorld, name: string): Promise<void> {
  const { id: campaignId } = world.memory.recall(campaigns, name)
  const answer = await world.api.probe(operations.getCampaign, { path: { campaignId } })
  expectSame(`the status of reading the campaign "${name}"`, answer.status, 404)
}

const dayMs = 24 * 3600 * 1000

/** So many days from now, as the API writes times. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().replace(/\.\d+Z$/, '+00:00')
}

export async function makeCampaigns(world: AirlockWorld, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await makeCampaign(world, `Number ${number}`)
}

type Reading = { readonly limit: number; readonly orderBy: string; readonly between?: () => Promise<void> }

/** Ids of all campaigns, read page after page. */
async function readAll(world: AirlockWorld, { limit, orderBy, between }: Reading): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += limit) {
    const query = { limit: String(limit), offset: String(offset), orderBy }
    const page = await world.api.call(operations.listCampaigns, { query })
    ids.push(...page.results.map(({ id }) => id))
    if (page.results.length < limit) return ids
    await between?.()
  }
}

export async function listCampaigns(world: AirlockWorld, orderBy = 'dateCreated,ASC'): Promise<void> {
  world.memory.keep(lists, 'all', await readAll(world, { limit: 500, orderBy }))
}

/** Another campaign is made after each of the first pages, at the end of the list that is being read. */
export async function listWhileOthersAreMade(world: AirlockWorld, limit: number): Promise<void> {
  let made = 0
  const between = async (): Promise<void> => {
    made += 1
    if (made <= 3) await makeCampaign(world, `Late ${made}`)
  }
  world.memory.keep(lists, 'all', await readAll(world, { limit, orderBy: 'dateCreated,ASC', between }))
}

export function assertListed(world: AirlockWorld, name: string, isListed: boolean): void {
  const { id } = world.memory.recall(campaigns, name)
  expectSame(`whether "${name}" is in the list`, world.memory.recall(lists, 'all').includes(id), isListed)
}

/** Where those that this scenario made stand in what was read. */
function listOwn(world: AirlockWorld, own: readonly string[]): string[] {
  return world.memory.recall(lists, 'all').filter((id) => own.includes(id))
}

function idsOfNumbered(world: AirlockWorld, count: number): string[] {
  return Array.from({ length: count }, (_, at) => world.memory.recall(campaigns, `Number ${at + 1}`).id)
}

export function assertOwnListedOnce(world: AirlockWorld, count: number): void {
  const own = idsOfNumbered(world, count)
  expectSame('the campaigns that were read', listOwn(world, own).toSorted(), own.toSorted())
}

export function assertNewestFirst(world: AirlockWorld, count: number): void {
  const own = idsOfNumbered(world, count)
  expectSame('the order of the list', listOwn(world, own), own.toReversed())
}

function referenceOf(world: AirlockWorld): string {
  return `reference-${world.suffix}`
}

/** All of these in one scenario have one reference. */
export async function makeReferencedCampaign(world: AirlockWorld, name: string): Promise<void> {
  await makeCampaign(world, name, { reference: referenceOf(world) })
}

export async function lookUpByReference(world: AirlockWorld): Promise<void> {
  const answer = await world.api.attempt(operations.findCampaign, { path: { reference: referenceOf(world) } })
  if (answer.ok) world.memory.keep(lists, 'all', [answer.body.id])
}

export function assertReferenceFound(world: AirlockWorld, name: string): void {
  const { id } = world.memory.recall(campaigns, name)
  expectSame('the campaign that was found', world.memory.recall(lists, 'all'), [id])
}

export async function assertKeepsReference(world: AirlockWorld, name: string): Promise<void> {
  expectSame(`the reference of "${name}"`, (await readCampaign(world, name)).reference, referenceOf(world))
}

export async function assertCampaignStatus(world: AirlockWorld, name: string, status: string): Promise<void> {
  expectSame(`the status of "${name}"`, (await readCampaign(world, name)).status, status)
}

export async function assertEndsInYear(world: AirlockWorld, name: string, year: number): Promise<void> {
  const { endDate } = await readCampaign(world, name)
  expectSame(`the year in which "${name}" ends`, endDate.slice(0, 4), String(year))
}

export async function assertCalled(world: AirlockWorld, name: string, newName: string): Promise<void> {
  expectSame(`the name of "${name}"`, (await readCampaign(world, name)).name, world.unique(newName))
}

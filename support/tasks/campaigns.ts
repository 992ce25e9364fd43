// Campaigns: what is offered. Each belongs to its scenario and is taken away when the scenario is over, so that offers
// for everyone do not pile up.
import { parseCampaignTerms, usualCampaign } from '../campaign-terms.ts'
import { operations } from '../contracts/operations.ts'
import type { Campaign } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import { mergeRules } from '../merge-rules.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { readNow } from './clock.ts'
import { tryEach } from './rows.ts'

export const campaigns = defineKind<Campaign>('campaign')
const lookedUp = defineKind<string>('campaign that was looked up')

/** Rows of a table. */
export type Rows = readonly (readonly string[])[]

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
  const body = { name: world.unique(name), ...usualCampaign, ...rules }
  const answer = await world.apiOf(tenant).attempt(operations.createCampaign, { body })
  if (answer.ok) keepCampaign(world, name, { tenant, campaign: answer.body })
}

/** Remembered by the scenario's name for it, and gone with the scenario. */
export function keepCampaign(
  world: AirlockWorld,
  name: string,
  { tenant, campaign }: { readonly tenant: Tenant; readonly campaign: Campaign },
): void {
  const { id: campaignId } = world.memory.keep(campaigns, name, campaign)
  world.undoLater(() => world.apiOf(tenant).probe(operations.deleteCampaign, { path: { campaignId } }))
}

/** With the terms of a table, each a row. */
export async function makeCampaignWith(world: AirlockWorld, name: string, rows: Rows): Promise<void> {
  await makeCampaign(world, name, mergeRules(usualCampaign, parseCampaignTerms(rows, readNow(world))))
}

/** One campaign for each term. */
export async function makeCampaignForEach(world: AirlockWorld, rows: Rows): Promise<void> {
  const terms = new Map(rows.map((row) => [row.join(': '), row]))
  await tryEach(world, [...terms.keys()], async (term) =>
    makeCampaignWith(world, term, [terms.get(term) ?? []]),
  )
}

/** The ways to change a campaign: part of it, the same as older clients do, or all of it anew. */
const ways = {
  changed: operations.updateCampaign,
  'changed as older clients do': operations.amendCampaign,
  'written anew': operations.replaceCampaign,
} as const

export type Way = keyof typeof ways

export function idOf(world: AirlockWorld, name: string): string {
  return world.memory.recall(campaigns, name).id
}

/** What is named, and nothing else. */
export async function changeCampaign(world: AirlockWorld, name: string, body: object): Promise<void> {
  await world.api.attempt(operations.updateCampaign, { path: { campaignId: idOf(world, name) }, body })
}

/** As a table says it. Whoever writes it anew also says what must be said of every campaign. */
export async function changeCampaignWith(
  world: AirlockWorld,
  name: string,
  { way, rows }: { readonly way: Way; readonly rows: Rows },
): Promise<void> {
  const campaignId = world.memory.has(campaigns, name) ? idOf(world, name) : neverWas
  const changes = parseCampaignTerms(rows, readNow(world))
  const anew = { name: world.unique(name), ...mergeRules(usualCampaign, changes) }
  const body = way === 'written anew' ? anew : changes
  await world.api.attempt(ways[way], { path: { campaignId }, body })
}

/** A campaign that never was has a number nobody was given. */
const neverWas = '999999999'

export async function lookForNoCampaign(world: AirlockWorld): Promise<void> {
  await world.api.attempt(operations.getCampaign, { path: { campaignId: neverWas } })
}

export async function deleteNoCampaign(world: AirlockWorld): Promise<void> {
  await world.api.attempt(operations.deleteCampaign, { path: { campaignId: neverWas } })
}

export async function deleteCampaign(world: AirlockWorld, name: string): Promise<void> {
  await world.api.attempt(operations.deleteCampaign, { path: { campaignId: idOf(world, name) } })
}

export async function readCampaign(world: AirlockWorld, name: string): Promise<Campaign> {
  return world.api.call(operations.getCampaign, { path: { campaignId: idOf(world, name) } })
}

export async function assertCampaignGone(world: AirlockWorld, name: string): Promise<void> {
  const path = { campaignId: idOf(world, name) }
  const answer = await world.api.probe(operations.getCampaign, { path })
  expectSame(`the status of reading the campaign "${name}"`, answer.status, 404)
}

/** The one reference of a scenario that its campaigns ask for. */
export function referenceOf(world: AirlockWorld): string {
  return `reference-${world.suffix}`
}

/** All of these in one scenario have one reference. */
export async function makeReferencedCampaign(world: AirlockWorld, name: string): Promise<void> {
  await makeCampaign(world, name, { reference: referenceOf(world) })
}

export async function askForReference(world: AirlockWorld, name: string): Promise<void> {
  await changeCampaign(world, name, { reference: referenceOf(world) })
}

export async function lookUpByReference(world: AirlockWorld): Promise<void> {
  const answer = await world.api.attempt(operations.findCampaign, { path: { reference: referenceOf(world) } })
  if (answer.ok) world.memory.keep(lookedUp, 'last', answer.body.id)
}

export function assertReferenceFound(world: AirlockWorld, name: string): void {
  expectSame('the campaign that was found', world.memory.recall(lookedUp, 'last'), idOf(world, name))
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

/** Read anew, it is in every part as it was made. */
export async function assertUnchangedCampaign(world: AirlockWorld, name: string): Promise<void> {
  expectSame(`the campaign "${name}"`, await readCampaign(world, name), world.memory.recall(campaigns, name))
}

/** Both begin, and both end, at the same moment, however the two were written. */
export async function assertSameWindow(world: AirlockWorld, [one, other]: readonly [string, string]) {
  const [first, second] = [await readCampaign(world, one), await readCampaign(world, other)]
  const windowOf = ({ startDate, endDate }: Campaign) =>
    [startDate, endDate].map((edge) => Temporal.Instant.from(edge).epochMilliseconds)
  expectSame(`the window of "${other}"`, windowOf(second), windowOf(first))
}

export async function assertUnlimited(world: AirlockWorld, name: string): Promise<void> {
  const { issueLimits } = await readCampaign(world, name)
  expectSame(`the limits of "${name}"`, issueLimits, { perCampaign: null, perCustomer: null })
}

/** Terms of a table, as the campaign has them when it is read anew. */
export async function assertCampaignTerms(world: AirlockWorld, name: string, rows: Rows): Promise<void> {
  const expected = parseCampaignTerms(rows, readNow(world))
  const found: object = await readCampaign(world, name)
  expectSame(`the campaign "${name}"`, found, mergeRules(found, expected))
}

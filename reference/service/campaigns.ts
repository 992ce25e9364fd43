// Campaigns: made, changed, listed and deleted. A deleted one is gone from every answer; its coupons stop working.
import {
  evaluateCampaignStatus,
  isCampaignStep,
  type Campaign,
  type CampaignInput,
  type CampaignPatch,
  type CampaignReplacement,
} from '../model/campaign.ts'
import { renderInstant } from '../model/instant.ts'
import { takeId } from '../store/collection.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export function createCampaign(scope: Scope, input: CampaignInput): Campaign {
  return scope.store.write(() => {
    const id = takeId(scope.store)
    const campaign = makeCampaign(scope, { id, dateCreated: scope.now }, input)
    requireFit(scope, campaign)
    scope.rows.campaigns.insert(scope.tenant.id, id, campaign)
    return makeCampaignView(scope, campaign)
  })
}

/** The whole of it anew; what is left out goes back to its default, but for the status, which stays. */
export function replaceCampaign(scope: Scope, campaignId: string, input: CampaignReplacement): Campaign {
  return scope.store.write(() => {
    const known = findStoredCampaign(scope, campaignId)
    const { status = known.status } = input
    return writeCampaign(scope, known, makeCampaign(scope, known, { ...input, status }))
  })
}

export function changeCampaign(scope: Scope, campaignId: string, patch: CampaignPatch): Campaign {
  return scope.store.write(() => {
    const known = findStoredCampaign(scope, campaignId)
    const named = Object.entries(patch).filter(([, value]) => value !== undefined)
    return writeCampaign(scope, known, normalise({ ...known, ...Object.fromEntries(named) }))
  })
}

export function deleteCampaign(scope: Scope, campaignId: string): void {
  scope.store.write(() => {
    findStoredCampaign(scope, campaignId)
    scope.store.run('DELETE FROM campaign WHERE tenant = ? AND id = ?', scope.tenant.id, Number(campaignId))
  })
}

export function findCampaign(scope: Scope, campaignId: string): Campaign {
  return makeCampaignView(scope, findStoredCampaign(scope, campaignId))
}

export function findCampaignByReference(scope: Scope, reference: string): Campaign {
  return makeCampaignView(scope, found(listCampaigns(scope, { reference })[0], 'CAMPAIGN_NOT_FOUND'))
}

/** The tenant's campaigns with the status each has today. */
export function listCampaigns(scope: Scope, where: Readonly<Record<string, string>> = {}): Campaign[] {
  return scope.rows.campaigns
    .list(scope.tenant.id, where)
    .map((campaign) => makeCampaignView(scope, campaign))
}

/** Undefined where it has been deleted, which its accounts may outlive. */
export function readCampaign(scope: Scope, campaignId: string): Campaign | undefined {
  const campaign = scope.rows.campaigns.find(scope.tenant.id, campaignId)
  return campaign && makeCampaignView(scope, campaign)
}

function findStoredCampaign(scope: Scope, campaignId: string): Campaign {
  return found(scope.rows.campaigns.find(scope.tenant.id, campaignId), 'CAMPAIGN_NOT_FOUND')
}

function makeCampaign(
  scope: Scope,
  kept: Pick<Campaign, 'id' | 'dateCreated'>,
  input: Omit<CampaignInput, 'status'> & Pick<Campaign, 'status'>,
): Campaign {
  const { id, dateCreated } = kept
  const startDate = input.startDate ?? scope.now
  return normalise({ id, ...input, startDate, dateCreated, lastUpdated: scope.now })
}

/** Instants are kept in one offset; they stay the instants they were. */
function normalise(campaign: Campaign): Campaign {
  return {
    ...campaign,
    startDate: renderInstant(Date.parse(campaign.startDate)),
    endDate: renderInstant(Date.parse(campaign.endDate)),
  }
}

function writeCampaign(scope: Scope, known: Campaign, campaign: Campaign): Campaign {
  const isFree = campaign.status === 'ACTIVE' && scope.faults.has('approval-skipped')
  if (!isFree && !isCampaignStep(known, campaign.status, scope.nowMs)) throw new Refusal('ILLEGAL_TRANSITION')
  const changed = { ...campaign, lastUpdated: scope.now }
  requireFit(scope, changed)
  scope.rows.campaigns.replace(scope.tenant.id, campaign.id, changed)
  return makeCampaignView(scope, changed)
}

function requireFit(scope: Scope, campaign: Campaign): void {
  if (Date.parse(campaign.endDate) < Date.parse(campaign.startDate)) {
    throw new Refusal('INVALID_REQUEST', ['body.endDate: is before startDate'])
  }
  const units = new Set(scope.tenant.outlets.map((outlet) => outlet.unitId))
  if (campaign.partners.redemption.some((unit) => !units.has(unit))) throw new Refusal('UNIT_UNKNOWN')
  const { id, reference } = campaign
  const sameReference = reference === null ? [] : listCampaigns(scope, { reference })
  if (sameReference.some((other) => other.id !== id)) throw new Refusal('REFERENCE_EXISTS')
}

function makeCampaignView(scope: Scope, campaign: Campaign): Campaign {
  const earlyMs = scope.faults.has('window-end-early') ? 1000 : 0
  return { ...campaign, status: evaluateCampaignStatus(campaign, scope.nowMs, earlyMs) }
}

/** Whether its coupons are given out and its offer counts. The fault does not wait for the approval. */
export function isRunning({ faults }: Scope, { status }: Campaign): boolean {
  return status === 'ACTIVE' || (status === 'PENDING' && faults.has('pending-running'))
}

// The three tenants of this platform: different zones, services and scheme rules, so that a mix-up shows.
import type { SchemeRules } from './scheme.ts'

export const services = ['wallet', 'pos', 'resources', 'dashboard'] as const

export type Service = (typeof services)[number]

export type TenantId = 'maple' | 'cedar' | 'lotus'

export type Outlet = { readonly unitId: string; readonly incomingIdentifier: string; readonly name: string }

export type Tenant = {
  readonly id: TenantId
  readonly name: string
  readonly zone: string
  /** The company; its outlets stand below it. */
  readonly unitId: string
  readonly services: readonly Service[]
  readonly issuerId: number
  readonly outlets: readonly Outlet[]
  readonly scheme: { readonly name: string; readonly rules: SchemeRules }
}

const spend = { enabled: true, minimum: 100, step: 100, maximum: 99_999 }

export const tenants: readonly Tenant[] = [
  {
    id: 'maple',
    name: 'Maple Market',
    zone: 'Europe/London',
    unitId: '1100',
    services: ['wallet', 'pos', 'resources', 'dashboard'],
    issuerId: 11,
    outlets: makeOutlets('MAPLE', 1100),
    scheme: {
      name: 'Maple Points',
      rules: { earn: { points: 1, per: 100 }, spend, negativeBalance: false },
    },
  },
  {
    id: 'cedar',
    name: 'Cedar Stores',
    zone: 'America/New_York',
    unitId: '1200',
    services: ['wallet', 'pos', 'resources'],
    issuerId: 12,
    outlets: makeOutlets('CEDAR', 1200),
    scheme: {
      name: 'Cedar Rewards',
      rules: { earn: { points: 1, per: 200 }, spend, negativeBalance: false },
    },
  },
  {
    id: 'lotus',
    name: 'Lotus Retail',
    zone: 'Asia/Dubai',
    unitId: '1300',
    services: ['wallet', 'resources', 'dashboard'],
    issuerId: 13,
    outlets: makeOutlets('LOTUS', 1300),
    scheme: {
      name: 'Lotus Circle',
      rules: {
        earn: { points: 1, per: 100 },
        spend: { enabled: true, minimum: 1, step: 1, maximum: 99_999 },
        negativeBalance: true,
      },
    },
  },
]

export function findTenant(id: string): Tenant | undefined {
  return tenants.find((tenant) => tenant.id === id)
}

function makeOutlets(prefix: string, firstUnit: number): readonly Outlet[] {
  return [1, 2, 3].map((number) => ({
    unitId: String(firstUnit + number),
    incomingIdentifier: `${prefix}-00${number}`,
    name: `${prefix.charAt(0)}${prefix.slice(1).toLowerCase()} outlet ${number}`,
  }))
}

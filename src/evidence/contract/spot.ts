// Where two contracts are held against each other, and whom a change is told to: what all comparisons of their parts share.
import type { Contract } from './contract.ts'
import type { ContractChange } from './contract-evidence.ts'

export type Sides<T> = { readonly before: T; readonly after: T }
export type Report = (what: ContractChange['what'], place: string, detail: string) => void

/** Where a value stands, and whom its changes are told to. */
export type Spot = {
  readonly contract: Sides<Contract>
  readonly report: Report
  /** Told of a reference that leads nowhere in its document, with its place. */
  readonly lose: (reference: string) => void
  readonly place: string
  /** What clients read; otherwise what they write. */
  readonly isAnswer: boolean
}

// A page is a row of a table: its route, who may see it, and what it answers. Handlers take values and give values;
// cookies, sessions, form tokens and HTML are the business of the one way through, `answer-page.ts`.
import type { Scope, Platform } from '../service/scope.ts'
import type { DashboardUser } from '../store/dashboard-users.ts'
import type { Permission } from './role.ts'
import type { Session } from './session.ts'

/** What somebody sees: a view with what stands in it. */
export type Shown = {
  readonly status: number
  /** The template, from the dashboard's folder on. */
  readonly view: string
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Where somebody is sent next; a new browser id is what signing in and out change. */
export type Sent = { readonly location: string; readonly browserId?: string | null }

/** What somebody takes away: a table as a file. */
export type Download = { readonly fileName: string; readonly csv: string }

export type PageAnswer = Shown | Sent | Download

/** What was filled in, and the mark of this one form that was handed out once. */
export type Form = { readonly fields: unknown; readonly mark: string }

export type Visit = {
  readonly platform: Platform
  readonly session: Session
  readonly browserId: string
  /** The address without its query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: unknown
}

export type UserVisit = Visit & { readonly user: DashboardUser; readonly scope: Scope }

export type FormVisit = UserVisit & { readonly form: Form }

type Row<V> = { readonly path: string; readonly handle: (visit: V) => PageAnswer }

/** What somebody who is signed in needs besides; null where that is enough. */
type Guarded = { readonly access: 'user'; readonly needs: Permission | null }

export type Page =
  | (Row<Visit> & { readonly access: 'anyone'; readonly method: 'GET' })
  | (Row<Visit & { readonly form: Form }> & { readonly access: 'anyone'; readonly method: 'POST' })
  | (Row<UserVisit> & Guarded & { readonly method: 'GET' })
  | (Row<FormVisit> & Guarded & { readonly method: 'POST' })

// Signing in. Whether it was the user or the password that is wrong is nobody's business.
import { z } from 'zod'
import { findDashboardTenant } from '../../../store/dashboard-users.ts'
import { listErrors, readText, type ErrorLine, type Field } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Page, PageAnswer, Visit } from '../../page.ts'
import { places } from '../../places.ts'
import { mayUseDashboard, openSession, type User } from '../../session.ts'

const notices = {
  ended: 'Your session has ended, because nothing was done for 30 minutes. Sign in to go on.',
  'signed-out': 'You are signed out.',
} as const

/** Only places of this dashboard: a link to the sign-in page must not lead anywhere else. */
const nextSchema = z.string().regex(/^\/dashboard\/[!-~]*$/)

const querySchema = z.object({
  notice: z.enum(['ended', 'signed-out']).optional().catch(undefined),
  next: nextSchema.optional().catch(undefined),
})

export const signInPage: Page = {
  access: 'anyone',
  method: 'GET',
  path: '/sign-in',
  handle: (visit) => {
    const { notice, next = places.customers } = querySchema.parse(visit.query)
    if (visit.session.kind === 'open') return { location: next }
    return showSignIn(visit, { user: '', next, errors: {}, notice: notice && notices[notice] })
  },
}

export const signInForm: Page = {
  access: 'anyone',
  method: 'POST',
  path: '/sign-in',
  handle: (visit) => {
    const { fields } = visit.form
    const name = readText(fields, 'user').trim()
    const password = readText(fields, 'password')
    const next = nextSchema.catch(places.customers).parse(readText(fields, 'next'))
    const errors = evaluateErrors(name, password)
    const user = (errors.user ?? errors.password) ? null : findUser(visit, name, password)
    if (!user) return showSignIn(visit, { user: name, next, errors, status: 422 })
    return { location: next, browserId: openSession(visit.platform.store, user, visit.nowMs) }
  },
}

type Errors = { readonly user?: string | undefined; readonly password?: string | undefined }

function evaluateErrors(name: string, password: string): Errors {
  return {
    user: name === '' ? 'Enter your user name' : undefined,
    password: password === '' ? 'Enter your password' : undefined,
  }
}

function findUser({ platform }: Visit, name: string, password: string): User | null {
  const tenant = findDashboardTenant(platform.store, name, password)
  return tenant && mayUseDashboard(tenant) ? { name, tenant } : null
}

type Written = {
  readonly user: string
  readonly next: string
  readonly errors: Errors
  readonly notice?: string | undefined
  readonly status?: 422
}

function showSignIn(visit: Visit, written: Written): PageAnswer {
  const fields = makeFields(written)
  const isRefused = written.status === 422
  return {
    status: written.status ?? 200,
    view: 'pages/sign-in/sign-in',
    title: isRefused ? 'Error: Sign in' : 'Sign in',
    data: {
      token: makeFormToken({ browserId: visit.browserId, action: places.signIn }),
      notice: written.notice,
      next: written.next,
      fields,
      errors: isRefused ? makeErrorLines(fields) : [],
    },
  }
}

function makeErrorLines(fields: readonly Field[]): ErrorLine[] {
  const errors = listErrors(fields)
  return errors.length > 0 ? errors : [{ text: 'The user name or the password is not right', field: 'user' }]
}

function makeFields({ user, errors }: Written): readonly Field[] {
  return [
    {
      name: 'user',
      label: 'User name',
      kind: 'text',
      value: user,
      autocomplete: 'username',
      inputmode: 'email',
      error: errors.user,
    },
    // A password is never sent back, not even to the one who wrote it.
    {
      name: 'password',
      label: 'Password',
      kind: 'password',
      value: '',
      autocomplete: 'current-password',
      error: errors.password,
    },
  ]
}

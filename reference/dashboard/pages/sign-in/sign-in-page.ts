// Signing in. Whether it was the user or the password that is wrong is nobody's business.
import { z } from 'zod'
import { authenticateDashboardUser, type DashboardUser } from '../../../store/dashboard-users.ts'
import { listErrors, readText, type ErrorLine, type Field } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Page, PageAnswer, Visit } from '../../page.ts'
import { forgetWrongPasswords, isLockedOut, lockMinutes, writeWrongPassword } from '../../lock-out.ts'
import { findHome, places } from '../../places.ts'
import { mayUseDashboard, openSession } from '../../session.ts'

const notices = {
  idle: 'Your session has ended, because nothing was done for 30 minutes. Sign in to go on.',
  old: 'Your session has ended, because it began 12 hours ago. Sign in to go on.',
  'signed-out': 'You are signed out.',
} as const

/** Only places of this dashboard: a link to the sign-in page must not lead anywhere else. */
const nextSchema = z.string().regex(/^\/dashboard\/[!-~]*$/)

const querySchema = z.object({
  notice: z.enum(['idle', 'old', 'signed-out']).optional().catch(undefined),
  next: nextSchema.optional().catch(undefined),
})

export const signInPage: Page = {
  access: 'anyone',
  method: 'GET',
  path: '/sign-in',
  handle: (visit) => {
    const { notice, next } = querySchema.parse(visit.query)
    const { session } = visit
    if (session.kind === 'open') return { location: next ?? findHome(session.user) }
    return showSignIn(visit, { user: '', next: next ?? '', errors: {}, notice: notice && notices[notice] })
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
    const next = nextSchema.catch('').parse(readText(fields, 'next'))
    const errors = evaluateErrors(name, password)
    const refused = { user: name, next, errors, status: 422 } as const
    if (errors.user ?? errors.password) return showSignIn(visit, refused)
    const user = findUser(visit, name, password)
    if (user === 'locked') return showSignIn(visit, { ...refused, refusal: lockedOut, status: 429 })
    if (user === null)
      return showSignIn(visit, { ...refused, refusal: 'The user name or the password is not right' })
    return { location: next || findHome(user), browserId: openSession(visit.platform, user) }
  },
}

const lockedOut = `Too many wrong passwords. This user name is locked for ${lockMinutes} minutes; then try again.`

type Errors = { readonly user?: string | undefined; readonly password?: string | undefined }

function evaluateErrors(name: string, password: string): Errors {
  return {
    user: name === '' ? 'Enter your user name' : undefined,
    password: password === '' ? 'Enter your password' : undefined,
  }
}

/** A locked name is not even tried: the right password must look like a wrong one. */
function findUser({ platform }: Visit, name: string, password: string): DashboardUser | 'locked' | null {
  if (isLockedOut(platform, name)) return 'locked'
  const user = authenticateDashboardUser(platform.store, name, password)
  if (user && mayUseDashboard(user.tenant)) {
    forgetWrongPasswords(platform, name)
    return user
  }
  writeWrongPassword(platform, name)
  return isLockedOut(platform, name) ? 'locked' : null
}

type Written = {
  readonly user: string
  readonly next: string
  readonly errors: Errors
  readonly notice?: string | undefined
  /** Why somebody who filled in everything is not let in. */
  readonly refusal?: string
  readonly status?: 422 | 429
}

function showSignIn(visit: Visit, written: Written): PageAnswer {
  const fields = makeFields(written)
  const { refusal } = written
  const refused: ErrorLine[] = refusal === undefined ? [] : [{ text: refusal, field: 'user' }]
  const errors = [...refused, ...listErrors(fields)]
  return {
    status: written.status ?? 200,
    view: 'pages/sign-in/sign-in',
    title: errors.length > 0 ? 'Error: Sign in' : 'Sign in',
    data: {
      token: makeFormToken({ browserId: visit.browserId, action: places.signIn }),
      notice: written.notice,
      next: written.next,
      fields,
      errors,
    },
  }
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

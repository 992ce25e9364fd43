// What can stand between somebody and a page, in plain words.
import type { Shown } from '../../page.ts'

export const problems = {
  PAGE_NOT_FOUND: {
    status: 404,
    title: 'Page not found',
    text: 'There is no page at this address. It may have been mistyped, or the page may have moved.',
  },
  WALLET_NOT_FOUND: {
    status: 404,
    title: 'Wallet not found',
    text: 'There is no such wallet. Search for the customer by another key.',
  },
  IDENTITY_NOT_FOUND: {
    status: 404,
    title: 'Identity not found',
    text: 'The wallet has no such identity. It may have been moved to another wallet.',
  },
  ACCOUNT_NOT_FOUND: {
    status: 404,
    title: 'Account not found',
    text: 'The wallet has no such account.',
  },
  CAMPAIGN_NOT_FOUND: {
    status: 404,
    title: 'Campaign not found',
    text: 'There is no such campaign. It may have been deleted.',
  },
  JOB_NOT_FOUND: {
    status: 404,
    title: 'Export not found',
    text: 'There is no such export of yours.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'Not allowed',
    text: 'Your role does not include this.',
  },
  FORM_NOT_OURS: {
    status: 403,
    title: 'The form can no longer be used',
    text: 'Nothing was changed. Open the page again and fill in its form anew. Your browser must accept cookies from this site.',
  },
  UNREADABLE: {
    status: 400,
    title: 'The request could not be read',
    text: 'Nothing was changed. Go back to the page and try again.',
  },
  NOT_READY: {
    status: 503,
    title: 'Not available just now',
    text: 'Nothing was changed. Try again in a moment.',
  },
  FAILED: {
    status: 500,
    title: 'Something went wrong',
    text: 'The fault is ours and has been written down. Look first before you try again: what you asked for may have been done.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>

export type ProblemCode = keyof typeof problems

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

/** Where more is known than the code says: the server's own status, or whose task it is. */
type Known = { readonly status?: number; readonly text?: string }

export function showProblem(code: ProblemCode, known: Known = {}): Shown {
  const { status, title, text } = { ...problems[code], ...known }
  return { status, view: 'pages/problem/problem', title, data: { heading: title, text } }
}

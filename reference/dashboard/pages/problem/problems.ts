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
  FAILED: {
    status: 500,
    title: 'Something went wrong',
    text: 'The fault is ours and has been written down. Look at the wallet before you try again: what you asked for may have been done.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>

export type ProblemCode = keyof typeof problems

/** The page of a problem; the server's own status where it is more exact. */
export function showProblem(code: ProblemCode, status: number = problems[code].status): Shown {
  const { title, text } = problems[code]
  return { status, view: 'pages/problem/problem', title, data: { heading: title, text } }
}

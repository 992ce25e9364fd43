// Somebody at a browser without the browser: a cookie jar of one cookie, redirects seen one by one, forms sent as read.
import type { Dashboard, RoleName } from './start-dashboard.ts'

export type Reply = {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Where it leads, if it is a redirect. */
  readonly location: string | null
}

export type Visitor = {
  readonly cookie: () => string
  readonly get: (path: string) => Promise<Reply>
  /** Sends these very fields. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Reply>
  /** Opens a page and sends the form on it that goes to `action`, with what is filled in here. */
  readonly fillIn: (page: string, action: string, fields: Readonly<Record<string, string>>) => Promise<Reply>
}

export function openVisitor(url: string, firstCookie = ''): Visitor {
  let cookie = firstCookie
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }
    const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    return {
      status: answer.status,
      text: await answer.text(),
      headers: answer.headers,
      location: answer.headers.get('location'),
    }
  }
  const get: Visitor['get'] = async (path) => ask(path, { method: 'GET' })
  const send: Visitor['send'] = async (path, fields) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: {} })
  return {
    cookie: () => cookie,
    get,
    send,
    fillIn: async (page, action, fields) => {
      const { text } = await get(page)
      return send(action, { ...readHidden(text, action), ...fields })
    },
  }
}

/** Signs in, as customer care unless another role is named, and fails where that does not open the dashboard. */
export async function signIn(
  dashboard: Pick<Dashboard, 'url' | 'roles'>,
  tenant: 'maple' | 'lotus',
  role: RoleName = 'care',
): Promise<Visitor> {
  const visitor = openVisitor(dashboard.url)
  const page = '/dashboard/sign-in'
  const reply = await visitor.fillIn(page, page, dashboard.roles[tenant][role])
  if (reply.status !== 303) throw new Error(`signing in answered ${reply.status}`)
  return visitor
}

/** The hidden fields of the form on a page that goes to this address. */
export function readHidden(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const inputs = form.split('</form>')[0]?.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g) ?? []
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

/** What a page says, without its marks. */
export function readWords(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

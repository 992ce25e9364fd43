// Forms that stand on pages of their own: each is opened, filled in and sent, and what it did is told where it leads.
import { readWords, type Reply, type Visitor } from './visitor.ts'

type Fields = Readonly<Record<string, string>>

/** Sends the form of a page; the address of both is the same. */
export async function sendForm(visitor: Visitor, page: string, fields: Fields): Promise<Reply> {
  return visitor.fillIn(page, page, fields)
}

/** Sends it and reads the page that says what was done. */
export async function doForm(visitor: Visitor, page: string, fields: Fields): Promise<string> {
  const reply = await sendForm(visitor, page, fields)
  if (reply.status !== 303) throw new Error(`${page} answered ${reply.status}: ${readWords(reply.text)}`)
  const done = await visitor.get(reply.location ?? '')
  if (!done.text.includes('role="status"')) throw new Error(`${reply.location} says nothing of what was done`)
  return readWords(done.text)
}

/** What a refused form says above itself, and which of its fields it calls wrong. */
export function readErrors({ text }: Reply): { readonly words: string; readonly fields: string[] } {
  const alert = text.split('role="alert"')[1]?.split('</div>')[0] ?? ''
  const fields = [...text.matchAll(/name="(\w+)"[^>]*aria-describedby="[^"]*\1-error"[^>]*aria-invalid/g)]
  return { words: readWords(`<p${alert}`), fields: fields.map(([, name = '']) => name) }
}

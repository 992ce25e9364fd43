// One form on a page of its own: what it is about, what it asks for, what it does, and where it leads then.
import { Refusal, type RefusalCode } from '../../../service/refusal.ts'
import { listErrors, type ErrorLine } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import { doOnce, findEarlier, type Done } from '../../once.ts'
import type { FormVisit, Page, PageAnswer, Shown, UserVisit } from '../../page.ts'
import { renderRefusal } from '../../refusal-words.ts'
import type { Permission } from '../../role.ts'
import type { Fact } from '../../table.ts'
import { fillFields, parseForm, type BlankField, type FormSchema, type Written } from '../../written.ts'

/** A form on a page of its own, whatever it answers. */
export type FormPage<Subject, Wish> = {
  readonly path: string
  readonly needs: Permission
  /** What it is about, or the refusal that there is no such thing. */
  readonly find: (visit: UserVisit) => Subject
  readonly describe: (subject: Subject, visit: UserVisit) => Description
  readonly schema: FormSchema<Wish>
  readonly answer: (visit: FormVisit, subject: Subject, wish: Wish) => PageAnswer
  /** Which field can mend what the platform refused, and what to say where the usual words do not fit. */
  readonly mends?: Partial<Record<RefusalCode, string>>
  readonly says?: Partial<Record<RefusalCode, string>>
}

/** A form that changes something: once, all of it or nothing. */
export type Task<Subject, Wish> = Omit<FormPage<Subject, Wish>, 'answer'> & {
  readonly perform: (visit: FormVisit, subject: Subject, wish: Wish) => Done
}

export type Description = {
  readonly heading: string
  /** Whose it is, for the title. */
  readonly about: string
  readonly text?: string
  readonly facts?: readonly Fact[]
  readonly fields: readonly BlankField[]
  /** What stands in the fields before anything is written. */
  readonly initial?: Readonly<Record<string, string>>
  readonly button: string
  readonly back: { readonly href: string; readonly text: string }
}

export function makeTaskPages<Subject, Wish>(task: Task<Subject, Wish>): readonly Page[] {
  const { perform, ...page } = task
  return makeFormPages({
    ...page,
    answer: (visit, subject, wish) => doOnce(visit, () => perform(visit, subject, wish)),
  })
}

export function makeFormPages<Subject, Wish>(page: FormPage<Subject, Wish>): readonly Page[] {
  const { path, needs } = page
  const show = (visit: UserVisit) => showForm(visit, page.describe(page.find(visit), visit))
  return [
    { access: 'user', method: 'GET', path, needs, handle: show },
    { access: 'user', method: 'POST', path, needs, handle: (visit) => answerForm(visit, page) },
  ]
}

function answerForm<Subject, Wish>(visit: FormVisit, page: FormPage<Subject, Wish>): PageAnswer {
  try {
    return answerSubject(visit, page, page.find(visit))
  } catch (error) {
    // What the form is about may have gone by another sending of this very form.
    const earlier = error instanceof Refusal ? findEarlier(visit) : undefined
    if (earlier) return earlier
    throw error
  }
}

function answerSubject<Subject, Wish>(
  visit: FormVisit,
  page: FormPage<Subject, Wish>,
  subject: Subject,
): PageAnswer {
  const { written, wish } = parseForm(page.schema, visit.form.fields)
  const description = page.describe(subject, visit)
  if (wish === null) return showForm(visit, description, { written, status: 422 })
  try {
    return page.answer(visit, subject, wish)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showForm(visit, description, makeRefused(error, written, page))
  }
}

type Words = Pick<FormPage<unknown, unknown>, 'mends' | 'says'>

/** Said at the field that can mend it, or else for the whole form. */
function makeRefused(error: Refusal, written: Written, { mends, says }: Words): Occasion {
  const { code, status } = error
  const field = mends?.[code]
  const text = says?.[code] ?? renderRefusal(error)
  if (field === undefined) return { written, status, refusal: text }
  return { written: { ...written, errors: { [field]: text } }, status }
}

type Occasion = { readonly written?: Written; readonly status?: number; readonly refusal?: string }

function showForm(visit: UserVisit, description: Description, occasion: Occasion = {}): Shown {
  const { heading, about, text, facts, button, back } = description
  const { written = { texts: description.initial ?? {}, errors: {} } } = occasion
  const fields = fillFields(description.fields, written)
  const refused: ErrorLine[] = occasion.refusal === undefined ? [] : [{ text: occasion.refusal }]
  const errors = [...refused, ...listErrors(fields)]
  return {
    status: occasion.status ?? 200,
    view: 'pages/form/form',
    title: `${errors.length > 0 ? 'Error: ' : ''}${heading} – ${about}`,
    data: {
      heading,
      text,
      facts,
      button,
      back,
      fields,
      errors,
      // The form leads to where it stands, so that reloading a refused one asks for it anew.
      action: visit.path,
      token: makeFormToken({ browserId: visit.browserId, action: visit.path }),
    },
  }
}

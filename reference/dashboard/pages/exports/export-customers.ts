// What a search found as a file.
import { readText } from '../../field.ts'
import type { Page } from '../../page.ts'
import { places } from '../../places.ts'
import { evaluateSearch, showSearchError } from '../customers/customers-page.ts'
import { answerExport } from './send-export.ts'

const path = '/customers/export'

export const exportCustomersForm: Page = {
  access: 'user',
  method: 'POST',
  path,
  needs: 'customers',
  handle: (visit) => {
    const text = readText(visit.form.fields, 'search').trim()
    const error = evaluateSearch(text)
    return error === null ? answerExport(visit, { kind: 'customers', text }) : showSearchError(text, error)
  },
}

/** Where somebody reloads the address of the form. */
export const exportCustomersReturn: Page = {
  access: 'user',
  method: 'GET',
  path,
  needs: 'customers',
  handle: () => ({ location: places.customers }),
}

// A form's fields as the views show them: label, hint, what was written, and what is wrong with it.

export type Field = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'password' | 'area' | 'choice'
  readonly value: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly autocomplete?: string
  readonly inputmode?: string
  /** May be left empty; the label says so, where that does not go without saying. */
  readonly isOptional?: boolean
  /** What a choice offers, and what it is called while nothing is chosen. */
  readonly options?: readonly Option[]
  readonly blank?: string
}

export type Option = { readonly value: string; readonly text: string }

/** What went wrong, at the top of the page; what a field can mend leads to it. */
export type ErrorLine = { readonly text: string; readonly field?: string }

export function listErrors(fields: readonly Field[]): ErrorLine[] {
  return fields.flatMap(({ name, error }) => (error === undefined ? [] : [{ field: name, text: error }]))
}

/** Unknown input as text; what is not text was not written by a person. */
export function readText(fields: unknown, name: string): string {
  const value: unknown = typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined
  return typeof value === 'string' ? value : ''
}

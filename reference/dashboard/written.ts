// A form that was sent: its texts as they were written, and either what they ask for or what is wrong with each.
import type { z } from 'zod'
import { readText, type Field } from './field.ts'

export type Texts = Readonly<Record<string, string>>

export type Written = { readonly texts: Texts; readonly errors: Partial<Texts> }

export const nothingWritten: Written = { texts: {}, errors: {} }

export type ParsedForm<Wish> = { readonly written: Written; readonly wish: Wish | null }

/** A form whose fields go by the names of what is asked for. */
export type FormSchema<Wish> = z.ZodType<Wish> & { readonly shape: Readonly<Record<string, z.ZodType>> }

export function parseForm<Wish>(schema: FormSchema<Wish>, fields: unknown): ParsedForm<Wish> {
  return parseTexts(schema, readTexts(Object.keys(schema.shape), fields))
}

export function readTexts(names: readonly string[], fields: unknown): Texts {
  return Object.fromEntries(names.map((name) => [name, readText(fields, name)]))
}

/** What was asked for, or null where what was written cannot be read as that. */
export function parseTexts<Wish>(schema: z.ZodType<Wish>, texts: Texts): ParsedForm<Wish> {
  const read = schema.safeParse(texts)
  if (read.success) return { written: { texts, errors: {} }, wish: read.data }
  return { written: { texts, errors: makeErrors(read.error) }, wish: null }
}

/** The first thing that is wrong with each field: one at a time is what people can mend. */
function makeErrors({ issues }: z.ZodError): Texts {
  const errors = new Map<string, string>()
  for (const { path, message } of issues) {
    const name = String(path[0])
    if (!errors.has(name)) errors.set(name, message)
  }
  return Object.fromEntries(errors)
}

export type BlankField = Omit<Field, 'value' | 'error'>

/** The fields to be filled in, with what was written in them already. */
export function fillFields(fields: readonly BlankField[], { texts, errors }: Written): Field[] {
  return fields.map((field) => ({ ...field, value: texts[field.name] ?? '', error: errors[field.name] }))
}

// What changes for clients, one file a change, in words for them.
import { z } from 'zod'
import { writtenText as text } from './written-text.ts'

export const changeTypes = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const

/** The front matter of releases/<id>/changes/*.md. */
export const changeSchema = z
  .strictObject({
    /** Services it touches. */
    services: z.array(text).min(1),
    type: z.enum(changeTypes),
    /** Tenants it is for; `all` for those that have the services. */
    audience: z.union([z.literal('all'), z.array(text).min(1)], 'all, or a list of tenants').default('all'),
    /** What clients must do themselves, and by which day. */
    actionRequired: text.optional(),
    actionBy: z.iso.date('a date such as 2026-12-25').optional(),
  })
  .refine(({ actionRequired, actionBy }) => actionBy === undefined || actionRequired !== undefined, {
    path: ['actionBy'],
    message: 'what clients have to do until then, as `actionRequired`',
  })

export type Change = z.output<typeof changeSchema> & {
  /** The file, relative to the project. */
  readonly file: string
  /** First heading of the prose, or its first line. */
  readonly title: string
  /** Markdown, without the title. */
  readonly prose: string
}

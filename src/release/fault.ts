// A fault that a target can be started with, as the target itself names it.
import { z } from 'zod'

const text = z.string().min(1)

/** One row of what the command of a target's `faults.list` prints: a JSON list of these. */
export const faultSchema = z.object({
  name: text,
  /** Folder of features/ whose scenarios should notice it. */
  capability: text,
  /** What is wrong while it is switched on. */
  summary: text,
  /** Tag expression of the scenarios that can notice it, where that is not the capability. */
  tags: text.optional(),
})

export type Fault = z.output<typeof faultSchema>

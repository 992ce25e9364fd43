// A YAML file that people wrote: text in, a checked value out, and everything that is wrong thrown together at once.
import type { z } from 'zod'
import { parseYaml } from '../release/parse-document.ts'
import { readNamedText, requireValue } from './read-text.ts'

/** A checked YAML file, or a ConfigurationError with all its problems. `file` is relative to `cwd` or absolute. */
export function readYaml<S extends z.ZodType>(cwd: string, file: string, schema: S): z.output<S> {
  return requireValue(parseYaml({ file, text: readNamedText(cwd, file) }, schema))
}

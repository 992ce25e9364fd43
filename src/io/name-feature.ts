// What plans, results and people call a feature.
import { isAbsolute, relative, resolve } from 'node:path'

/** By forward slashes from the project's root on every system, however its place was written; the root itself is `.`. */
export function nameFeature(cwd: string, place: string): string {
  const absolute = resolve(cwd, place)
  const path = relative(cwd, absolute) || '.'
  return (isAbsolute(path) ? absolute : path).replaceAll('\\', '/')
}

// Which files a person means by names of files and folders.
import { globSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { ConfigurationError } from '../release/problem.ts'
import { makeUnreadable } from './read-text.ts'

/** Files below the places that fit the pattern, and files that were named; sorted, relative to `cwd`, with forward slashes. */
export function listFiles(cwd: string, places: readonly string[], pattern: string): string[] {
  return [...new Set(places.flatMap((place) => listPlace(cwd, place, pattern)))].toSorted()
}

function listPlace(cwd: string, place: string, pattern: string): string[] {
  const absolute = resolve(cwd, place)
  try {
    if (!statSync(absolute).isDirectory()) return [toUri(cwd, absolute)]
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(place, error)], { cause: error })
  }
  return globSync(pattern, { cwd: absolute }).map((file) => toUri(cwd, join(absolute, file)))
}

function toUri(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute)
  return (isAbsolute(path) ? absolute : path).replaceAll('\\', '/')
}

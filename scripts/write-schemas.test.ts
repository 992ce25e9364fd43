import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderSchemas } from './write-schemas.ts'

it.each(Object.entries(renderSchemas()))(
  '%s is published as the code has it (npm run schemas)',
  (name, text) => {
    expect(readFileSync(join(import.meta.dirname, '..', 'docs', 'schemas', name), 'utf8')).toBe(text)
  },
)

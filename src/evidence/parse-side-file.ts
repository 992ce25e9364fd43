// What failed outside of any test: fixtures, errors of the whole run, checks. Readers of Allure results show these and
// never let them decide, so a suite whose set-up failed can look green.
import type { EvidenceProblem } from './evidence.ts'
import { isFields, makeFlaws, readList, type Fields, type Flaw } from './fields.ts'
import { makeProblem } from './make-problem.ts'
import { describeStatus, parseStatus } from './parse-status.ts'

export type SideFileKind = 'container' | 'globals' | 'check'

/** The problems that a file beside the results tells of. */
export function parseSideFile(kind: SideFileKind, path: string, fields: Fields): EvidenceProblem[] {
  return readers[kind](path, fields)
}

const readers = { container: readContainer, globals: readGlobals, check: readCheck } satisfies Record<
  SideFileKind,
  (path: string, fields: Fields) => EvidenceProblem[]
>

/** A file that could be read, but not all of it. */
export function describeFlaws(path: string, flaws: readonly Flaw[]): EvidenceProblem[] {
  const [first] = flaws
  if (!first) return []
  const detail = { field: first.path, received: first.received, flaws: flaws.length }
  return [makeProblem('malformed-result', path, detail)]
}

/** A failed fixture may have kept tests from running at all, so it counts also where no result hangs on it. */
function readContainer(path: string, fields: Fields): EvidenceProblem[] {
  const flaws = makeFlaws()
  const children = fields['children']
  const tests = Array.isArray(children) ? children.length : 0
  const fixtures = (['befores', 'afters'] as const).flatMap((place) =>
    readList(fields, place, flaws).flatMap((fixture) => readFixture(path, fixture, { place, tests })),
  )
  return [...describeFlaws(path, flaws.found), ...fixtures]
}

type Place = { readonly place: 'befores' | 'afters'; readonly tests: number }

function readFixture(path: string, fixture: Fields, place: Place): EvidenceProblem[] {
  const written = fixture['status']
  // TestNG's and NUnit's adapters leave it out where a fixture passed.
  if (written === undefined || written === null) return []
  const parsed = parseStatus(written)
  if (parsed === 'passed' || parsed === 'skipped') return []
  const status = parsed === 'unknown' ? describeStatus(written) : parsed
  const message = messageOf(fixture['statusDetails'])
  return [makeProblem('failed-fixture', path, { name: nameOf(fixture), status, message, ...place })]
}

function readGlobals(path: string, fields: Fields): EvidenceProblem[] {
  const flaws = makeFlaws()
  const errors = readList(fields, 'errors', flaws).map((error) =>
    makeProblem('global-error', path, { name: '', message: messageOf(error) }),
  )
  return [...describeFlaws(path, flaws.found), ...errors]
}

function readCheck(path: string, fields: Fields): EvidenceProblem[] {
  const status = parseStatus(fields['status'])
  if (status === 'passed') return []
  return [
    makeProblem('global-error', path, {
      name: nameOf(fields),
      status,
      message: messageOf(fields['details']),
    }),
  ]
}

function nameOf({ name }: Fields): string {
  return typeof name === 'string' ? name.slice(0, 200) : ''
}

function messageOf(details: unknown): string {
  const message = isFields(details) ? (details['message'] ?? details['error']) : undefined
  return typeof message === 'string' ? message.slice(0, 300) : ''
}

// What can be learnt from the files of policy/ and releases/ that are right; the others are findings of their own.
import type { z } from 'zod'
import { readPolicy } from '../src/gate/policy/parse-policy.ts'
import type { PromiseFiles, Written } from '../src/plan/lint/lint-promise.ts'
import { tagsFileSchema } from '../src/release/free-tags.ts'
import { parseFreezes } from '../src/release/freezes.ts'
import { frontOf, parseChange } from '../src/release/parse-change.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import { parseRelease } from '../src/release/parse-release.ts'
import type { Parsed } from '../src/release/problem.ts'
import { targetSchema } from '../src/release/target.ts'
import { tenantsFileSchema } from '../src/release/tenant.ts'
import { kindOf, type PolicyFileKind, type Source, type Surroundings } from './parse-policy-file.ts'

/** What features may name, and `had`: the services that tenants have. */
export function learn(sources: readonly Source[], targetFile: string) {
  const valuesOf = <S extends z.ZodType>(schema: S, files: readonly Source[]): z.output<S>[] =>
    files.map((source) => parseYaml(source, schema)).flatMap((parsed) => (parsed.ok ? [parsed.value] : []))
  const named = (name: string | undefined): Source[] => sources.filter(({ file }) => file === name)
  const kind = (wanted: PolicyFileKind): Source[] => sources.filter(({ file }) => kindOf(file) === wanted)
  const targets = valuesOf(targetSchema, [...new Set([...named(targetFile), ...kind('target')])])
  const [target = null] = valuesOf(targetSchema, named(targetFile))
  const tenants = valuesOf(tenantsFileSchema, named(target?.tenants)).flatMap((file) => file.tenants)
  const had = [...new Set(tenants.flatMap(({ services }) => services))]
  return {
    target,
    tenants: tenants.map(({ id }) => id),
    services: [...new Set([...had, ...targets.flatMap(({ services }) => Object.keys(services))])],
    had,
    needs: [...new Set(targets.flatMap(({ offers }) => offers))],
    freeTags: valuesOf(tagsFileSchema, kind('tags')).flatMap(({ tags }) => Object.keys(tags)),
  }
}

/** The files of the promise that read, with their values. */
export function collectPromise(sources: readonly Source[], { zone }: Surroundings): PromiseFiles {
  const of = <T>(kind: PolicyFileKind, parse: (source: Source) => Parsed<T>): Written<T>[] =>
    sources
      .filter(({ file }) => kindOf(file) === kind)
      .flatMap((source) => {
        const parsed = parse(source)
        return parsed.ok ? [{ source, value: parsed.value }] : []
      })
  return {
    tenants: of('tenants', (source) => parseYaml(source, tenantsFileSchema)).map(
      ({ source, value: { tenants } }) => ({ source, value: tenants }),
    ),
    policies: of('policy', readPolicy).map(({ source, value: { calendar = null } }) => ({
      source,
      value: calendar,
    })),
    releases: of('release', (source) => parseRelease(source, zone)),
    changes: of('change', parseChange).map(({ source, value }) => ({ source: frontOf(source), value })),
    freezes: of('freezes', (source) => parseFreezes(source, zone)),
  }
}

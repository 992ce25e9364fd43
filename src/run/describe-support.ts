// Cucumber's library of loaded code → plain data that can leave the process it was loaded in.
import { isAbsolute } from 'node:path'
import { keywords, type Definitions, type StepDefinition } from '../plan/phrases/definitions.ts'
import { compareTexts } from '../release/by-text.ts'

/** What is read of Cucumber's library; its published type keeps these to itself. */
export type LoadedSupport = {
  readonly stepDefinitions: readonly {
    readonly pattern: string | RegExp
    readonly keyword: string
    readonly uri: string
    readonly line: number
    readonly expression: { match(text: string): unknown }
  }[]
  readonly parameterTypeRegistry: {
    readonly parameterTypes: Iterable<LoadedParameter>
    lookupSource(type: LoadedParameter): { readonly uri: string; readonly line: number } | undefined
  }
  readonly undefinedParameterTypes: readonly { readonly name: string; readonly expression: string }[]
}

type LoadedParameter = {
  readonly name?: string | undefined
  readonly regexpStrings: readonly string[]
  readonly useForSnippets?: boolean | undefined
  readonly preferForRegexpMatch?: boolean | undefined
  readonly builtin?: boolean | undefined
}

/** Every phrase and parameter, sorted, with the place of its code. */
export function describeSupport(support: LoadedSupport): Definitions {
  return {
    steps: support.stepDefinitions.map(describeStep).toSorted(byPlace),
    parameters: [...support.parameterTypeRegistry.parameterTypes]
      .filter(({ builtin }) => builtin !== true)
      .map((type) => describeParameter(type, support))
      .toSorted(byPlace),
    unusable: support.undefinedParameterTypes.map(({ name, expression }) => ({
      pattern: expression,
      parameter: name,
    })),
  }
}

function describeStep({
  pattern,
  keyword,
  uri,
  line,
}: LoadedSupport['stepDefinitions'][number]): StepDefinition {
  const isText = typeof pattern === 'string'
  return {
    pattern: isText ? pattern : pattern.source,
    flags: isText ? null : pattern.flags,
    keyword: keywords.find((known) => known === keyword) ?? 'Unknown',
    uri: toUri(uri),
    line,
  }
}

function describeParameter(type: LoadedParameter, { parameterTypeRegistry }: LoadedSupport) {
  const { uri = '', line = 0 } = parameterTypeRegistry.lookupSource(type) ?? {}
  return {
    name: type.name ?? '',
    regexps: type.regexpStrings,
    useForSnippets: type.useForSnippets ?? true,
    preferForRegexpMatch: type.preferForRegexpMatch ?? false,
    uri: toUri(uri),
    line,
  }
}

function toUri(path: string): string {
  return isAbsolute(path) ? path : path.replaceAll('\\', '/')
}

type Placed = { readonly uri: string; readonly line: number }

function byPlace(a: Placed, b: Placed): number {
  return compareTexts(a.uri, b.uri) || a.line - b.line
}

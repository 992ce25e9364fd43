// The parts of a feature that rules look at, without each of them walking the tree by itself.
import {
  StepKeywordType,
  type Background,
  type GherkinDocument,
  type Location,
  type Scenario,
  type Step,
  type Tag,
} from '@cucumber/messages'

/** Something that may have tags or a description. */
export type Node = {
  readonly kind: 'feature' | 'rule' | 'background' | 'scenario' | 'examples'
  readonly location: Location
  readonly name: string
  readonly description: string
  readonly tags: readonly Tag[]
}

/** Every node, from top to bottom. */
export function listNodes({ feature }: GherkinDocument): Node[] {
  if (!feature) return []
  const inner = feature.children.flatMap((child) => {
    if (!child.rule) return listLeaves(child)
    return [{ kind: 'rule' as const, ...child.rule }, ...child.rule.children.flatMap(listLeaves)]
  })
  return [{ kind: 'feature', ...feature }, ...inner]
}

type Leaf = { readonly background?: Background; readonly scenario?: Scenario }

function listLeaves({ background, scenario }: Leaf): Node[] {
  return [
    ...(background ? [{ kind: 'background' as const, tags: [], ...background }] : []),
    ...(scenario ? [{ kind: 'scenario' as const, ...scenario }] : []),
    ...(scenario?.examples ?? []).map((examples) => ({ kind: 'examples' as const, ...examples })),
  ]
}

export function listBackgrounds({ feature }: GherkinDocument): Background[] {
  const children = feature?.children ?? []
  return children
    .flatMap((child) => [child, ...(child.rule?.children ?? [])])
    .flatMap(({ background }) => background ?? [])
}

export type TypedStep = {
  readonly step: Step
  readonly type: 'Given' | 'When' | 'Then' | 'unknown'
  /** Its own keyword says so; an And only goes on. */
  readonly isOpening: boolean
}

/** What each step is for, in any language. `*`, and keywords that mean two things, cannot be told. */
export function typeSteps(steps: readonly Step[]): TypedStep[] {
  let type: TypedStep['type'] = 'Given'
  return steps.map((step) => {
    const own = types[step.keywordType ?? StepKeywordType.UNKNOWN]
    type = own ?? type
    return { step, type, isOpening: own !== null }
  })
}

const types: Record<StepKeywordType, TypedStep['type'] | null> = {
  [StepKeywordType.CONTEXT]: 'Given',
  [StepKeywordType.ACTION]: 'When',
  [StepKeywordType.OUTCOME]: 'Then',
  [StepKeywordType.CONJUNCTION]: null,
  [StepKeywordType.UNKNOWN]: 'unknown',
}

/** Lines of a description with their numbers; comments and empty lines are none of it. */
export function listDescription(
  { description, location }: Pick<Node, 'description' | 'location'>,
  lines: readonly string[],
): { text: string; line: number }[] {
  let from = location.line
  return description.split('\n').flatMap((part) => {
    const text = part.trim()
    const index = text === '' ? -1 : lines.findIndex((line, at) => at >= from && line.trim() === text)
    if (index === -1) return []
    from = index + 1
    return [{ text, line: index + 1 }]
  })
}

// Every step of every pickle, with the place where somebody wrote it: an outline says one line in many texts.
import { PickleStepType, type PickleStep, type Step } from '@cucumber/messages'
import type { Feature, FeaturePickle } from '../parse-feature.ts'
import type { StepDefinition } from './definitions.ts'

export type PlacedStep = {
  readonly uri: string
  readonly line: number
  readonly column: number
  /** As it is written, in the feature's own language. */
  readonly keyword: string
  /** What it is for, whatever the language: `And` counts as the keyword before it. */
  readonly type: StepDefinition['keyword']
  /** With the values of its example. */
  readonly text: string
  readonly step: PickleStep
}

/** The steps of one pickle, those of its backgrounds included. */
export function listSteps(feature: Feature, { pickle }: FeaturePickle): PlacedStep[] {
  const written = indexSteps(feature)
  return pickle.steps.map((step) => {
    const { keyword = '', location } = written.get(step.astNodeIds[0] ?? '') ?? {}
    return {
      uri: feature.uri,
      line: location?.line ?? 0,
      column: location?.column ?? 1,
      keyword: keyword.trim(),
      type: types[step.type ?? PickleStepType.UNKNOWN],
      text: step.text,
      step,
    }
  })
}

const types: Record<PickleStepType, StepDefinition['keyword']> = {
  [PickleStepType.CONTEXT]: 'Given',
  [PickleStepType.ACTION]: 'When',
  [PickleStepType.OUTCOME]: 'Then',
  [PickleStepType.UNKNOWN]: 'Unknown',
}

const indexes = new WeakMap<Feature, ReadonlyMap<string, Step>>()

/** Worked out once for each feature, as it is asked for by each of its pickles. */
function indexSteps(feature: Feature): ReadonlyMap<string, Step> {
  const known = indexes.get(feature)
  if (known) return known
  const children = feature.document.feature?.children ?? []
  const groups = children.flatMap((child) => [child, ...(child.rule?.children ?? [])])
  const steps = groups.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
  ])
  const index = new Map(steps.map((step) => [step.id, step]))
  indexes.set(feature, index)
  return index
}

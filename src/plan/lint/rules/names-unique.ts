// A case is known by its feature, rule, name and example values. Where two are alike, one hides the other in every
// report and in the history.
import type { Feature, FeaturePickle } from '../../parse-feature.ts'
import type { Found } from '../lint-finding.ts'
import type { LintRule } from '../lint-rule.ts'

export const namesUnique: LintRule = {
  id: 'names-unique',
  find: (feature) => {
    const byName = Map.groupBy(feature.pickles, ({ rule, pickle }) => `${rule}\0${pickle.name}`)
    return [...byName.values()].flatMap((alike) => findAlike(alike, feature))
  },
}

function findAlike([first, ...others]: readonly FeaturePickle[], { text }: Feature): Found[] {
  const seen = first ? [first] : []
  return others.flatMap((entry) => {
    const twin = seen.find((other) => isAlike(entry, other))
    seen.push(entry)
    return twin ? { ...placeOf(entry, text), message: explain(entry, twin) } : []
  })
}

/** Rows of one outline may share their name, as long as their values differ. */
function isAlike(a: FeaturePickle, b: FeaturePickle): boolean {
  if (scenarioOf(a) !== scenarioOf(b)) return true
  return keyOf(a) === keyOf(b)
}

function scenarioOf({ pickle }: FeaturePickle): string {
  return pickle.astNodeIds[0] ?? ''
}

function keyOf({ example }: FeaturePickle): string {
  return example.map(({ value }) => value).join('\0')
}

function explain(entry: FeaturePickle, twin: FeaturePickle): string {
  return scenarioOf(entry) === scenarioOf(twin)
    ? `This row is the same as line ${twin.line}. Take one of them away.`
    : `"${entry.pickle.name}" is also the name of the scenario at line ${twin.line}. Say what is different.`
}

function placeOf({ line }: FeaturePickle, text: string): { line: number; column: number } {
  return { line, column: (text.split('\n')[line - 1] ?? '').search(/\S/) + 1 }
}

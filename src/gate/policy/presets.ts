// Where a policy starts from. `release` keeps every rule at its default, which blocks; `results-only` is for Allure
// results of other frameworks and turns off, by name, what they cannot answer.
import type { PresetName, WrittenRules } from '../../release/policy.ts'
import type { RuleId } from '../rules/rules.ts'

type Preset = Partial<Record<RuleId, WrittenRules[string]>>

const resultsOnly: Preset = {
  'results-readable': { missingAttachments: 'warn' },
  'results-sealed': { level: 'off' },
  'candidate-matches': { level: 'off' },
  'plan-complete': { level: 'off' },
  'inventory-kept': { level: 'off' },
  'witnesses-agree': { level: 'off' },
  'no-new-failures': { level: 'off' },
  'duration-budget': { level: 'off' },
  'tenants-covered': { level: 'off' },
  'operations-covered': { level: 'off' },
  'changes-covered': { level: 'off' },
  'contract-kept': { level: 'off' },
  'release-declared': { level: 'off' },
  'cadence-kept': { level: 'off' },
  'impact-declared': { level: 'off' },
  'notes-published': { level: 'off' },
  'notice-given': { level: 'off' },
  'window-quiet': { level: 'off' },
  'window-fits': { level: 'off' },
  'freeze-respected': { level: 'off' },
  approved: { level: 'off' },
  'emergency-justified': { level: 'off' },
  'regression-paid': { level: 'off' },
  'one-version': { level: 'off' },
}

export const presets: Record<PresetName, Preset> = { release: {}, 'results-only': resultsOnly }

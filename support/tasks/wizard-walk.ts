// From step to step of a new campaign, with mistakes on the way and without.
import { CampaignPages } from '../drivers/pages/campaign-pages.ts'
import type { Rows } from './campaigns.ts'
import { expectMistake } from './dashboard.ts'
import { openDesk } from './desk.ts'
import { fillStep, fillUsual, requireTerms, stepOf, steps } from './wizard.ts'
import { requireColumns } from '../table-cells.ts'
import type { AirlockWorld } from '../world.ts'

export type Mistake = Readonly<Record<'step' | 'term' | 'value' | 'at' | 'told', string>>

/** From the step that is open to the last, each mistake mended before the next step. */
export async function makeMistakes(
  world: AirlockWorld,
  name: string,
  mistakes: readonly Mistake[],
): Promise<void> {
  requireColumns(mistakes, ['step', 'term', 'value', 'at', 'told'])
  requireSteps(mistakes)
  requireTerms(mistakes.map(({ term, value }) => [term, value]))
  const page = new CampaignPages(await openDesk(world))
  for (const [index, step] of steps.entries()) {
    const own = mistakes.filter((mistake) => mistake.step === step)
    const mended = mend(own, fillUsual(world, name))
    for (const mistake of own) {
      await page.send(fillStep(step, [...mended, [mistake.term, mistake.value]]), 'Continue')
      await expectMistake(world, mistake.at, mistake.told)
    }
    const next = steps[index + 1]
    if (next) await page.goOn(fillStep(step, mended), next)
  }
}

/** A mistake at a step that there is not would never be made. */
export function requireSteps(mistakes: readonly Mistake[]): void {
  for (const { step } of mistakes) stepOf(step)
}

/** What was wrong is left out, unless it has to be there. */
function mend(mistakes: readonly Mistake[], usual: Rows): Rows {
  return [...mistakes.map(({ term }) => [term, '']), ...usual]
}

/** From the first step, which is open, with the usual answers to each. */
export async function goToReview(world: AirlockWorld): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  const rows = fillUsual(world, 'Walk')
  for (const [index, next] of steps.slice(1).entries()) {
    await page.goOn(fillStep(steps[index] ?? 'basics', rows), next)
  }
}

// From step to step of a new campaign with mistakes on the way, and what every step must be besides.
import { CampaignPages } from '../drivers/pages/campaign-pages.ts'
import { referenceOf, type Rows } from './campaigns.ts'
import { expectMistake } from './dashboard.ts'
import { openDesk } from './desk.ts'
import { expectForEverybody } from './page-quality.ts'
import { fillStep, fillUsual, steps } from './wizard.ts'
import type { AirlockWorld } from '../world.ts'

export type Mistake = Readonly<Record<'step' | 'term' | 'value' | 'at' | 'told', string>>

/** What a first campaign of the scenario has already is written as whose it is. */
function valueOf(world: AirlockWorld, { value }: Mistake): string {
  return value.startsWith('that of') ? referenceOf(world) : value
}

/** From the step that is open to the last, each mistake mended before the next step. */
export async function makeMistakes(
  world: AirlockWorld,
  name: string,
  mistakes: readonly Mistake[],
): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  for (const [index, step] of steps.entries()) {
    const own = mistakes.filter((mistake) => mistake.step === step)
    const mended = mend(own, fillUsual(world, name))
    for (const mistake of own) {
      const wrong = [mistake.term, valueOf(world, mistake)]
      await page.send(fillStep(step, [...mended, wrong]), 'Continue')
      await expectMistake(world, mistake.at, mistake.told)
    }
    const next = steps[index + 1]
    if (next) await page.goOn(fillStep(step, mended), next)
  }
}

/** What was wrong is left out, unless it has to be there. */
function mend(mistakes: readonly Mistake[], usual: Rows): Rows {
  return [...mistakes.map(({ term }) => [term, '']), ...usual]
}

/** All after the first, which is open; each with the usual answers to those before it. */
export async function expectStepsForEverybody(world: AirlockWorld): Promise<void> {
  const page = new CampaignPages(await openDesk(world))
  const rows = fillUsual(world, 'Walk')
  for (const [index, next] of steps.slice(1).entries()) {
    await page.goOn(fillStep(steps[index] ?? 'basics', rows), next)
    await expectForEverybody(world)
  }
}

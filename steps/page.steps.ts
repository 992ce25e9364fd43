// Pages that everybody can use: nobody is kept out by how they see, hear or move.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import type { Role } from '../support/tasks/desk.ts'
import {
  expectAllForEverybody,
  expectForEverybody,
  expectMistakesTold,
  expectNoneTaken,
  sendEmpty,
} from '../support/tasks/page-quality.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Its page is opened, whatever it suggests is taken out of its fields, and it is sent. */
When('{staff} sends {place} empty', async function (this: AirlockWorld, role: Role, place: string) {
  await sendEmpty(this, role, place)
})

/**
 * By rules for contents that everybody can use (WCAG 2.2, A and AA, and good practice), in light and in dark; without
 * scrolling sideways when it is enlarged to twice and four times its size; and with the keyboard alone, which comes to
 * everything in the order of reading, so that one sees where one is, and out again.
 */
Then('the page keeps nobody out', async function (this: AirlockWorld) {
  await expectForEverybody(this)
})

/** Each opened by its address and held to the same. */
Then(
  'none of these pages keeps {staff} out',
  async function (this: AirlockWorld, role: Role, table: DataTable) {
    await expectAllForEverybody(this, role, table.raw().flat())
  },
)

/** At the top, with the focus on it, and again at each field, where a screen reader finds it too. */
Then('each mistake is announced and told at its field', async function (this: AirlockWorld) {
  await expectMistakesTold(this)
})

/** A row is what is written in which fields of the page that is open, and what it is `told` for it `at` which of them. */
Then('the form takes none of these either', async function (this: AirlockWorld, table: DataTable) {
  await expectNoneTaken(this, table.hashes())
})

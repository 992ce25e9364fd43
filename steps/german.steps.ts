// Phrases of teams that write German. They say what the English ones say and share their tasks; a team that writes in
// another language adds a file like this one.
import { Given, Then, When } from '@cucumber/cucumber'
import { reasons } from '../support/contracts/reasons.ts'
import { amount, assertPoints, joinScheme, makeScheme, movePoints } from '../support/tasks/points.ts'
import { assertRefused } from '../support/tasks/refusals.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Ausgegeben werden ab 100 Punkte in Schritten von 100, und kein Konto wird überzogen. */
Given('ein Punkteprogramm', async function (this: AirlockWorld) {
  await makeScheme(this)
})

/** Am zuletzt genannten Programm; wer noch nicht Kunde ist, wird es. */
Given('{customer} nimmt daran teil', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

/** Von Hand gegeben, nicht durch einen Einkauf verdient. */
Given(
  '{customer} hat {int} Punkte gutgeschrieben bekommen',
  async function (this: AirlockWorld, name: string, points: number) {
    await movePoints(this, name, ['credit', amount(points)])
  },
)

/** Von Hand gegeben, nicht durch einen Einkauf verdient. */
When(
  '{customer} {int} Punkte gutgeschrieben bekommt',
  async function (this: AirlockWorld, name: string, points: number) {
    await movePoints(this, name, ['credit', amount(points)])
  },
)

/** Ohne Einkauf, nach den Regeln des Programms. */
When('{customer} {int} Punkte ausgibt', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['spend', amount(points)])
})

/** Was jetzt auf dem Konto steht. */
Then(
  '(danach )hat {customer} {int} Punkte',
  async function (this: AirlockWorld, name: string, points: number) {
    await assertPoints(this, name, points)
  },
)

/** Geschehen ist nichts davon, und der Grund wird genannt. */
Then('wird es abgelehnt, weil das Guthaben nicht reicht', function (this: AirlockWorld) {
  assertRefused(this, reasons['the balance is too low'])
})

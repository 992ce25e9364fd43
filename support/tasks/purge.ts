// What has been over for a long time is taken away for good. What is long is the platform's to say.
import { operations } from '../contracts/operations.ts'
import type { AirlockWorld } from '../world.ts'

export async function purge(world: AirlockWorld): Promise<void> {
  await world.api.call(operations.purge, { body: { tenant: world.tenant.id } })
}

// Every operation the suite uses, by the name its contract gives it. A step never knows a path; it knows a task, and the
// task knows an operation.
import { platformOperations } from './operations/platform-operations.ts'
import { posOperations } from './operations/pos-operations.ts'
import { resourceOperations } from './operations/resource-operations.ts'
import { walletOperations } from './operations/wallet-operations.ts'

export const operations = {
  ...walletOperations,
  ...posOperations,
  ...resourceOperations,
  ...platformOperations,
}

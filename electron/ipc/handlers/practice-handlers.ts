import { AppError } from '#shared/errors/app-error.ts'
import type { practiceIpc } from '#shared/ipc/practice.ipc.ts'
import type { NodeProcess } from '../../services/node-process/node-process.port.ts'
import type { HandlersOf } from '../router.ts'

export interface PracticeDeps {
  /** Undefined outside practice. */
  readonly node: NodeProcess | undefined
  /** Back to the first day. */
  reset(node: NodeProcess): Promise<void>
}

export function practiceHandlers(deps: PracticeDeps): HandlersOf<typeof practiceIpc> {
  function node(): NodeProcess {
    if (deps.node === undefined) throw new AppError('practice-only')
    return deps.node
  }
  return {
    'practice.state': () => node().state(),
    'practice.stopNode': () => node().stop(),
    'practice.startNode': () => node().start(),
    'practice.reset': () => deps.reset(node()),
  }
}

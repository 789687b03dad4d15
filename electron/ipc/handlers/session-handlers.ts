import { AppError } from '#shared/errors/app-error.ts'
import type { sessionIpc } from '#shared/ipc/session.ipc.ts'
import type { NodeProcess } from '../../services/node-process/node-process.port.ts'
import type { PracticeProvince } from '../../services/practice/practice-province.port.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface SessionDeps {
  readonly session: DeskSession
  /** The last session was taken up, as far as it could be. */
  readonly resumed: Promise<void>
  /** Undefined outside practice. */
  readonly practice: { readonly province: PracticeProvince; readonly node: NodeProcess } | undefined
}

export function sessionHandlers({ session, resumed, practice }: SessionDeps): HandlersOf<typeof sessionIpc> {
  /** The province, once its node is up or has failed to come up. */
  async function province(): Promise<PracticeProvince> {
    if (practice === undefined) throw new AppError('practice-only')
    await practice.node.settled()
    return practice.province
  }
  return {
    'session.listPracticePeople': async () => [...(await (await province()).people())],
    'session.current': async () => {
      await resumed
      return session.facts()
    },
    async 'session.switchPerson'({ person, workspace }) {
      const people = await (await province()).people()
      if (!people.some((one) => one.person === person && one.workspace === workspace))
        throw new AppError('unknown-person')
      return session.switchTo({ person, workspace })
    },
    'session.databaseKey': () => session.desk().keys.database,
    'session.unlock': () => session.unlock(),
  }
}

import { AppError } from '#shared/errors/app-error.ts'
import type { deviceIpc } from '#shared/ipc/device.ipc.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { parseCommandText } from '#shared/log/command.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export function deviceHandlers(session: DeskSession): HandlersOf<typeof deviceIpc> {
  return {
    'device.current'() {
      const { id, publicKey } = session.desk().device
      return { key: id, publicKey: toBase64(publicKey), enrolledUntil: session.enrolledUntil() }
    },
    'device.signCommand'({ text }) {
      const { person, workspace, device } = session.desk()
      const command = parseCommandText(text)
      if (command.actor.person !== person) throw new AppError('wrong-person')
      if (command.workspace !== workspace) throw new AppError('wrong-workspace')
      return { signature: toBase64(device.sign(text)), key: device.id }
    },
  }
}

import path from 'node:path'
import { z } from 'zod'
import { plainId } from '#shared/ipc/values.ts'
import type { Files } from '../files/files.port.ts'
import type { Log } from '../log/log.port.ts'

const who = z.strictObject({ person: plainId, workspace: plainId })
/** A person in an agency. */
export type Who = z.infer<typeof who>

/** Who worked here when the program ended. */
export interface LastSession {
  read(): Promise<Who | undefined>
  keep(session: Who | undefined): Promise<void>
}

/** `session.json` in the folder; one that cannot be read counts as none and is said in the log. */
export function lastSessionFile(folder: string, files: Files, log: Log): LastSession {
  const file = path.join(folder, 'session.json')
  return {
    async read() {
      const content = await files.read(file)
      if (content === undefined) return undefined
      try {
        return who.parse(JSON.parse(new TextDecoder().decode(content)))
      } catch (error) {
        log.error('the last session cannot be read', error)
        return undefined
      }
    },
    keep: (session) =>
      session === undefined
        ? files.remove(file)
        : files.write(file, new TextEncoder().encode(JSON.stringify(session))),
  }
}

import { AppError } from '#shared/errors/app-error.ts'
import { MAX_MESSAGE_BYTES, type blobsIpc } from '#shared/ipc/blobs.ipc.ts'
import { inOnePart } from '../../services/blobs/chunking.ts'
import type { Dialogs } from '../../services/dialogs/dialogs.port.ts'
import type { Files } from '../../services/files/files.port.ts'
import { mediaTypeOf } from '../../services/offered-files/media-type.ts'
import type { OfferedFiles } from '../../services/offered-files/offered-files.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface BlobsDeps {
  readonly session: DeskSession
  readonly dialogs: Dialogs
  readonly offered: OfferedFiles
  readonly files: Files
}

export function blobsHandlers({ session, dialogs, offered, files }: BlobsDeps): HandlersOf<typeof blobsIpc> {
  return {
    'blobs.put': ({ bytes, mediaType }) => session.desk().blobs.put(inOnePart(bytes), mediaType),
    async 'blobs.get'(sha256) {
      const { blobs, accesses } = session.desk()
      const size = blobs.describe(sha256)?.sizeBytes ?? 0
      if (size > MAX_MESSAGE_BYTES) throw new AppError('too-large', { limitBytes: MAX_MESSAGE_BYTES })
      const content = await blobs.get(sha256)
      await accesses.left('exported', { file: sha256 })
      return content
    },
    'blobs.has': (sha256) => session.desk().blobs.describe(sha256) !== undefined,
    'blobs.confirm': (sha256) => session.desk().blobs.confirm(sha256),
    'blobs.release': (sha256) => session.desk().blobs.release(sha256),
    async 'blobs.choose'(options) {
      const paths = await dialogs.openFiles(options)
      return Promise.all(paths.map((file) => offered.offerPath(file)))
    },
    'blobs.offer': ({ name, bytes }) => offered.offerBytes(name, bytes),
    async 'blobs.import'(token) {
      const { blobs } = session.desk()
      const { name, head, content } = await offered.take(token)
      return { name, blob: await blobs.put(content, mediaTypeOf(name, head)) }
    },
    async 'blobs.saveAs'({ sha256, name }) {
      const { blobs, accesses } = session.desk()
      if (blobs.describe(sha256) === undefined) throw new AppError('blob-missing', { sha256 })
      const target = await dialogs.saveFile(name)
      if (target === undefined) return false
      // Before the first byte: rather a record too many than a copy that nobody knows of.
      await accesses.left('saved', { file: sha256 })
      await files.writeParts(target, blobs.read(sha256))
      return true
    },
  }
}

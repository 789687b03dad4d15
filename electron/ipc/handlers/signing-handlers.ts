import { AppError } from '#shared/errors/app-error.ts'
import type { signingIpc } from '#shared/ipc/signing.ipc.ts'
import type { KeyRing } from '../../services/keys/key-ring.port.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import { signDocuments, type SignDocumentsDeps } from '../../services/signing/sign-documents.ts'
import type { SignaturePictures } from '../../services/viewer/signature-pictures.port.ts'
import type { HandlersOf } from '../router.ts'

export interface SigningDeps extends SignDocumentsDeps {
  readonly session: DeskSession
  readonly pictures: SignaturePictures
  readonly keysOf: (person: string) => KeyRing
}

/** What the lower half of a seal says in practice. */
const PRACTICE_MARK = 'Luyện tập'

export function signingHandlers(deps: SigningDeps): HandlersOf<typeof signingIpc> {
  const { session, pictures, keysOf } = deps
  return {
    'signing.certificates': async () => [...(await keysOf(session.desk().person).list())],
    async 'signing.picture'({ certificate, act }) {
      const keys = await keysOf(session.desk().person).list()
      const key = keys.find(({ id }) => id === certificate)
      if (key === undefined) throw new AppError('key-missing')
      const { holder, organisation, practice } = key
      return pictures.draw(
        key.use === 'seal'
          ? { kind: 'seal', organisation: organisation ?? holder, mark: practice ? PRACTICE_MARK : '' }
          : { kind: 'hand', name: holder, isInitials: act === 'initial' },
      )
    },
    'signing.sign'(request) {
      const { person, blobs } = session.desk()
      const clockSkewMs = session.facts()?.clockSkewMs ?? null
      return signDocuments(deps, { keys: keysOf(person), blobs, clockSkewMs }, request)
    },
  }
}

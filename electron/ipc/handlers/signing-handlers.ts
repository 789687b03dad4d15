import { AppError } from '#shared/errors/app-error.ts'
import type { signingIpc, SigningOutcome } from '#shared/ipc/signing.ipc.ts'
import type { KeyRing } from '../../services/keys/key-ring.port.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import { signDocuments, type SignDocumentsDeps } from '../../services/signing/sign-documents.ts'
import { signStatement } from '../../services/signing/sign-statement.ts'
import type { DrawnPages } from '../../services/viewer/drawn-pages.ts'
import type { SignaturePictures } from '../../services/viewer/signature-pictures.port.ts'
import type { HandlersOf } from '../router.ts'

export interface SigningDeps extends SignDocumentsDeps {
  readonly session: DeskSession
  readonly pictures: SignaturePictures
  readonly keysOf: (person: string) => KeyRing
  readonly drawn: Pick<DrawnPages, 'isWhole'>
}

/** What the lower half of a seal says in practice. */
const PRACTICE_MARK = 'Luyện tập'

const notSeen: SigningOutcome = { outcome: 'failed', code: 'page-not-seen', cause: '' }

export function signingHandlers(deps: SigningDeps): HandlersOf<typeof signingIpc> {
  const { session, pictures, keysOf, drawn } = deps
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
    async 'signing.signStatement'(request) {
      const { person } = session.desk()
      if (request.statement.person !== person) throw new AppError('key-missing')
      const clockSkewMs = session.facts()?.clockSkewMs ?? null
      return signStatement(deps, { keys: keysOf(person), clockSkewMs }, request)
    },
    async 'signing.sign'(request) {
      const { person, blobs } = session.desk()
      const clockSkewMs = session.facts()?.clockSkewMs ?? null
      const mayBeSigned = ({ blob }: { readonly blob: string }): boolean =>
        request.act !== 'sign' || drawn.isWhole(person, blob)
      const documents = request.documents.filter(mayBeSigned)
      if (documents.length === 0) throw new AppError('page-not-seen')
      const heldBack = request.heldBack + request.documents.length - documents.length
      const signed = await signDocuments(
        deps,
        { keys: keysOf(person), blobs, clockSkewMs },
        { ...request, documents, heldBack },
      )
      const left = signed.values()
      return request.documents.map((one) => (mayBeSigned(one) ? (left.next().value ?? notSeen) : notSeen))
    },
  }
}

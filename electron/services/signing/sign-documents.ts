import { isAppError } from '#shared/errors/to-app-error.ts'
import type { z } from 'zod'
import type { Language } from '#shared/ipc/app.ipc.ts'
import type { signingIpc, SigningOutcome } from '#shared/ipc/signing.ipc.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import { inOnePart } from '../blobs/chunking.ts'
import type { TrustSnapshot } from '../foreign-files/foreign-files.port.ts'
import type { KeyRing } from '../keys/key-ring.port.ts'
import type { Log } from '../log/log.port.ts'
import { PdfError } from '../pdf/pdf-error.ts'
import type { PdfDocuments, SelfCheck, SignatureStamp } from '../pdf/pdf.port.ts'
import type { Signer } from '../signer/signer.port.ts'
import { pinConversation } from './pin-conversation.ts'
import type { PinWindow } from './signing.port.ts'
import { unlockKey } from './unlock-key.ts'
import { PIN_TRIES, usableKey } from './usable-key.ts'

export interface SigningDesk {
  readonly keys: KeyRing
  readonly blobs: BlobStore
  /** Null while the node's clock is not known. */
  readonly clockSkewMs: number | null
}

export interface SignDocumentsDeps {
  readonly pdf: PdfDocuments
  readonly pinWindow: PinWindow
  readonly log: Log
  readonly now: () => number
  readonly stamp: SignatureStamp | undefined
  readonly selfCheck: SelfCheck
  readonly trust: () => Promise<TrustSnapshot>
  readonly language: () => Language
}

type SigningRequest = z.output<(typeof signingIpc)['signing.sign']['input']>
type Item = SigningRequest['documents'][number]

const PDF = 'application/pdf'

/** Asks for the PIN once and signs every document. Throws AppError as `signing.sign` declares. */
export async function signDocuments(
  deps: SignDocumentsDeps,
  desk: SigningDesk,
  request: SigningRequest,
): Promise<SigningOutcome[]> {
  const certificate = await usableKey(deps, desk, request.certificate)
  const conversation = pinConversation(
    {
      act: request.act,
      next: request.next,
      language: deps.language(),
      certificate,
      subjects: request.documents.map(({ subject }) => subject),
      heldBack: request.heldBack,
      said: null,
      practicePin: await desk.keys.practicePin(certificate.id),
      triesLeft: PIN_TRIES,
    },
    {
      unlock: async (pin) => {
        const { roots } = await deps.trust()
        return unlockKey(desk.keys, certificate.id, pin, { roots, at: instantFrom(deps.now()) })
      },
      sign: (signer, onDone) => signEach(deps, desk, request.documents, signer, onDone),
    },
  )
  await deps.pinWindow.show(conversation)
  return [...(await conversation.result)]
}

async function signEach(
  deps: SignDocumentsDeps,
  desk: SigningDesk,
  items: readonly Item[],
  signer: Signer,
  onDone: (done: number) => void,
): Promise<SigningOutcome[]> {
  const outcomes: SigningOutcome[] = []
  for (const item of items) {
    outcomes.push(await signOne(deps, desk.blobs, item, signer))
    onDone(outcomes.length)
  }
  return outcomes
}

async function signOne(
  deps: SignDocumentsDeps,
  blobs: BlobStore,
  item: Item,
  signer: Signer,
): Promise<SigningOutcome> {
  const { blob: sha256, field, appearance, fill, reason } = item
  try {
    const signedAt = instantFrom(Math.floor(deps.now() / 1000) * 1000)
    const signed = await deps.pdf.signPdf({
      bytes: await blobs.get(sha256),
      field,
      appearance,
      time: signedAt,
      signer,
      selfCheck: deps.selfCheck,
      ...(fill === undefined ? {} : { fill }),
      ...(reason === undefined ? {} : { reason }),
      ...(deps.stamp === undefined ? {} : { timestamp: deps.stamp }),
    })
    if (signed.timestampProblem !== undefined)
      deps.log.warn('no time stamp', { problem: signed.timestampProblem })
    const blob = await blobs.put(inOnePart(signed.bytes), PDF)
    return { outcome: 'signed', blob, level: signed.level, signedAt, timestampAt: signed.timestampAt ?? null }
  } catch (error) {
    return failure(error, deps.log)
  }
}

function failure(error: unknown, log: Log): SigningOutcome {
  log.error('a document was not signed', error)
  if (error instanceof PdfError) return { outcome: 'failed', code: 'pdf-not-signed', cause: error.code }
  if (isAppError(error, 'blob-missing', 'blob-corrupt', 'disk-full'))
    return { outcome: 'failed', code: error.code, cause: error.code }
  return { outcome: 'failed', code: 'internal', cause: '' }
}

import { webcrypto } from 'node:crypto'
import { AppError } from '#shared/errors/app-error.ts'
import { statementText, type SignedStatement, type Statement } from '#shared/domain/meetings/statement.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { sha256 } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { encodeCades, signCades } from '#shared/pdf/cades.ts'
import { verifyDetached } from '#shared/pdf/verify/verify-detached.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { Signer } from '../signer/signer.port.ts'
import { pinConversation, type PinOutcome } from './pin-conversation.ts'
import type { SignDocumentsDeps, SigningDesk } from './sign-documents.ts'
import { unlockKey } from './unlock-key.ts'
import { PIN_TRIES, usableKey } from './usable-key.ts'

type Deps = Pick<SignDocumentsDeps, 'pinWindow' | 'log' | 'now' | 'stamp' | 'trust' | 'language'>
type Outcome = PinOutcome & { readonly signed?: SignedStatement }

/**
 * Asks for the PIN in a window that shows the words, and signs them as they are shown: the bytes are made here. Throws AppError as
 * `signing.signStatement` declares.
 */
export async function signStatement(
  deps: Deps,
  desk: Omit<SigningDesk, 'blobs'>,
  { certificate: id, statement }: { readonly certificate: string; readonly statement: Statement },
): Promise<SignedStatement> {
  const certificate = await usableKey(deps, desk, id)
  const { choice, reasons, papers, question } = statement
  const conversation = pinConversation<Outcome>(
    {
      act: statement.kind === 'ballot' ? 'answer' : 'vote',
      next: 'count',
      language: deps.language(),
      certificate,
      subjects: [question],
      said: { choice, reasons, papers: papers.map(({ name }) => name) },
      heldBack: 0,
      practicePin: await desk.keys.practicePin(certificate.id),
      triesLeft: PIN_TRIES,
    },
    {
      unlock: async (pin) => {
        const { roots } = await deps.trust()
        return unlockKey(desk.keys, certificate.id, pin, { roots, at: instantFrom(deps.now()) })
      },
      sign: async (signer) => [await signedOrFailed(deps, statement, signer)],
    },
  )
  await deps.pinWindow.show(conversation)
  const [made] = await conversation.result
  if (made?.signed === undefined) throw new AppError('internal')
  return made.signed
}

async function signedOrFailed(deps: Deps, statement: Statement, signer: Signer): Promise<Outcome> {
  try {
    return { outcome: 'signed', signed: await signBytes(deps, statement, signer) }
  } catch (error) {
    deps.log.error('a statement was not signed', error)
    return { outcome: 'failed', code: 'internal' }
  }
}

/** CAdES beside the text: baseline T when the time-stamp authority answers, else B. What does not verify here never leaves the desk. */
async function signBytes(deps: Deps, statement: Statement, signer: Signer): Promise<SignedStatement> {
  const text = statementText(statement)
  const content = new TextEncoder().encode(text)
  const signature = await signCades(sha256(content), signer)
  const stamp = await deps.stamp?.(sha256(signature.signatureValue))
  if (stamp?.ok === false) deps.log.warn('no time stamp', { problem: stamp.error })
  const cms = stamp?.ok === true ? encodeCades(signature, stamp.value.token) : encodeCades(signature)
  const { roots, intermediates, ocspResponses, crls } = await deps.trust()
  const verdict = await verifyDetached(cms, content, new Date(statement.at), {
    trust: roots,
    intermediates,
    evidence: { ocspResponses, crls },
    crypto: webSignatureCrypto(webcrypto.subtle),
    now: new Date(deps.now()),
  })
  if (verdict.verdict === 'invalid') throw new Error(verdict.signatures[0]?.reasons.join(' '))
  return { text, cms: toBase64(cms), level: stamp?.ok === true ? 'B-T' : 'B-B' }
}

import type { Book } from '#shared/domain/registers/book.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { codeOf, signatureLines } from '#shared/domain/format/boxes.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { sealOf } from '../province/secrets.ts'
import { letterPage, type SignaturePlace, type UnsignedLetter } from '../sample-pdf/letter-page.ts'
import { signLetter } from '../sample-pdf/sign-letter.ts'
import { writeDraft, type LetterPlan } from './drafts.ts'
import type { Scene } from './scene.ts'

/** Takes a letter the whole way from its draft to the exchange; each file goes on from the one signed before it. */
export async function issue(
  scene: Scene,
  plan: LetterPlan,
  signer: 'director' | 'deputy' = 'deputy',
): Promise<AggregateRef> {
  const { act, books, node, agency, secrets, post } = scene
  const document = await writeDraft(scene, plan, signer)
  await act('specialist', document, 'document.submit', { note: '' })
  const page = await pageOf(scene, document, plan)
  let bytes = page.bytes
  const signed = async (place: SignaturePlace, holder: string): Promise<{ pdf: BlobRef; level: 'B-T' }> => {
    const identity = secrets.identityOf(holder)
    bytes = await signLetter(bytes, place, identity, secrets.authority, scene.clock.now())
    return { pdf: await node.blobs.keep(agency.agency.id, [bytes], 'application/pdf'), level: 'B-T' }
  }
  await act('unit-head', document, 'document.initial', await signed(page.initials, post('unit-head').person))
  await node.settled()
  await act(signer, document, 'document.sign', await signed(page.leader, post(signer).person))
  await act('clerk', books.outgoing, 'book.assignNumber', { subject: document.id })
  await act('clerk', document, 'document.takeNumber', { book: books.outgoing.id })
  await node.settled()
  await act('clerk', document, 'document.seal', await signed(page.seal, sealOf(agency.agency.id)))
  await node.settled()
  await act('clerk', document, 'document.issue', {})
  await node.settled()
  return document
}

/** The page, with the number it is going to have: nobody else numbers in a story. */
async function pageOf(
  { node, agency, clock, books }: Scene,
  document: AggregateRef,
  plan: LetterPlan,
): Promise<UnsignedLetter> {
  const workspace = await node.workspace(agency.agency.id)
  const { fields } = (await workspace.state(document)) as OfficialDocument
  const { last } = (await workspace.state(books.outgoing)) as Book
  return letterPage({
    superior: fields.superior,
    agency: fields.agency,
    code: codeOf(last + 1, fields.symbol),
    place: fields.place,
    date: localDateOf(instantFrom(clock.now())),
    subject: fields.subject,
    addressees: fields.addressees,
    body: plan.body,
    receivers: fields.receivers,
    signatureLines: signatureLines(fields),
    signerName: fields.signerName,
  })
}

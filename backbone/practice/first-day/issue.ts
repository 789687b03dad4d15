import type { Book } from '#shared/domain/registers/book.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { DocumentFields, OfficialDocument } from '#shared/domain/documents/document.ts'
import { codeOf, signatureLines } from '#shared/domain/format/boxes.ts'
import { assignmentOf } from '#shared/domain/registers/book.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { sealOf } from '../province/secrets.ts'
import { letterPage } from '../sample-pdf/letter-page.ts'
import { signLetter } from '../sample-pdf/sign-letter.ts'
import { writeDraft, type LetterPlan } from './drafts.ts'
import type { Scene } from './scene.ts'

/** Takes a letter the whole way from its draft to the exchange. */
export async function issue(
  scene: Scene,
  plan: LetterPlan,
  signer: 'director' | 'deputy' = 'deputy',
): Promise<AggregateRef> {
  const { act, books, node, agency } = scene
  const document = await writeDraft(scene, plan, signer)
  await act('specialist', document, 'document.submit', { note: '' })
  const signed = async (code: string, isSealed: boolean): Promise<{ pdf: BlobRef; level: 'B-T' }> => ({
    pdf: await pdfOf(scene, document, plan, signer, code, isSealed),
    level: 'B-T',
  })
  const open = await signed('', false)
  await act('unit-head', document, 'document.initial', open)
  await act(signer, document, 'document.sign', open)
  await act('clerk', books.outgoing, 'book.assignNumber', { subject: document.id })
  await act('clerk', document, 'document.takeNumber', { book: books.outgoing.id })
  const workspace = await node.workspace(agency.agency.id)
  const number = assignmentOf((await workspace.state(books.outgoing)) as Book, document.id)?.number ?? 0
  const { fields } = (await workspace.state(document)) as OfficialDocument
  await act('clerk', document, 'document.seal', await signed(codeOf(number, fields.symbol), true))
  await act('clerk', document, 'document.issue', {})
  await node.settled()
  return document
}

async function pdfOf(
  { node, agency, clock, secrets, post }: Scene,
  document: AggregateRef,
  plan: LetterPlan,
  signer: 'director' | 'deputy',
  code: string,
  isSealed: boolean,
): Promise<BlobRef> {
  const workspace = await node.workspace(agency.agency.id)
  const fields: DocumentFields = ((await workspace.state(document)) as OfficialDocument).fields
  const now = clock.now()
  const page = await letterPage({
    superior: fields.superior,
    agency: fields.agency,
    code: code === '' ? `      /${fields.symbol}` : code,
    place: fields.place,
    date: localDateOf(instantFrom(now)),
    subject: fields.subject,
    addressees: fields.addressees,
    body: plan.body,
    receivers: fields.receivers,
    signatureLines: signatureLines(fields),
    signerName: fields.signerName,
  })
  const leader = secrets.identityOf(post(signer).person)
  const signed = await signLetter(page.bytes, page.leader, leader, secrets.authority, now)
  const seal = secrets.identityOf(sealOf(agency.agency.id))
  const bytes = isSealed ? await signLetter(signed, page.seal, seal, secrets.authority, now) : signed
  return node.blobs.keep(workspace.id, [bytes], 'application/pdf')
}

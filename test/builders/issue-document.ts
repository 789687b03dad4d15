import type { CongsoNode } from '../../backbone/node.ts'
import type { Attachment, DocumentFields, Recipient } from '../../shared/domain/documents/document.ts'
import type { Role } from '../../shared/domain/decision.ts'
import type { AggregateRef, CommandBody } from '../../shared/log/command.ts'
import { localDateOf, partsOf } from '../../shared/kernel/instant.ts'
import { documentFieldsOf } from './a-document.ts'
import { aDesk, type TestDesk } from './backbone.ts'
import { TINY_PDF } from './edxml-message.ts'

/** Submits one command from a desk and throws unless it is accepted. */
export async function must(
  node: CongsoNode,
  workspace: string,
  desk: TestDesk,
  ref: AggregateRef,
  type: string,
  payload: CommandBody['payload'],
): Promise<void> {
  const [outcome] = await (await node.workspace(workspace)).submit([desk.signed(ref, type, payload)])
  if (outcome?.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
}

interface Issued {
  readonly id?: string
  readonly kind?: string
  readonly fields?: Partial<DocumentFields>
  readonly attachments?: readonly Attachment[]
  /** The post `<agency>-<role>` that checks its form; absent: nobody is asked to. */
  readonly checker?: Role
  /** The issued document it is about. */
  readonly amends?: { readonly way: string; readonly document: string; readonly reason: string }
}

/** Takes document `d1` of an agency of `anAgency` from its draft to the exchange, with the next number of book `out`: at first 7. */
export async function issueDocument(
  node: CongsoNode,
  agency: string,
  recipients: readonly Recipient[],
  { id = 'd1', kind = 'cong-van', fields: change = {}, attachments = [], checker, amends }: Issued = {},
): Promise<void> {
  const drafter = await aDesk(node, agency, 'drafter')
  const head = await aDesk(node, agency, 'unit-head')
  const leader = await aDesk(node, agency, 'leader')
  const clerk = await aDesk(node, agency, 'clerk')
  const bytes = id === 'd1' ? [TINY_PDF] : [TINY_PDF, new TextEncoder().encode(`%${id}\n`)]
  const pdf = await node.blobs.keep(agency, bytes, 'application/pdf')
  const book: AggregateRef = { kind: 'book', id: 'out' }
  const document: AggregateRef = { kind: 'document', id }
  const signed = { pdf, level: 'B-T' }
  const { year } = partsOf(localDateOf(new Date().toISOString()))
  const fields = documentFieldsOf({
    symbol: 'ST-TH',
    subject: 'mượn hội trường',
    headTitle: 'GIÁM ĐỐC',
    ownTitle: 'PHÓ GIÁM ĐỐC',
    signerName: 'Phạm Thử',
    urgency: 'urgent',
    ...change,
  })
  const act = (
    desk: TestDesk,
    ref: AggregateRef,
    type: string,
    payload: CommandBody['payload'],
  ): Promise<void> => must(node, agency, desk, ref, type, payload)
  if ((await (await node.workspace(agency)).state(book)) === undefined)
    await act(clerk, book, 'book.open', { name: 'Sổ đi', year, direction: 'outgoing', startAfter: 6 })
  await act(drafter, document, 'document.create', {
    kind,
    fields,
    ...(amends === undefined ? {} : { amends }),
  })
  await act(drafter, document, 'document.editText', { update: 'AAA=' })
  for (const attachment of attachments) await act(drafter, document, 'document.attach', { attachment })
  await act(drafter, document, 'document.setRoute', {
    route: {
      reviewer: `${agency}-unit-head`,
      ...(checker === undefined ? {} : { checker: `${agency}-${checker}` }),
      signer: `${agency}-leader`,
    },
  })
  await act(drafter, document, 'document.setRecipients', { recipients: [...recipients] })
  await act(drafter, document, 'document.submit', { note: '' })
  await act(head, document, 'document.initial', signed)
  await node.settled()
  if (checker !== undefined)
    await act(await aDesk(node, agency, checker), document, 'document.checkForm', {
      pdf: pdf.sha256,
      left: [],
    })
  await act(leader, document, 'document.sign', signed)
  await act(clerk, book, 'book.assignNumber', { subject: id })
  await act(clerk, document, 'document.takeNumber', { book: 'out' })
  await node.settled()
  await act(clerk, document, 'document.seal', signed)
  await node.settled()
  await act(clerk, document, 'document.issue', {})
}

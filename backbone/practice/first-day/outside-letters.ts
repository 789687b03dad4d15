import type { Agency } from '#shared/domain/directory/directory.ts'
import { urgencies, type Urgency } from '#shared/domain/documents/document.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { documentIdOf } from '#shared/exchange/edxml/identifiers.ts'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import type { StatusCode } from '#shared/exchange/edxml/vocabulary.ts'
import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { NewMessage } from '../../engine/exchange-store.port.ts'
import { handOver } from '../../exchange/hand-over.ts'
import { letterIdOf } from '../../exchange/letter-content.ts'
import type { PracticeAuthority } from '../pki/authority.ts'
import { outsideAgencies, practiceSystem, type PracticeCorrespondent } from '../province/correspondents.ts'
import { PROVINCE_PLACE } from '../province/people.ts'
import { letterPage } from '../sample-pdf/letter-page.ts'
import { signLetter } from '../sample-pdf/sign-letter.ts'
import type { Scene } from './scene.ts'

/** A letter that an outside agency sends in. */
export interface OutsideLetter {
  readonly from: string
  readonly number: number
  readonly subject: string
  readonly body: readonly string[]
  readonly signer: string
  readonly urgency?: Urgency
  /** Days from its arrival. */
  readonly answerWithinDays?: number
  /** How its PDF is: signed and sealed unless told. */
  readonly pdf?: 'unsigned' | 'altered'
  /** What the file is called; by number and symbol unless told. */
  readonly fileName?: string
  /** What comes with it. */
  readonly attachments?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** What the message is known by; by sender, day and number unless told. */
  readonly documentId?: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** What a letter is written from. */
export interface LetterDesk {
  readonly authority: PracticeAuthority
  readonly to: Agency
  readonly now: number
}

/** The message of an outside letter as its agency hands it in: a document message with its PDF. */
export async function letterMessage(
  desk: LetterDesk,
  letter: OutsideLetter,
): Promise<{ readonly bytes: Uint8Array; readonly fields: DocumentFields }> {
  const { to, now } = desk
  const sender = agencyWith(letter.from)
  const date = localDateOf(instantFrom(now))
  const code = `${letter.number}/${sender.symbol}`
  const fields: DocumentFields = {
    kind: 'document',
    from: { organId: sender.code, name: sender.name },
    to: [{ organId: to.codes[0] ?? '', name: to.name }],
    documentId: letter.documentId ?? documentIdOf(sender.code, date, code),
    code: { number: String(letter.number), notation: sender.symbol },
    place: PROVINCE_PLACE,
    issuedOn: date,
    type: { group: 2, detail: 18, name: 'Công văn' },
    subject: letter.subject,
    content: letter.subject,
    signer: { competence: 'KT.', position: deputyTitle(sender), fullName: letter.signer },
    ...(letter.answerWithinDays === undefined
      ? {}
      : { dueDate: localDateOf(instantFrom(now + letter.answerWithinDays * DAY_MS)) }),
    toPlaces: ['Như trên', 'Lưu: VT'],
    other: { priority: urgencies.indexOf(letter.urgency ?? 'normal'), pages: 1, appendixes: [] },
    responseFor: [],
    steeringType: 0,
    taskCodes: [],
    business: { type: 0, paper: false, changes: [], replacements: [], staff: [] },
    trace: [{ organId: sender.code, at: instantFrom(now) }],
  }
  const pdf = await pdfOf(desk, sender, letter, code)
  const name = letter.fileName ?? `${code.replaceAll('/', '-')}.pdf`
  const attached = (letter.attachments ?? []).map((one, index) => ({
    ...{ id: `kem-theo-${String(index + 1)}`, name: one.name },
    open: () => [one.bytes],
  }))
  const bytes = await documentMessageBytes(fields, [{ id: 'van-ban', name, open: () => [pdf] }, ...attached])
  return { bytes, fields }
}

/** Sends a letter in by the axis, and waits until it lies in the agency's log. */
export async function sendIn(scene: Scene, letter: OutsideLetter): Promise<AggregateRef> {
  const to = scene.agency.agency
  const { authority } = scene.secrets
  const { bytes, fields } = await letterMessage({ authority, to, now: scene.clock.now() }, letter)
  const file = await send(scene, bytes, {
    from: fields.from.organId,
    kind: 'edoc',
    documentId: fields.documentId,
    title: letter.subject,
    code: `${fields.code.number}/${fields.code.notation}`,
  })
  await scene.node.settled()
  return { kind: 'letter', id: letterIdOf(to.id, fields, file.sha256) }
}

/** Sends a status of an outside agency on something this agency issued. */
export async function sendStatusIn(
  scene: Scene,
  document: AggregateRef,
  from: string,
  statusCode: StatusCode,
  staff: string,
): Promise<void> {
  const workspace = await scene.node.workspace(scene.agency.agency.id)
  const dispatch = (await workspace.state({ kind: 'dispatch', id: document.id })) as Dispatch
  const sender = agencyWith(from)
  const organId = scene.agency.agency.codes[0] ?? ''
  const { documentId, code, issuedOn } = dispatch
  const fields: StatusFields = {
    kind: 'status',
    from: { organId: sender.code, name: sender.name },
    responseFor: { organId, code, documentId, issuedOn },
    staff: { department: 'Văn thư', name: staff },
    statusCode,
    at: instantFrom(scene.clock.now()),
    trace: [],
  }
  await send(scene, await statusMessageBytes(fields), {
    from: sender.code,
    kind: 'status',
    documentId,
    title: dispatch.subject,
    code,
  })
  await scene.node.settled()
}

async function send(
  { node, clock, agency }: Scene,
  bytes: Uint8Array,
  about: Pick<NewMessage, 'from' | 'kind' | 'documentId' | 'title' | 'code'>,
): Promise<NewMessage['file']> {
  const file = await node.files.keep([bytes])
  const at = instantFrom(clock.now())
  const id = derivedUuid('first-day', file.sha256)
  const message: NewMessage = {
    ...about,
    id,
    file,
    sentAt: at,
    system: practiceSystem.id,
    sameAs: id,
    dispatch: null,
  }
  const deps = { engine: node.engine, workspaces: node.workspaces, kickJobs: node.kickJobs }
  await handOver(deps, message, agency.agency.codes[0] ?? '', at)
  return file
}

async function pdfOf(
  { authority, to, now }: LetterDesk,
  sender: PracticeCorrespondent,
  letter: OutsideLetter,
  code: string,
): Promise<Uint8Array> {
  const page = await letterPage({
    superior: 'ỦY BAN NHÂN DÂN TỈNH MINH GIANG',
    agency: sender.name.replace(/ tỉnh Minh Giang$/, '').toLocaleUpperCase('vi'),
    code,
    place: PROVINCE_PLACE,
    date: localDateOf(instantFrom(now)),
    subject: letter.subject,
    addressees: [to.name],
    body: letter.body,
    receivers: ['Như trên', 'Lưu: VT'],
    signatureLines: [`KT. ${headTitle(sender)}`, deputyTitle(sender)],
    signerName: letter.signer,
  })
  if (letter.pdf === 'unsigned') return page.bytes
  const leader = await authority.issue({
    kind: 'person',
    commonName: letter.signer,
    organisation: sender.name,
  })
  const seal = await authority.issue({ kind: 'seal', commonName: sender.name, organisation: sender.name })
  const signed = await signLetter(page.bytes, page.leader, leader, authority, now)
  const sealed = await signLetter(signed, page.seal, seal, authority, now)
  return letter.pdf === 'altered' ? altered(sealed) : sealed
}

/** The same file with one letter of its title changed behind the signers' backs. */
function altered(pdf: Uint8Array): Uint8Array {
  const copy = pdf.slice()
  const digit = Buffer.from(copy).indexOf('/Title<feff') + '/Title<feff003'.length
  copy[digit] = copy[digit] === 0x30 ? 0x31 : 0x30
  return copy
}

function agencyWith(code: string): PracticeCorrespondent {
  const found = outsideAgencies.find((one) => one.code === code)
  if (found === undefined) throw new RangeError(`no agency ${code}`)
  return found
}

const isCommittee = (agency: PracticeCorrespondent): boolean => agency.name.startsWith('Ủy ban')
const headTitle = (agency: PracticeCorrespondent): string => (isCommittee(agency) ? 'CHỦ TỊCH' : 'GIÁM ĐỐC')
const deputyTitle = (agency: PracticeCorrespondent): string =>
  isCommittee(agency) ? 'PHÓ CHỦ TỊCH' : 'PHÓ GIÁM ĐỐC'

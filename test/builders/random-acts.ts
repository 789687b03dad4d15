import type { Done } from '../../renderer/sync/desk-api.ts'
import { documentFieldsOf, textUpdate } from './a-document.ts'
import type { Choices } from './random.ts'
import { OFFICE, type TestDesk } from './sync-office.ts'

type Taken = readonly Done[]

/** One thing this person might do now, seen from their own desk; what was refused on the spot counts as nothing. */
export async function randomAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const role = at.post.slice(OFFICE.length + 1).replace(/-\d+$/, '')
  if (role === 'drafter') return drafterAct(at, choices)
  if (role === 'unit-head') return reviewerAct(at, choices)
  if (role === 'leader') return leaderAct(at, choices)
  return clerkAct(at, choices)
}

async function act(
  at: TestDesk,
  kind: 'document' | 'letter' | 'book' | 'task',
  id: string,
  type: string,
  payload: Record<string, unknown> = {},
): Promise<Taken> {
  const done = await at.desk.act({ kind, id }, type, payload)
  return done.ok ? [done.value] : []
}

const signed = (at: TestDesk, name: string) => ({ pdf: at.aFile(name), level: 'B-B' })

async function drafterAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const { office } = at.desk.readers
  const open = [...(await office.outgoing('draft')), ...(await office.outgoing('returned'))]
  const document = choices.of(open)?.id
  if (document === undefined || choices.oneIn(4)) return newDraft(at, choices)
  switch (choices.whole(4)) {
    case 0:
      return act(at, 'document', document, 'document.editFields', {
        patch: { subject: `việc ${choices.whole(1000)}` },
      })
    case 1:
      return act(at, 'document', document, 'document.editText', {
        update: textUpdate(`đoạn ${choices.whole(1000)}`),
      })
    default:
      return act(at, 'document', document, 'document.submit', { note: '' })
  }
}

async function newDraft(at: TestDesk, choices: Choices): Promise<Taken> {
  const id = at.desk.newId()
  const fields = documentFieldsOf({ subject: `việc ${choices.whole(1000)}` })
  const route = { reviewer: `${OFFICE}-unit-head`, signer: `${OFFICE}-leader` }
  return [
    ...(await act(at, 'document', id, 'document.create', { kind: 'cong-van', fields })),
    ...(await act(at, 'document', id, 'document.editText', { update: textUpdate('Kính gửi') })),
    ...(await act(at, 'document', id, 'document.setRoute', { route })),
    ...(await act(at, 'document', id, 'document.setRecipients', {
      recipients: [{ code: '000.00.XA.T99', name: 'Sở Xa' }],
    })),
  ]
}

async function reviewerAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const work = await at.desk.readers.office.myWork()
  const task = choices.of(work.filter((one) => one.reason === 'task'))?.about.id
  if (task !== undefined && choices.oneIn(2))
    return choices.oneIn(2)
      ? act(at, 'task', task, 'task.start')
      : act(at, 'task', task, 'task.finish', { result: 'xong' })
  const document = choices.of(work.filter((one) => one.reason === 'review'))?.about.id
  if (document === undefined) return []
  switch (choices.whole(6)) {
    case 0:
      return act(at, 'document', document, 'document.return', { reason: 'xem lại' })
    case 1:
      return act(at, 'document', document, 'document.editFields', {
        patch: { place: `nơi ${choices.whole(9)}` },
      })
    default:
      return act(at, 'document', document, 'document.initial', signed(at, `nháy ${document}`))
  }
}

async function leaderAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const work = await at.desk.readers.office.myWork()
  const letter = choices.of(work.filter((one) => one.reason === 'direct'))?.about.id
  if (letter !== undefined && choices.oneIn(2))
    return act(at, 'letter', letter, 'letter.direct', {
      directive: { text: 'xử lý', lead: `${OFFICE}-unit-head`, cooperating: [], deadline: null },
    })
  const document = choices.of(work.filter((one) => one.reason === 'sign'))?.about.id
  if (document === undefined) return []
  return choices.oneIn(6)
    ? act(at, 'document', document, 'document.return', { reason: 'chưa được' })
    : act(at, 'document', document, 'document.sign', signed(at, `ký ${document}`))
}

async function clerkAct(at: TestDesk, choices: Choices): Promise<Taken> {
  switch (choices.whole(8)) {
    case 0:
      return penAct(at, choices)
    case 1:
    case 2:
    case 3:
      return incomingAct(at, choices)
    default:
      return issuingAct(at, choices)
  }
}

async function penAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const book = choices.of(await at.desk.readers.office.books())
  if (book === undefined) return []
  if (book.pen === null)
    return choices.oneIn(4)
      ? act(at, 'book', book.id, 'book.voidNumber', { reason: 'viết nhầm' })
      : act(at, 'book', book.id, 'book.lendPen', {
          until: new Date(at.office.clock.now() + 4 * 3_600_000).toISOString(),
          atMost: 1 + choices.whole(6),
        })
  return book.pen.device === at.device.key
    ? act(at, 'book', book.id, 'book.returnPen')
    : act(at, 'book', book.id, 'book.reclaimPen', { reason: 'không liên lạc được' })
}

async function issuingAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const row = choices.of(await at.desk.readers.office.issueDesk())
  if (row === undefined) return []
  if (row.status === 'signed') return giveNumber(at, 'document', row.id, 'book-out')
  return row.status === 'numbered'
    ? act(at, 'document', row.id, 'document.seal', signed(at, `dấu ${row.id}`))
    : act(at, 'document', row.id, 'document.issue')
}

async function incomingAct(at: TestDesk, choices: Choices): Promise<Taken> {
  const { office } = at.desk.readers
  const box = choices.of(['toAccept', 'toRegister', 'toDirect'] as const)!
  const row = choices.of((await office.incoming(box)).filter((one) => one.what === 'letter'))
  if (row === undefined) return []
  if (box === 'toAccept')
    return choices.oneIn(8)
      ? act(at, 'letter', row.id, 'letter.refuse', { reason: 'sai nơi nhận' })
      : act(at, 'letter', row.id, 'letter.accept', { verdictSeen: row.verdict })
  if (box === 'toRegister') return giveNumber(at, 'letter', row.id, 'book-in')
  return act(at, 'letter', row.id, 'letter.present', { to: `${OFFICE}-leader` })
}

async function giveNumber(
  at: TestDesk,
  kind: 'document' | 'letter',
  id: string,
  book: string,
): Promise<Taken> {
  const done = await at.desk.giveNumber({ kind, id }, book)
  return done.ok ? [done.value] : []
}

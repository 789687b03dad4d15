import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { codeOfLetter, type Letter } from '../../../shared/domain/correspondence/letter.ts'
import { seriesOf, type Book, type BookDirection } from '../../../shared/domain/registers/book.ts'
import { instantFrom, localDateOf, type LocalDate } from '../../../shared/kernel/instant.ts'
import { FILED, hereByAxis, OUTGOING, OWED, registered, REPLIES, returned } from './amounts.ts'
import { isOpen } from '../../../shared/domain/work/task.ts'
import { dayBook } from './day-book.ts'
import { paperLetter, type DayLetter } from './letters.ts'
import { acceptOutside } from './outside.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'
import { annexIV } from './annex-iv.ts'
import { readRegister } from './register-pdf.ts'
import { printedTo } from './stretches.ts'
import { allOf, fetchAll, logOf, statusesByLetter } from './truth.ts'

const today = (): LocalDate => localDateOf(instantFrom(Date.now()))
const onPaper = (date: string): string => date.split('-').toReversed().join('/')

/** Counts the day anew from the node's own log, from what the outside agencies received, and from the printed registers. */
export async function expectTruth(profile: string): Promise<void> {
  const post = await openPostOffice(profile)
  try {
    await post.node.settled()
    const letters = (await allOf(post, 'letter')).filter((one) => localDateOf(one.arrivedAt) === today())
    expectLetters(letters)
    await expectTasks(post)
    await expectLog(post)
    await expectBooks(post, letters, profile)
    await expectAxis(post, profile)
  } finally {
    await post.close()
  }
}

/** Each of the 60 is registered once, returned for its reason, or was never kept. */
function expectLetters(letters: readonly Letter[]): void {
  expect(letters).toHaveLength(hereByAxis.length + 1)
  expect(letters.filter((one) => one.number !== null)).toHaveLength(registered)
  expect(letters.filter((one) => one.status === 'refused')).toHaveLength(returned.length)
  for (const mail of hereByAxis) {
    const same = letters.filter((one) => one.content.number === String(mail.number))
    const kept = same.filter((one) => one.status !== 'refused')
    expect(kept, String(mail.number)).toHaveLength(
      mail.fate.startsWith('return-') && mail.fate !== 'return-twice' ? 0 : 1,
    )
  }
  expect(letters.some((one) => one.files.some((file) => file.name.startsWith('MẬT')))).toBe(false)
  expect(letters.find((one) => one.paper === 'original')?.content).toMatchObject({
    number: paperLetter.number,
    symbol: paperLetter.symbol,
  })
  for (const [number] of dayBook.directives) {
    const letter = letters.find((one) => one.content.number === String(number) && one.status !== 'refused')
    expect(letter?.status, String(number)).toBe(dayBook.isOwed(number) ? 'inProgress' : 'finished')
  }
}

/** Nothing is left but the answers that are owed; what was filed lies in one archived file. */
async function expectTasks(post: PostOffice): Promise<void> {
  const open = (await allOf(post, 'task')).filter(isOpen)
  expect(open.map((one) => one.role)).toEqual(Array.from({ length: OWED }, () => 'lead'))
  const files = (await allOf(post, 'case-file')).map(({ status, items }) => [status, items.length])
  expect(files).toEqual([['archived', FILED]])
}

/** Nobody's act stands twice in the log. */
async function expectLog(post: PostOffice): Promise<void> {
  const log = await logOf(post)
  expect(new Set(log.map((one) => one.id)).size).toBe(log.length)
  const acts = log.filter((one) => localDateOf(one.claimedAt) === today())
  const once = (type: string): readonly string[] => {
    const on = acts.filter((one) => one.type === type).map((one) => one.aggregate.id)
    expect(new Set(on).size, type).toBe(on.length)
    return on
  }
  expect(once('letter.takeNumber')).toHaveLength(registered)
  expect(once('letter.direct')).toHaveLength(registered)
  expect(once('letter.refuse')).toHaveLength(returned.length)
  for (const type of [
    'document.submit',
    'document.initial',
    'document.sign',
    'document.takeNumber',
    'document.seal',
    'document.issue',
  ])
    expect(once(type), type).toHaveLength(OUTGOING)
}

async function expectBooks(post: PostOffice, letters: readonly Letter[], profile: string): Promise<void> {
  const books = await allOf(post, 'book')
  const issued = (await allOf(post, 'document')).filter((one) => one.number?.date === today())
  expect(issued.filter((one) => one.status === 'issued')).toHaveLength(OUTGOING)
  for (const book of books) {
    expect(seriesOf(book).filter((one) => one.kind === 'missing')).toEqual([])
    const closed = book.closings?.at(-1)?.until ?? ''
    if (book.pages.flat().some((one) => one.date < monthBegin())) expect(closed).toBe(lastDay(-1))
  }
  const numbered = letters.flatMap((one) =>
    one.number === null ? [] : [{ letter: one, number: one.number.number }],
  )
  const incoming = await expectPrinted('incoming', books, printedTo(profile).incoming)
  expect(incoming).toHaveLength(registered)
  for (const { letter, number } of numbered) {
    const { content } = letter
    const row = incoming.find((one) => one[1] === String(number))
    expectCells(row, [
      onPaper(today()),
      String(number),
      content.from.name,
      codeOfLetter(content),
      content.issuedOn === null ? '' : onPaper(content.issuedOn),
      [content.typeName, content.subject].filter((part) => part !== '').join(' '),
    ])
    expect(row?.[6], String(number)).toMatch(/\p{L}/u)
  }
  const outgoing = await expectPrinted('outgoing', books, printedTo(profile).outgoing)
  expect(outgoing).toHaveLength(OUTGOING)
  for (const document of issued) {
    const { number, fields, recipients } = document
    const code = `${String(number?.number).padStart(2, '0')}/${fields.symbol}`
    const row = outgoing.find((one) => withoutBreaks(one[0] ?? '') === code)
    expectCells(row, [
      code,
      onPaper(today()),
      `Công văn ${fields.subject}`,
      fields.signerName,
      recipients.map((one) => one.name).join('; '),
    ])
  }
}

/** Lines break within a cell, behind hyphens too. */
const withoutBreaks = (text: string): string => text.replaceAll(/\s/gu, '')

function expectCells(row: readonly string[] | undefined, cells: readonly string[]): void {
  expect(row?.slice(0, cells.length).map(withoutBreaks)).toEqual(cells.map(withoutBreaks))
}

/** Title and ten headings of Annex IV, and the numbers of today in order; answers the rows. */
async function expectPrinted(
  direction: BookDirection,
  books: readonly Book[],
  file: string,
): Promise<readonly (readonly string[])[]> {
  const printed = await readRegister(file)
  const form = annexIV[direction]
  expect(printed.headings).toEqual(form.headings)
  const given = books
    .filter((one) => one.direction === direction)
    .flatMap((one) => one.pages.flat())
    .filter((one) => one.date >= monthBegin())
    .map((one) => one.number)
  const at = direction === 'incoming' ? 1 : 0
  expect(printed.rows.map((row) => Number.parseInt(row[at] ?? '', 10))).toEqual(given)
  expect(printed.cover).toEqual([
    'UBND TỈNH MINH GIANG',
    'SỞ NỘI VỤ',
    form.title,
    `Năm: ${today().slice(0, 4)}`,
    `Từ ngày ${onPaper(monthBegin())} đến ngày ${onPaper(lastDay(0))}`,
    `Từ số ${String(given[0])} đến số ${String(given.at(-1))}`,
    expect.stringMatching(/^Quyển số: \d+$/u),
  ])
  return printed.rows
}

const monthBegin = (): string => `${today().slice(0, 8)}01`
const lastDay = (monthsOn: number): string =>
  new Date(Date.UTC(Number(today().slice(0, 4)), Number(today().slice(5, 7)) + monthsOn, 0))
    .toISOString()
    .slice(0, 10)

/** What the senders were told, what the receivers got, and that their answers come back. */
async function expectAxis(post: PostOffice, profile: string): Promise<void> {
  const folder = await mkdtemp(path.join(profile, 'axis-'))
  const told = statusesByLetter(await fetchAll(post, 'status', folder))
  for (const mail of hereByAxis) {
    const codes = [...told].filter(([code]) => code.startsWith(`${mail.number}/`)).flatMap(([, all]) => all)
    expect(new Set(codes), String(mail.number)).toEqual(new Set(expectedCodes(mail)))
  }
  const documents = (await fetchAll(post, 'edoc', folder)).flatMap((one) =>
    one.kind === 'document' && one.issuedOn === today() ? [one] : [],
  )
  expect(documents).toHaveLength(REPLIES)
  for (const document of documents) await acceptOutside(post, document)
  const dispatches = (await allOf(post, 'dispatch')).filter((one) => one.issuedOn === today())
  expect(dispatches).toHaveLength(OUTGOING)
  for (const { code, recipients } of dispatches)
    for (const one of recipients) expect(one.state, code).toBe(one.code === 'T86.05' ? '01' : '03')
}

/** The codes a sender is told of one letter (edXML 5.2). */
function expectedCodes(mail: DayLetter): readonly string[] {
  if (mail.fate === 'return-twice') return ['01', '02', '03', '04', ...after(mail.number)]
  if (mail.fate.startsWith('return')) return ['01', '02']
  const isSentTwice = returned.some((one) => one.fate === 'return-twice' && one.number === mail.number)
  return ['01', ...(isSentTwice ? ['02'] : []), '03', '04', ...after(mail.number)]
}

function after(number: number): readonly string[] {
  if (dayBook.directives.get(number) === 'told') return ['06']
  return dayBook.isOwed(number) ? ['05'] : ['05', '06']
}

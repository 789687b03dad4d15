import type { Office } from '../e2e/drivers/office.ts'
import { atHand, receiver, sender } from './people.ts'

/** An act of one person on what lies on that desk, through that person's windows; the same with a network and without. */
export interface OfflineAct {
  /** Of the picture and in the line of the tour. */
  readonly name: string
  readonly by: string
  readonly run: (office: Office) => Promise<void>
  /** Commands it stands for, in the order they must have in the log, on one thing and the book it is numbered in. */
  readonly commands: readonly string[]
  /** What the node does of it when it is back. */
  readonly follows?: string
}

/** The next act of each of seven people. */
export const offlineActs: readonly OfflineAct[] = [
  {
    name: 'submit',
    by: sender.drafter,
    run: (office) => writeAndSubmit(office, atHand.toSubmit),
    commands: ['document.create', 'document.editText', 'document.submit'],
  },
  {
    name: 'initial',
    by: sender.head,
    run: (office) => initial(office, atHand.toInitial),
    commands: ['document.initial'],
  },
  {
    name: 'sign',
    by: sender.signer,
    run: (office) => sign(office, atHand.toSign),
    commands: ['document.sign'],
  },
  {
    name: 'number',
    by: sender.clerk,
    run: (office) => numberAndIssue(office, atHand.toNumber),
    commands: ['book.assignNumber', 'document.takeNumber', 'document.seal', 'document.issue'],
    follows: 'dispatch.open',
  },
  {
    name: 'register',
    by: sender.clerk,
    run: acceptAndRegister,
    commands: ['letter.accept', 'book.assignNumber', 'letter.takeNumber'],
  },
  { name: 'direct', by: atHand.director, run: direct, commands: ['letter.direct'], follows: 'task.assign' },
  { name: 'finish', by: atHand.specialist, run: finish, commands: ['task.finish'], follows: 'letter.finish' },
]

export async function writeAndSubmit(office: Office, subject: string): Promise<void> {
  const { page } = office
  await office.goTo('Dự thảo, văn bản đi')
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await page.keyboard.insertText(subject)
  await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill(receiver.name)
  await page.getByRole('option', { name: new RegExp(receiver.name) }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
  await page.keyboard.insertText(`Sở Nội vụ gửi Sở Xây dựng nội dung ${subject}.`)
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await office.submitDraft()
  await office.toast(`Đã trình ${sender.head}`).waitFor()
  await left(office, subject)
}

export async function initial(office: Office, subject: string): Promise<void> {
  const { page } = office
  await office.goTo('Việc của tôi')
  await office.openRow(subject)
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).waitFor()
  await page.locator('main h1').first().click()
  await office.withPin(() => page.keyboard.press('k'))
  await office.toast('Đã ký nháy').waitFor()
  await left(office, subject)
}

/** The document closes by itself when it is handed on. */
async function left({ page }: Office, subject: string): Promise<void> {
  await page.locator('main h1').filter({ hasText: subject }).waitFor({ state: 'detached' })
}

export async function sign(office: Office, subject: string): Promise<void> {
  const { page } = office
  await office.goTo('Trình ký')
  await office.choose(subject)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('s'))
  await office.toast('Đã ký số 1 văn bản').waitFor()
}

async function numberAndIssue(office: Office, subject: string): Promise<void> {
  const { page } = office
  await office.goTo('Phát hành')
  await office.choose(subject)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('i'))
  await office.toast(/Đã phát hành \S+ tới 1 nơi/).waitFor()
}

async function acceptAndRegister(office: Office): Promise<void> {
  const { page } = office
  await office.goTo('Văn bản đến')
  await office.choose(atHand.toRegister)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('r')
  await office.toast(/Đã vào sổ .*số đến/).waitFor()
}

async function direct(office: Office): Promise<void> {
  const { page } = office
  await office.goTo('Văn bản đến')
  await office.choose(atHand.toDirect)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await page.getByRole('button', { name: new RegExp(sender.drafter) }).click()
  await page
    .getByRole('region', { name: 'Bút phê' })
    .getByRole('button', { name: /^Bút phê/ })
    .click()
  await office.toast(`Đã bút phê, giao ${sender.drafter}`).waitFor()
}

async function finish(office: Office): Promise<void> {
  const { page } = office
  await office.goTo('Việc của tôi')
  await office.openRow(atHand.toFinish)
  await page.getByRole('button', { name: /^Kết thúc/ }).click()
  await page.getByLabel('Kết quả xử lý').fill('Đã cung cấp hồ sơ, có văn bản trả lời.')
  await page.getByLabel(/^Văn bản chứng minh/).fill(atHand.answer)
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã kết thúc/).waitFor()
}

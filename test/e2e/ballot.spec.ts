import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAnswersFile, verifyAnswers } from '../../shared/audit/verify-answers.ts'
import { webSignatureCrypto } from '../../shared/pdf/verify/web-signature-crypto.ts'
import { Office } from './drivers/office.ts'
import { issueRow, signRow } from './drivers/sign-row.ts'
import { sendBallot } from './drivers/send-ballot.ts'
import { clerk, deputy, director, specialist, unitHead } from './effort/people.ts'

const ADMINISTRATOR = 'Vi Văn Sáng'
const QUESTION = 'Thông qua Đề án vị trí việc làm năm 2027?'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-ballot-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const picture = (name: string): Promise<void> => office.pictured(name)

async function enter(): Promise<void> {
  await office.goTo('Phiếu lấy ý kiến')
  await office.page.getByRole('article', { name: QUESTION }).waitFor()
}

it('a ballot is prepared, answered with signatures, counted by the node, and drafted upon', async () => {
  const { page } = office
  const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
  await office.become(specialist)
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await page.getByRole('heading', { name: 'Phiếu lấy ý kiến', level: 1 }).waitFor()
  await page.keyboard.press('m')
  await field('Nội dung xin ý kiến').fill(QUESTION)
  for (const [label, names] of [
    ['Chủ trì', [director]],
    ['Thành viên được lấy ý kiến', [director, deputy, unitHead]],
  ] as const)
    for (const name of names) {
      await field(label).fill(name)
      await page.keyboard.press('Enter')
    }
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: QUESTION }).waitFor()

  const paper = path.join(folder, 'de-an.pdf')
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText('De an', { x: 72, y: 720 })
  await writeFile(paper, await pdf.save())
  await office.nextFileIs(paper)
  await page.getByRole('button', { name: 'Thêm tài liệu' }).click()
  await page.getByRole('tab', { name: 'de-an.pdf' }).click()
  await page.getByRole('img', { name: /Trang 1 của de-an/ }).waitFor()
  await page.getByRole('tab', { name: 'Phiếu', exact: true }).click()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Đôn đốc/ }).waitFor()

  await office.become(unitHead)
  await office.goTo('Việc của tôi')
  await office.choose(QUESTION)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: QUESTION }).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Lý do').fill('Chưa rõ nguồn kinh phí')
  await office.withPin(() => page.keyboard.press('Control+Enter'))
  await office.toast('Đã gửi: Không đồng ý').waitFor()
  await page.getByText(/chữ ký hợp lệ/).waitFor()

  await office.become(director)
  await enter()
  await office.withPin(() => page.keyboard.press('y'))
  await office.toast('Đã gửi: Đồng ý').waitFor()

  await office.become(specialist)
  await enter()
  await page.getByText('2/3 đã trả lời').first().waitFor()
  await page.keyboard.press('c')
  await office.toast('Đã đôn đốc 1 người').waitFor()

  await office.become(deputy)
  await enter()
  await page.keyboard.press('o')
  await page.getByRole('dialog').getByLabel('Ý kiến').fill('Làm rõ lộ trình')
  await office.withPin(() => page.keyboard.press('Control+Enter'))
  await office.toast('Đã gửi: Ý kiến khác').waitFor()

  await office.become(specialist)
  await enter()
  await page.getByText('3/3 đã trả lời').first().waitFor()
  await page.keyboard.press('p')
  await page.getByText('Không được thông qua').first().waitFor()
  await page.getByText('Máy này đếm lại từ các ý kiến đã ký: khớp').waitFor()
  expect(await office.seriousFindings()).toEqual([])
  const file = path.join(folder, 'tong-hop.xlsx')
  await office.nextSaveTo(file)
  await page.keyboard.press('e')
  await office.toast(/tong-hop-y-kien/).waitFor()
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  const answers = path.join(folder, 'phieu-da-ky.json')
  await office.nextSaveTo(answers)
  await page.getByRole('button', { name: 'Lưu các phiếu đã ký' }).click()
  await office.toast(/phieu-da-ky/).waitFor()
  const signed = readAnswersFile(await readFile(answers, 'utf8'))
  const report = await verifyAnswers(signed!, {
    trust: [],
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(),
  })
  // The practice province is trusted by nobody else; nothing but that is wrong.
  expect(report.questions[0]?.problems.map(({ rule }) => rule)).toEqual(
    Array.from({ length: 3 }, () => 'signature-untrusted'),
  )
  await page.keyboard.press('d')
  await page
    .getByText(/Kết quả: 1 thành viên đồng ý/)
    .first()
    .waitFor()
})

/** The director alone was asked and agreed; the specialist stands at the ballot that was counted. */
async function agreedTo(question: string): Promise<void> {
  const { page } = office
  await sendBallot(office, { question, chair: director, members: [director] })
  await office.become(director)
  await office.goTo('Phiếu lấy ý kiến')
  await page.getByRole('article', { name: question }).waitFor()
  await office.withPin(() => page.keyboard.press('y'))
  await office.toast('Đã gửi: Đồng ý').waitFor()

  await office.become(specialist)
  await office.goTo('Phiếu lấy ý kiến')
  await office.choose(question)
  await page.getByRole('article', { name: question }).waitFor()
  await page.getByText('1/1 đã trả lời').first().waitFor()
  await page.keyboard.press('p')
  await page.getByText('Được thông qua').first().waitFor()
  await page.getByRole('button', { name: /^Dự thảo quyết định/ }).waitFor()
}

it('what was agreed to is drafted as a decision, with its legal bases left to write', async () => {
  const { page } = office
  await agreedTo('Ban hành Quy chế văn thư của Sở?')
  await page.keyboard.press('q')
  const paper = page.getByRole('article', { name: 'Trang quyết định' })
  await paper.locator('p.ordering', { hasText: 'QUYẾT ĐỊNH:' }).waitFor()
  await paper.getByText('Điều 1. Ban hành Quy chế văn thư của Sở.').waitFor()
  expect(await paper.locator('.deciding').textContent()).toMatch(/^giám đốc sở/iu)
  await page
    .getByText(/căn cứ còn để trống/)
    .first()
    .waitFor()
  expect(await office.seriousFindings()).toEqual([])
})

const council = 'Hội đồng Khoa học và Công nghệ'
const RESOLVED = 'Thông qua Định hướng nghiên cứu năm sau'

it('once a collective is named, what was agreed to is drafted as its resolution', async () => {
  const { page } = office
  await office.become(ADMINISTRATOR)
  await office.goTo('Quản trị')
  await office.box('Tập thể')
  for (const [label, words] of [
    ['Tên tập thể', council],
    ['Tên viết tắt', 'HĐKHCN'],
    ['Chức danh của người ký trong tập thể', 'Chủ tịch'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(words)
  await page.getByRole('textbox', { name: 'Người ký thay mặt' }).fill(director)
  await page.getByRole('option', { name: director }).waitFor()
  await page.keyboard.press('Enter')
  await picture('collectives')
  await page.getByRole('button', { name: 'Thêm tập thể' }).click()
  await page.getByText(`HĐKHCN · TM. ký: ${director}, Chủ tịch`).waitFor()
  expect(await office.seriousFindings()).toEqual([])

  await agreedTo(`${RESOLVED}?`)
  await page.keyboard.press('q')
  const sheet = page.getByRole('dialog', { name: 'Ai quyết định' })
  await sheet.getByRole('radio', { name: 'Quyết định của' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await sheet.getByRole('radio', { name: `Nghị quyết của ${council}` }).isChecked()).toBe(true)
  await picture('decide')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  const paper = page.getByRole('article', { name: 'Trang nghị quyết' })
  await paper.locator('p.ordering', { hasText: 'QUYẾT NGHỊ:' }).waitFor()
  await paper.getByText(`Điều 1. ${RESOLVED}.`).waitFor()
  await paper.getByText(`TM. ${council}`).waitFor()
  await paper.getByText('/NQ-HĐKHCN').waitFor()
  await page
    .getByText(/Nghị quyết thiếu phần theo mẫu/)
    .first()
    .waitFor()
  await picture('resolution')
  expect(await office.seriousFindings()).toEqual([])
})

it('the resolution is signed on behalf of the collective, and numbered in a series of its own', async () => {
  const { page } = office
  const paper = page.getByRole('article', { name: 'Trang nghị quyết' })
  for (const [open, written] of [
    [/^Căn cứ … quy định/, 'Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;'],
    [/^Căn cứ …;/, 'Căn cứ Quyết định số 12/QĐ-SNV về tổ chức và hoạt động của Hội đồng;'],
  ] as const) {
    await paper.getByText(open).click({ clickCount: 3 })
    await page.keyboard.insertText(written)
    await paper.getByText(written).waitFor()
  }
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await office.submitDraft()
  await office.toast(/Đã trình/).waitFor()

  await office.become(unitHead)
  await office.goTo('Trình ký')
  await office.box('Chờ ký nháy')
  await signRow(office, RESOLVED, 'k')
  await office.become(director)
  await office.goTo('Trình ký')
  await signRow(office, RESOLVED, 's')

  await office.become(clerk)
  await office.goTo('Sổ đăng ký')
  await page.getByRole('button', { name: `Mở sổ đi của ${council}` }).click()
  await page.getByRole('button', { name: `Mở sổ đi của ${council}` }).waitFor({ state: 'detached' })
  await office.goTo('Phát hành')
  await office.choose('/NQ-HĐKHCN')
  await page.getByText('01/NQ-HĐKHCN').first().waitFor()
  await page.getByText('Không gửi qua trục', { exact: true }).waitFor()
  await picture('resolution-issue')
  await issueRow(office, '/NQ-HĐKHCN')
  await office.goTo('Sổ đăng ký')
  await page.getByText(`Sổ văn bản đi của ${council}`).first().click()
  await page.getByText('01/NQ-HĐKHCN').first().waitFor()
  await picture('resolution-registered')
  expect(await office.seriousFindings()).toEqual([])
}, 120_000)

it('a collective is changed, and what it was before is kept', async () => {
  const { page } = office
  await office.become(ADMINISTRATOR)
  await office.goTo('Quản trị')
  await office.box('Tập thể')
  await page.getByRole('button', { name: `Sửa ${council}` }).click()
  const sheet = page.getByRole('dialog', { name: 'Sửa tập thể' })
  await sheet.getByLabel('Tên viết tắt', { exact: true }).fill('HĐKH')
  await picture('collective-change')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await sheet.waitFor({ state: 'detached' })
  await page.getByText(`HĐKH · TM. ký: ${director}, Chủ tịch`, { exact: true }).waitFor()
  await page.getByText(/^HĐKHCN · TM\. ký: .* · đến /).waitFor()
  await picture('collectives-former')
  expect(await office.seriousFindings()).toEqual([])
})

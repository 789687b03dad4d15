import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Office } from '../e2e/drivers/office.ts'
import { offline } from './offline-step.ts'
import { BODY, receiver, sender, SUBJECT, unknownReceiver } from './people.ts'

export interface TourContext {
  readonly office: Office
  /** Folder for what a step needs and leaves. */
  readonly folder: string
}

export interface TourStep {
  readonly name: string
  /** Does the step; answers the figures of its line. Throws when it did not come out. */
  readonly run: (context: TourContext) => Promise<string>
}

/** The seven steps of the main job, through the real windows. */
export const tourSteps: readonly TourStep[] = [
  { name: 'draft', run: draft },
  { name: 'initial', run: initial },
  { name: 'sign', run: sign },
  { name: 'issue', run: issue },
  { name: 'exchange', run: exchange },
  { name: 'statuses', run: statuses },
  { name: 'offline', run: offline },
]

async function draft({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(sender.drafter)
  await office.goTo('Dự thảo, văn bản đi')
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await page.keyboard.insertText(SUBJECT)
  for (const name of [receiver.name, unknownReceiver]) {
    await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
  for (const [index, text] of BODY.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(text)
  }
  const annex = path.join(folder, 'bieu-so-lieu.csv')
  await writeFile(annex, 'don_vi;so_luong\nPhòng Kinh tế;12\n')
  await office.nextFileIs(annex)
  await page.getByRole('button', { name: 'Đính kèm' }).click()
  await page.getByText('bieu-so-lieu.csv').waitFor()
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await office.picture(path.join(folder, '1-draft.png'))
  await office.submitDraft()
  await office.toast(`Đã trình ${sender.head}`).waitFor()
  return `${BODY.length} paragraphs, 2 recipients, 1 attachment, submitted to ${sender.head}`
}

async function initial({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(sender.head)
  await office.goTo('Việc của tôi')
  await office.openRow(SUBJECT)
  await page.getByText(BODY[0] ?? '').waitFor()
  await page.locator('main h1').first().click()
  await office.withPin(() => page.keyboard.press('k'))
  await page.getByText('Đã ký nháy').first().waitFor()
  await office.goTo('Dự thảo, văn bản đi')
  await office.box('Đã ký nháy')
  await office.openRow(SUBJECT)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.picture(path.join(folder, '2-initial.png'))
  return 'text and route frozen, PDF rendered'
}

async function sign({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(sender.signer)
  await office.goTo('Trình ký')
  await office.choose(SUBJECT)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.picture(path.join(folder, '3-sign.png'))
  await office.withPin(() => page.keyboard.press('s'))
  await office.toast('Đã ký số 1 văn bản').waitFor()
  return `signed by ${sender.signer}`
}

async function issue({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(sender.clerk)
  await office.goTo('Phát hành')
  await office.choose(SUBJECT)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.picture(path.join(folder, '4-issue.png'))
  await office.withPin(() => page.keyboard.press('i'))
  const toast = office.toast(/Đã phát hành \S+ tới 2 nơi/)
  await toast.waitFor()
  return (await toast.textContent()) ?? ''
}

async function exchange({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(receiver.clerk)
  await office.goTo('Văn bản đến')
  await office.choose(SUBJECT)
  await page.getByText('Chữ ký hợp lệ').first().waitFor()
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await page.getByRole('tab', { name: 'Chữ ký' }).click()
  await office.picture(path.join(folder, '5-incoming.png'))
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('r')
  const toast = office.toast(/Đã vào sổ .*số đến/)
  await toast.waitFor()
  const registered = (await toast.textContent()) ?? ''
  await office.box('Chờ bút phê')
  await office.choose(SUBJECT)
  await page.keyboard.press('p')
  await page.getByRole('row').filter({ hasText: SUBJECT }).first().waitFor()

  await office.become(receiver.leader)
  await office.goTo('Văn bản đến')
  await office.choose(SUBJECT)
  await page.getByRole('button', { name: new RegExp(receiver.specialist) }).click()
  await office.picture(path.join(folder, '5-directive.png'))
  await page
    .getByRole('region', { name: 'Bút phê' })
    .getByRole('button', { name: /^Bút phê/ })
    .click()
  await office.toast(`Đã bút phê, giao ${receiver.specialist}`).waitFor()

  await office.become(receiver.specialist)
  await office.goTo('Việc của tôi')
  await office.openRow(SUBJECT)
  await page.getByRole('button', { name: /^Nhận việc/ }).click()
  await page.getByRole('button', { name: /^Kết thúc/ }).click()
  await page.getByLabel('Kết quả xử lý').fill('Đã gửi số liệu theo biểu mẫu.')
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã kết thúc/).waitFor()
  return registered
}

async function statuses({ office, folder }: TourContext): Promise<string> {
  const { page } = office
  await office.become(sender.clerk)
  await office.goTo('Theo dõi liên thông')
  const row = page.getByRole('row').filter({ hasText: SUBJECT })
  await row.getByRole('gridcell').filter({ hasText: '06' }).click()
  const timeline = page.getByRole('list', { name: 'Quá trình giao nhận' })
  const words = [
    'Đã đến (01)',
    'Đã tiếp nhận (03)',
    'Đã phân công (04)',
    'Đang xử lý (05)',
    'Hoàn thành (06)',
  ]
  for (const word of words) await timeline.getByText(word).waitFor()
  await office.picture(path.join(folder, '6-delivery.png'))
  const lines = await timeline.getByRole('listitem').allInnerTexts()
  await writeFile(
    path.join(folder, 'delivery-timeline.json'),
    JSON.stringify({ document: SUBJECT, recipient: receiver.name, steps: lines }, null, 2),
  )
  await row.getByRole('gridcell').filter({ hasText: 'lỗi' }).click()
  await timeline.getByText('Không có nơi nhận này trên trục').waitFor()
  return `${words.length} statuses came back; ${unknownReceiver}: failed, no such receiver`
}

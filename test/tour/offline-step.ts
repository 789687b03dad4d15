import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Office } from '../e2e/drivers/office.ts'
import { initial, offlineActs, sign, writeAndSubmit } from './offline-acts.ts'
import { atHand, sender } from './people.ts'
import type { TourContext } from './steps.ts'

/** What the log must show of the hours without a node; times are of this machine. */
export interface OfflineRecord {
  readonly stoppedAt: string
  readonly startedAt: string
  /** How many acts *Outbox & sync* listed on each desk. */
  readonly waiting: Readonly<Record<string, number>>
}

/** File of the record in the folder of the tour. */
export const OFFLINE_RECORD = 'offline.json'

/** Everybody works on without the node; then it comes back. */
export async function offline({ office, folder }: TourContext): Promise<string> {
  const people = [...new Set(offlineActs.map((act) => act.by))]
  await prepareDesks(office, people)

  await office.become(sender.drafter)
  await stopNode(office)
  const stoppedAt = new Date().toISOString()
  const waiting: Record<string, number> = {}
  for (const person of people) {
    await office.become(person)
    for (const act of offlineActs.filter((one) => one.by === person)) {
      await act.run(office)
      await office.picture(path.join(folder, `7-offline-${act.name}.png`))
    }
    waiting[person] = await waitingOffline(office)
    const names = offlineActs.flatMap((act) => (act.by === person ? [act.name] : []))
    await office.picture(path.join(folder, `7-outbox-${names.join('-')}.png`))
  }
  const startedAt = new Date().toISOString()
  await office.goTo('Luyện tập')
  await office.page.getByRole('button', { name: 'Nối lại mạng' }).click()
  await office.page.getByText('Trục luyện tập: đang chạy').waitFor()
  for (const person of people) {
    await office.become(person)
    await office.goTo('Hàng đợi gửi')
    await office.page.getByText('Không có việc chờ gửi.').waitFor()
    if (await office.page.getByText('Cần xem lại').isVisible()) throw new Error(`${person}: needs attention`)
  }
  await office.picture(path.join(folder, '7-online-again.png'))
  const record: OfflineRecord = { stoppedAt, startedAt, waiting }
  await writeFile(path.join(folder, OFFLINE_RECORD), JSON.stringify(record, null, 2))
  const total = Object.values(waiting).reduce((sum, count) => sum + count, 0)
  return `${people.length} desks did ${offlineActs.map((act) => act.name).join(', ')}; ${total} acts waited and went out`
}

/** One thing in every state, each on its desk with its files, and the pens of both books with the clerk. */
async function prepareDesks(office: Office, people: readonly string[]): Promise<void> {
  await office.become(sender.drafter)
  await writeAndSubmit(office, atHand.toSign)
  await writeAndSubmit(office, atHand.toNumber)
  await office.become(sender.head)
  await initial(office, atHand.toSign)
  await initial(office, atHand.toNumber)
  await office.become(sender.signer)
  await sign(office, atHand.toNumber)
  await office.become(sender.clerk)
  await office.goTo('Sổ đăng ký')
  for (const book of ['Văn bản đến', 'Văn bản đi']) {
    await office.box(book)
    await office.page.getByRole('button', { name: 'Mượn bút số' }).click()
    await office.page.getByRole('button', { name: 'Trả bút số' }).waitFor()
  }
  for (const person of people) {
    await office.become(person)
    await office.goTo('Hàng đợi gửi')
    await office.page.getByText('Không có việc chờ gửi.').waitFor()
    await office.page.getByText('Tệp của mọi việc trên bàn đã có ở máy này').waitFor()
  }
}

async function stopNode(office: Office): Promise<void> {
  await office.goTo('Luyện tập')
  await office.page.getByRole('button', { name: 'Ngắt mạng thử' }).click()
  await office.page.getByText('Trục luyện tập: đã dừng').waitFor()
}

/** How many acts wait, each for want of a network. */
async function waitingOffline(office: Office): Promise<number> {
  const { page } = office
  await office.goTo('Hàng đợi gửi')
  await page
    .getByText(/^Ngoại tuyến từ/)
    .first()
    .waitFor()
  const rows = page.getByRole('table').locator('tbody').getByRole('row')
  await rows.first().waitFor()
  const texts = await rows.allInnerTexts()
  const others = texts.filter((text) => !text.includes('Chưa có mạng'))
  if (others.length > 0) throw new Error(`${others.length} of ${texts.length} wait for something else`)
  return texts.reduce((sum, text) => sum + Number(/(\d+) lần lưu/u.exec(text)?.[1] ?? 1), 0)
}

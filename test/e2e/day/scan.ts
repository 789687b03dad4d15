import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { letterPage } from '../../../backbone/practice/sample-pdf/letter-page.ts'
import { PROVINCE_PLACE } from '../../../backbone/practice/province/people.ts'
import { instantFrom, localDateOf } from '../../../shared/kernel/instant.ts'
import { paperLetter } from './letters.ts'

export const SCAN = 'quet-27.pdf'

/** The letter on paper as the scanner wrote it, with its text layer, into this folder. */
export async function scanOf(folder: string): Promise<void> {
  const { from, number, symbol, subject, signer } = paperLetter
  const { bytes } = await letterPage({
    superior: '',
    agency: from.replace(/ tỉnh Minh Giang$/, '').toLocaleUpperCase('vi'),
    code: `${number}/${symbol}`,
    place: PROVINCE_PLACE,
    date: localDateOf(instantFrom(Date.now())),
    subject,
    addressees: ['Sở Nội vụ tỉnh Minh Giang'],
    body: [`${from} ${subject}.`],
    receivers: ['Như trên', 'Lưu: VP'],
    signatureLines: ['CHỦ TỊCH'],
    signerName: signer,
  })
  const file = path.join(folder, SCAN)
  await writeFile(file, bytes)
}

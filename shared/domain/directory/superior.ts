import { foldText } from '../../kernel/text-folding.ts'
import type { Agency } from './directory.ts'

/** Whether a sender is the direct superior body (cơ quan chủ quản) of the agency, by name: `UBND tỉnh …` is `Ủy ban nhân dân tỉnh …`. */
export function isSuperior(agency: Pick<Agency, 'superior'>, senderName: string): boolean {
  return agency.superior !== '' && inFull(senderName) === inFull(agency.superior)
}

const inFull = (name: string): string => foldText(name).replace(/^ubnd /, 'uy ban nhan dan ')

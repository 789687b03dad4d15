import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { readDate, readTimestamp } from './dates.ts'
import { DeviationRule, type DeviationLog } from './deviations.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './element-tree.ts'
import { isOrganId } from './identifiers.ts'
import type { Organisation, ResponseFor, Staff, TraceStep } from './message.ts'

/** Reads the fields that documents and statuses have in common, and reports what is missing or unreadable. */
export class FieldReader {
  readonly #deviations: DeviationLog

  constructor(deviations: DeviationLog) {
    this.#deviations = deviations
  }

  report(rule: DeviationRule, element: XmlElement | undefined, name = element?.name ?? ''): void {
    this.#deviations.add(rule, name, element?.line ?? 1)
  }

  /** A mandatory child; reported when absent or empty. */
  required(element: XmlElement | undefined, name: string): string {
    const text = textOf(element, name)
    if (text === undefined) this.report(DeviationRule.elementMissing, element, name)
    return text ?? ''
  }

  /** A whole number ≥ 0; anything else is reported and absent. */
  number(element: XmlElement | undefined, name: string): number | undefined {
    const text = textOf(element, name)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.report(DeviationRule.numberUnreadable, childOf(element, name))
    return undefined
  }

  /** `1` and `true` are true. */
  flag(element: XmlElement | undefined, name: string): boolean | undefined {
    const text = textOf(element, name)?.toLowerCase()
    return text === undefined ? undefined : text === '1' || text === 'true'
  }

  date(element: XmlElement | undefined, name: string): LocalDate | undefined {
    const text = textOf(element, name)
    if (text === undefined) return undefined
    const { date, rule } = readDate(text)
    if (rule !== undefined) this.report(rule, childOf(element, name))
    return date
  }

  timestamp(element: XmlElement | undefined, name: string): Instant | undefined {
    const text = textOf(element, name)
    if (text === undefined) return undefined
    const { at, rule } = readTimestamp(text)
    if (rule !== undefined) this.report(rule, childOf(element, name))
    return at
  }

  organId(element: XmlElement | undefined): string {
    const organId = this.required(element, 'OrganId')
    if (organId !== '' && !isOrganId(organId)) this.report(DeviationRule.organIdForm, element, 'OrganId')
    return organId
  }

  organisation(element: XmlElement | undefined): Organisation {
    return {
      organId: this.organId(element),
      name: this.required(element, 'OrganName'),
      ...present({
        superior: textOf(element, 'OrganizationInCharge'),
        address: textOf(element, 'OrganAdd'),
        email: textOf(element, 'Email'),
        telephone: textOf(element, 'Telephone'),
        fax: textOf(element, 'Fax'),
        website: textOf(element, 'Website'),
      }),
    }
  }

  /** Undefined when every child is empty, which is how the axis delivers an unused one. */
  responseFor(element: XmlElement | undefined): ResponseFor | undefined {
    const isUsed = ['OrganId', 'Code', 'DocumentId', 'PromulgationDate'].some((name) => textOf(element, name))
    if (!isUsed) return undefined
    return {
      organId: this.organId(element),
      code: this.required(element, 'Code'),
      ...present({
        documentId: textOf(element, 'DocumentId'),
        issuedOn: this.date(element, 'PromulgationDate'),
      }),
    }
  }

  staff(element: XmlElement | undefined): Staff | undefined {
    const staff = present({
      department: textOf(element, 'Department'),
      name: textOf(element, 'Staff'),
      mobile: textOf(element, 'Mobile'),
      email: textOf(element, 'Email'),
      departmentId: textOf(element, 'DepartmentId'),
      staffId: textOf(element, 'StaffId'),
    })
    return Object.keys(staff).length === 0 ? undefined : staff
  }

  trace(list: XmlElement | undefined): TraceStep[] {
    return childrenOf(list, 'TraceHeader').map((step) => {
      const text = this.required(step, 'OrganId')
      const organId = text === '' || text === 'null' ? undefined : text
      if (textOf(step, 'Timestamp') === undefined)
        this.report(DeviationRule.elementMissing, step, 'Timestamp')
      return present({ organId, at: this.timestamp(step, 'Timestamp') })
    })
  }
}

/** The fields that have a value. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

import { z } from 'zod'
import { VXP_TEXTS, VxpErrorCode } from './error-codes.ts'
import { type OperationName, OPERATIONS, type Payload } from './operations.ts'

/** The head of every answer; key names and the case of `OK` and `FAIL` are what the SDK compares with. */
export interface AnswerHead {
  readonly status: 'OK' | 'FAIL'
  readonly ErrorCode: VxpErrorCode
  readonly ErrorDesc: string
}

const EMPTY_PAYLOAD: Readonly<Record<Payload, object>> = {
  none: {},
  list: { data: [] },
  base64: { data: '' },
  'doc-id': { DocId: '' },
  count: { count: 0 },
  file: {},
}

/** Head of an answer that succeeded. */
export const SUCCESS: AnswerHead = {
  status: 'OK',
  ErrorCode: VxpErrorCode.success,
  ErrorDesc: VXP_TEXTS[VxpErrorCode.success],
}

/** The answer of a failed operation: every key that its success has, empty, since the SDK loses the text otherwise. */
export function failureOf(
  operation: OperationName,
  code: Exclude<VxpErrorCode, '0'>,
  text: string = VXP_TEXTS[code],
): AnswerHead & object {
  return { status: 'FAIL', ErrorCode: code, ErrorDesc: text, ...EMPTY_PAYLOAD[OPERATIONS[operation].payload] }
}

/** The fields of a list item that have a value, as text: one `null` would cost the SDK the whole list. */
export function listItem(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const optionalText = text.nullish().transform((value) => value ?? undefined)
const head = z.object({
  status: z.string(),
  ErrorCode: text,
  ErrorDesc: text.nullish().transform((value) => value ?? ''),
})

/** An answer without payload, as a client reads it. */
export const headSchema = head

/** Answer of `sendEdoc`. */
export const sentSchema = head.extend({ DocId: optionalText })

/** Answer of `getReceivedEdocList`. */
export const receivedListSchema = head.extend({
  data: z
    .array(
      z.object({
        docId: text,
        serviceType: optionalText,
        messageType: optionalText,
        created_time: optionalText,
        updated_time: optionalText,
        from: optionalText,
        to: optionalText,
        status: optionalText,
        status_desc: optionalText,
      }),
    )
    .nullish()
    .transform((items) => items ?? []),
})

/** Answer of `getSentEdocList`. */
export const sentListSchema = head.extend({
  data: z
    .array(
      z.object({
        serviceType: optionalText,
        messageType: optionalText,
        fromCode: optionalText,
        toCode: optionalText,
        senderDocId: optionalText,
        receiverDocId: optionalText,
        title: optionalText,
        notation: optionalText,
        sentTime: optionalText,
        receivedTime: optionalText,
        sendStatus: optionalText,
        sendStatusDesc: optionalText,
        receiveStatus: optionalText,
        receiveStatusDesc: optionalText,
      }),
    )
    .nullish()
    .transform((items) => items ?? []),
})

/** Answer of `getAgenciesList`. */
export const agenciesSchema = head.extend({
  data: z
    .array(
      z.object({
        id: optionalText,
        pid: optionalText,
        code: optionalText,
        name: optionalText,
        mail: optionalText,
        oldCode: optionalText,
      }),
    )
    .nullish()
    .transform((items) => items ?? []),
})

/** Answer of the counters. */
export const countSchema = head.extend({ count: z.coerce.number().int().min(0) })

const agencyText = z.string().trim().max(500).optional()

/** Body of `registerAgency`: unsigned, so it is looked at closely. */
export const agencyRegistrationSchema = z.object({
  id: agencyText,
  /** Code of the parent or centre. */
  pcode: agencyText,
  /** OrganId. */
  code: z.string().trim().min(1).max(35),
  name: agencyText,
  mail: agencyText,
  mobile: agencyText,
  fax: agencyText,
})
export type AgencyRegistration = z.output<typeof agencyRegistrationSchema>

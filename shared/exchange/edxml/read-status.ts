import { DeviationRule } from './deviations.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './element-tree.ts'
import { type FieldReader, present } from './field-reader.ts'
import { sameOrganId } from './identifiers.ts'
import type { StatusFields } from './message.ts'
import { isStatusCode } from './vocabulary.ts'

/** Reads the header of a status message: a `MessageHeader` with a direct child `StatusCode`. */
export function readStatus(
  header: XmlElement,
  messageHeader: XmlElement,
  read: FieldReader,
): Omit<StatusFields, 'kind'> {
  const from = read.organisation(childOf(messageHeader, 'From'))
  const responses = childrenOf(messageHeader, 'ResponseFor')
  // When repeated, the official parser keeps the last one.
  const responseFor = read.responseFor(responses.at(-1)) ?? { organId: '', code: '' }
  if (responses.length === 0) read.report(DeviationRule.elementMissing, messageHeader, 'ResponseFor')
  else if (responses.length > 1) read.report(DeviationRule.elementRepeated, responses.at(-1))
  if (responseFor.organId !== '' && sameOrganId(responseFor.organId, from.organId)) {
    read.report(DeviationRule.statusSelfAddressed, responses.at(-1))
  }
  if (textOf(messageHeader, 'Timestamp') === undefined) {
    read.report(DeviationRule.elementMissing, messageHeader, 'Timestamp')
  }
  return {
    from,
    responseFor,
    statusCode: statusCode(messageHeader, read),
    trace: read.trace(childOf(header, 'TraceHeaderList')),
    ...present({
      staff: read.staff(childOf(messageHeader, 'StaffInfo')),
      description: textOf(messageHeader, 'Description'),
      at: read.timestamp(messageHeader, 'Timestamp'),
    }),
  }
}

function statusCode(messageHeader: XmlElement, read: FieldReader): string {
  const text = read.required(messageHeader, 'StatusCode')
  const code = /^\d$/.test(text) ? `0${text}` : text
  const element = childOf(messageHeader, 'StatusCode')
  if (code !== text) read.report(DeviationRule.statusCodeForm, element)
  if (code !== '' && !isStatusCode(code)) read.report(DeviationRule.statusCodeUnknown, element)
  return code
}

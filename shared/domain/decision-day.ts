import type { CommandBody } from '../log/command.ts'
import { localDateOf, type Instant, type LocalDate } from '../kernel/instant.ts'

/**
 * The day a command counts for on the node: that of `claimedAt`; but a number that the node gives carries the day on which it gives it
 * (Decree 30 Art 15), since the desk waited for it; and the days in which members answer a ballot begin when the node has it, since nobody
 * can answer earlier.
 */
export function decisionDayOf(body: CommandBody, serverTime: Instant): LocalDate {
  const isOfNode = body.type === 'ballot.send' || givesNumberOfNode(body)
  return localDateOf(isOfNode ? serverTime : body.claimedAt)
}

const givesNumberOfNode = (body: CommandBody): boolean =>
  body.type === 'book.assignNumber' && body.payload['number'] === undefined

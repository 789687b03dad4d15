import { listItem } from '#shared/exchange/vxp/answers.ts'
import { SERVICE_TYPE } from '#shared/exchange/vxp/operations.ts'
import { listTime } from '#shared/exchange/vxp/times.ts'
import type { AxisAgency, ReceivedDelivery, SentDelivery } from './axis-store.port.ts'

/** An item of `getAgenciesList`. */
export function agencyItem(agency: AxisAgency): object {
  return listItem({
    id: agency.id,
    pid: agency.parentId,
    code: agency.code,
    name: agency.name,
    mail: agency.mail,
    oldCode: agency.oldCode,
  })
}

/** An item of `getAgenciesListQD20` (Decision 20/2020/QĐ-TTg: both forms of the code). */
export function newCodeItem(agency: AxisAgency): object {
  return listItem({
    id: agency.id,
    code: agency.code,
    name: agency.name,
    mail: agency.mail,
    code102: agency.oldCode,
  })
}

/** An item of `getSynchronizeUnit`. */
export function unitItem(agency: AxisAgency): object {
  return {
    ...listItem({
      id: agency.id,
      pid: agency.parentId,
      code: agency.code,
      name: agency.name,
      mail: agency.mail,
      modifyDate: agency.modifiedAt === undefined ? undefined : listTime(agency.modifiedAt),
    }),
    deleted: false,
    isAgency: true,
  }
}

/** An item of `getReceivedEdocList`. */
export function receivedItem(delivery: ReceivedDelivery): object {
  return listItem({
    docId: delivery.receiverDocId,
    serviceType: SERVICE_TYPE,
    messageType: delivery.messageType,
    created_time: listTime(delivery.createdAt),
    updated_time: listTime(delivery.updatedAt),
    from: delivery.from,
    to: delivery.to,
    status: delivery.word,
    status_desc: delivery.description,
  })
}

/** An item of `getSentEdocList`. */
export function sentItem(delivery: SentDelivery): object {
  return listItem({
    serviceType: SERVICE_TYPE,
    messageType: delivery.messageType,
    fromCode: delivery.from,
    toCode: delivery.to,
    senderDocId: delivery.senderDocId,
    receiverDocId: delivery.receiverDocId,
    title: delivery.title,
    notation: delivery.code,
    sentTime: listTime(delivery.sentAt),
    receivedTime: delivery.receivedAt === undefined ? undefined : listTime(delivery.receivedAt),
    sendStatus: delivery.sendWord,
    sendStatusDesc: delivery.sendDescription,
    receiveStatus: delivery.receiveWord,
    receiveStatusDesc: delivery.receiveDescription,
  })
}

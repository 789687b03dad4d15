import { statusMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import type { DocumentFields } from '../../../shared/exchange/edxml/message.ts'
import { instantFrom } from '../../../shared/kernel/instant.ts'
import type { PostOffice } from './post-office.ts'

/** What the clerk of an outside agency tells of a document that came there: arrived, then accepted. */
export async function acceptOutside(post: PostOffice, document: DocumentFields): Promise<void> {
  const [receiver] = document.to.filter((one) => one.organId !== OWN)
  if (receiver === undefined) throw new RangeError('nobody receives it')
  for (const statusCode of ['01', '03'] as const) {
    const bytes = await statusMessageBytes({
      kind: 'status',
      from: receiver,
      responseFor: {
        organId: document.from.organId,
        code: `${document.code.number}/${document.code.notation}`,
        documentId: document.documentId,
        ...(document.issuedOn === undefined ? {} : { issuedOn: document.issuedOn }),
      },
      staff: { department: 'Văn thư', name: 'Trịnh Thị Nga' },
      statusCode,
      at: instantFrom(Date.now()),
      trace: [],
    })
    await post.send({ from: receiver.organId, kind: 'status', bytes })
    await post.node.settled()
  }
}

const OWN = 'T86.03'

import { readFeed } from '../../backbone/workspace/feed.ts'
import { feedItem, type FeedItem } from '../../shared/protocol/feed.ts'
import type { Answered, Asked, Question } from './killable-node.ts'
import { nodeOnDisk, type NodePlace } from './node-on-disk.ts'

const [given = '', office = ''] = process.argv.slice(2)
const { folder, key } = JSON.parse(given) as Omit<NodePlace, 'key'> & { readonly key: readonly number[] }
const say = (message: Answered): void => void process.send?.(message)
// Whoever started it is gone: nobody will ask again.
process.once('disconnect', () => process.exit(0))

// Loaded ahead of its time: the files are another's until it is told to open them.
let nowMs = await new Promise<number>((resolve) =>
  process.once('message', ({ open }: { readonly open: number }) => resolve(open)),
)
const node = await nodeOnDisk({ folder, key: Uint8Array.from(key) }, { now: () => nowMs })
const workspace = await node.workspace(office)

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'submit':
      return workspace.submit(question.commands)
    case 'act':
      return workspace.act(question.acts)
    case 'file':
      return node.blobs.keep(office, [question.bytes], 'application/pdf')
    case 'feed': {
      if (question.after > workspace.head().seq) return 'cursor-ahead'
      const items: FeedItem[] = []
      for await (const item of readFeed(node, workspace, question))
        items.push(feedItem.parse(JSON.parse(JSON.stringify(item))))
      return items
    }
  }
}

process.on('message', ({ id, now, question }: Asked) => {
  nowMs = now
  answer(question).then(
    (value) => say({ id, value }),
    (error: unknown) => say({ id, error: String(error) }),
  )
})
say({ ready: true })

import { CdpError, type CdpSession } from './cdp.ts'
import { createCodec, nodeBytes } from './codec.ts'
import type { WorldMessage } from './world-preload.ts'
import { BINDING, CHUNK_SIZE, PRELOAD_WORLD, RECEIVER } from './worlds.ts'

const codec = createCodec(nodeBytes)

/** Answers the document that asked, and no later one. */
export type Reply = (message: WorldMessage) => void

/** Messages to and from the preload world of one page's current document. */
export class PreloadChannel {
  #onMessage: (message: WorldMessage, reply: Reply) => void
  #session: CdpSession | undefined
  #context: number | undefined
  #isReady = false
  #held: WorldMessage[] = []
  #parts = ''

  constructor(onMessage: (message: WorldMessage, reply: Reply) => void) {
    this.#onMessage = onMessage
  }

  /** Listens to the preload world of the main frame; frames inside it have no say. */
  attach(session: CdpSession, mainFrame: string): void {
    this.#session = session
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.frameId !== mainFrame || context.name !== PRELOAD_WORLD) return
      this.#context = context.id
      this.#isReady = false
      this.#parts = ''
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.#context) this.#receive(executionContextId, payload)
    })
  }

  /** Held until the preload script of the document has run. */
  send(message: WorldMessage): void {
    if (this.#isReady && this.#context !== undefined) this.#push(this.#context, message)
    else this.#held.push(message)
  }

  #receive(context: number, part: string): void {
    this.#parts += part.slice(1)
    if (!part.startsWith('=')) return
    const text = this.#parts
    this.#parts = ''
    const message = codec.decode(text) as WorldMessage
    if (message.kind !== 'ready') {
      this.#onMessage(message, (reply) => this.#push(context, reply))
      return
    }
    this.#isReady = true
    for (const held of this.#held.splice(0)) this.#push(context, held)
  }

  #push(executionContextId: number, message: WorldMessage): void {
    const text = codec.encode(message)
    for (let start = 0; start < text.length; start += CHUNK_SIZE) {
      const mark = start + CHUNK_SIZE >= text.length ? '=' : '+'
      this.#session
        ?.send('Runtime.callFunctionOn', {
          functionDeclaration: `function (part) { this.${RECEIVER}(part) }`,
          executionContextId,
          arguments: [{ value: mark + text.slice(start, start + CHUNK_SIZE) }],
          silent: true,
        })
        .catch((error: unknown) => {
          // The page went elsewhere meanwhile: nobody is left to receive this.
          if (!(error instanceof CdpError)) throw error
        })
    }
  }
}

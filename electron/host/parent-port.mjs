// Loaded into a utility process before its own code: `process.parentPort`, as under Electron.
import { EventEmitter } from 'node:events'

const send = process.send.bind(process)
const parentPort = Object.assign(new EventEmitter(), { postMessage: (message) => send(message) })
const early = []

process.on('message', (data) => {
  if (parentPort.listenerCount('message') === 0) early.push(data)
  else parentPort.emit('message', { data, ports: [] })
})
parentPort.on('newListener', (event) => {
  if (event === 'message')
    queueMicrotask(() => early.splice(0).forEach((data) => parentPort.emit('message', { data, ports: [] })))
})
// Without its parent it has nobody to work for.
process.on('disconnect', () => process.exit(0))
delete process.send
Object.defineProperty(process, 'parentPort', { value: parentPort })
Object.defineProperty(process, 'type', { value: 'utility' })

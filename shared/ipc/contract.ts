import type { z } from 'zod'
import { accessIpc } from './access.ipc.ts'
import { appIpc } from './app.ipc.ts'
import { backboneIpc } from './backbone.ipc.ts'
import { blobsIpc } from './blobs.ipc.ts'
import type { EventDefinition, RequestDefinition } from './define.ts'
import { deviceIpc } from './device.ipc.ts'
import { formerIpc } from './former.ipc.ts'
import { pdfIpc } from './pdf.ipc.ts'
import { pinIpc } from './pin.ipc.ts'
import { practiceIpc } from './practice.ipc.ts'
import { scanIpc } from './scan.ipc.ts'
import { sessionIpc } from './session.ipc.ts'
import { settingsIpc } from './settings.ipc.ts'
import { signingIpc } from './signing.ipc.ts'
import { verifyIpc } from './verify.ipc.ts'

/** Everything the main page may ask, and all it is told. */
export const pageContract = {
  ...accessIpc,
  ...appIpc,
  ...backboneIpc,
  ...blobsIpc,
  ...deviceIpc,
  ...formerIpc,
  ...pdfIpc,
  ...practiceIpc,
  ...scanIpc,
  ...sessionIpc,
  ...settingsIpc,
  ...signingIpc,
  ...verifyIpc,
}

/** Everything any window may ask. */
export const contract = { ...pageContract, ...pinIpc }
type Contract = typeof contract

type NamesOf<T, D> = { [K in keyof T]: T[K] extends D ? K : never }[keyof T]

/** Names of requests: of any window, and of the main page. */
export type RequestName = NamesOf<Contract, RequestDefinition>
export type PageRequestName = NamesOf<typeof pageContract, RequestDefinition>
/** Names of events. */
export type EventName = NamesOf<Contract, EventDefinition>

/** What a request takes, as the caller writes it. */
export type Input<K extends RequestName> = z.input<Contract[K]['input']>
/** What a request answers. */
export type Output<K extends RequestName> = z.output<Contract[K]['output']>
/** What an event tells. */
export type Payload<K extends EventName> = z.output<Contract[K]['payload']>

/** True for the name of a request. */
export function isRequestName(name: unknown): name is RequestName {
  return (
    typeof name === 'string' &&
    Object.hasOwn(contract, name) &&
    contract[name as keyof Contract].kind === 'request'
  )
}

/** True for the name of an event. */
export function isEventName(name: unknown): name is EventName {
  return (
    typeof name === 'string' &&
    Object.hasOwn(contract, name) &&
    contract[name as keyof Contract].kind === 'event'
  )
}

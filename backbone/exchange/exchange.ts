import type { BlobService } from '../blobs/blob-service.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Clock, Journal } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { answerJob } from './answer-request.ts'
import { checkSignatureJob } from './check-signature.ts'
import { checkStatementJob } from './check-statement.ts'
import { deliverJob } from './deliver.ts'
import type { ForeignFiles } from './foreign-files.port.ts'
import { runJobs, type JobRunner } from './job-runner.ts'
import type { MessageFiles } from './message-files.ts'
import { receiveJob } from './receive.ts'
import { statusJob } from './send-status.ts'

export interface ExchangeDeps {
  readonly engine: Engine
  readonly blobs: BlobService
  readonly files: MessageFiles
  readonly foreign: ForeignFiles
  readonly clock: Clock
  readonly journal: Journal
  readonly scratch: string
  readonly workspaces: () => readonly Workspace[]
  readonly workspace: (id: string) => Promise<Workspace>
}

/** Delivers what agencies issue, takes in what others send, answers with statuses, looks at what desks signed: everything that happens outside the log. */
export function startExchange(deps: ExchangeDeps): JobRunner {
  const outgoing = {
    ...deps,
    kickJobs: () => {
      runner.kick()
    },
  }
  const runner = runJobs(
    {
      deliver: deliverJob(outgoing),
      status: statusJob(outgoing, deps.journal),
      answer: answerJob(outgoing, deps.journal),
      receive: receiveJob(deps),
      'check-signature': checkSignatureJob(deps),
      'check-statement': checkStatementJob(deps),
    },
    deps,
  )
  return runner
}

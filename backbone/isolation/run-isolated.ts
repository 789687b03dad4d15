import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Readable } from 'node:stream'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import { ANSWER_FD, isolatedAnswerSchema, type IsolatedRequest, MEMORY_MARK } from './isolation-protocol.ts'

/** What one run may use. */
export interface IsolationLimits {
  /** From start to answer. */
  readonly timeoutMs: number
  /** V8's heap. */
  readonly heapMb: number
  /** The whole process. */
  readonly residentMb: number
  readonly answerBytes: number
}

const DEFAULT_LIMITS: IsolationLimits = {
  timeoutMs: 60_000,
  heapMb: 256,
  residentMb: 512,
  answerBytes: 32 * 1024 * 1024,
}

/** A task in a process of its own. */
export interface IsolatedRun {
  /** Name in the table of the entry. */
  readonly task: string
  /** JSON. */
  readonly input: unknown
  /** Files and folders the task may read besides its code. */
  readonly readable?: readonly string[]
  /** Folders the task may write to. */
  readonly writable?: readonly string[]
  readonly limits?: Partial<IsolationLimits>
}

/** Where the code of the child is. */
export interface IsolationOptions {
  /** The child's module: `entry.ts` beside this file, or what it was bundled to. */
  readonly entry?: string
  /** A Node executable. Default: the running one. */
  readonly node?: string
}

/**
 * Why there is no value. Stored with the attempt.
 * - `timeout`, `memory`, `answer-too-large`: a limit; the process was ended.
 * - `crash`: it ended without an answer, or did not start.
 * - `task-unknown`, `task-failed`: the task threw; `detail` is its error.
 */
export interface IsolationProblem {
  readonly code: 'timeout' | 'memory' | 'answer-too-large' | 'crash' | 'task-unknown' | 'task-failed'
  readonly detail: string
}

const DETAIL_SHOWN = 500
const STDERR_KEPT = 8 * 1024

/**
 * Runs a named task on foreign input: no network is closed to it, but it can start nothing, read only what it was given and its
 * own code, write only where it may, and is ended at its limits. Never rejects.
 */
export async function runIsolated(
  run: IsolatedRun,
  options: IsolationOptions = {},
): Promise<Result<unknown, IsolationProblem>> {
  const limits = { ...DEFAULT_LIMITS, ...run.limits }
  const entry = options.entry ?? fileURLToPath(new URL('entry.ts', import.meta.url))
  const child = spawn(options.node ?? process.execPath, childArguments(run, entry, limits), {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: childEnvironment(),
    windowsHide: true,
  })
  const watch = new ChildWatch(child, limits)
  const request: IsolatedRequest = {
    task: run.task,
    input: run.input,
    residentBytes: limits.residentMb * 1024 * 1024,
  }
  // A child that dies at once breaks the pipe; its end says why.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(JSON.stringify(request))
  return watch.outcome()
}

function childArguments(run: IsolatedRun, entry: string, limits: IsolationLimits): string[] {
  const flags = [`--max-old-space-size=${String(limits.heapMb)}`, '--no-warnings']
  // Electron's Node does not take the permission flags.
  if (process.versions['electron'] === undefined) {
    const writable = (run.writable ?? []).flatMap(pathsOf)
    const readable = [...codeFolders(entry), ...(run.readable ?? []).flatMap(pathsOf), ...writable]
    flags.push('--permission', '--allow-worker')
    flags.push(...readable.map((path) => `--allow-fs-read=${path}`))
    flags.push(...writable.map((path) => `--allow-fs-write=${path}`))
  }
  return [...flags, entry]
}

/** A path as it will be opened, and where it really leads. */
function pathsOf(path: string): string[] {
  return existsSync(path) ? [...new Set([resolve(path), realpathSync(path)])] : [resolve(path)]
}

/** The project the entry belongs to, and its packages where those are linked in from elsewhere. */
function codeFolders(entry: string): string[] {
  let root = dirname(realpathSync(entry))
  for (let folder = root; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) {
      root = folder
      break
    }
  }
  const packages = join(root, 'node_modules')
  return existsSync(packages) ? [root, realpathSync(packages)] : [root]
}

/** Nothing of ours: secrets may stand in the environment. */
function childEnvironment(): NodeJS.ProcessEnv {
  const systemRoot = process.env['SystemRoot']
  return {
    ...(systemRoot === undefined ? {} : { SystemRoot: systemRoot }),
    ...(process.versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' }),
  }
}

/** Collects what a child says until it ends, and ends it at the limits. */
class ChildWatch {
  readonly #child: ChildProcess
  readonly #limits: IsolationLimits
  readonly #parts: Uint8Array[] = []
  #answerBytes = 0
  #stderr = ''
  #stopped: 'timeout' | 'answer-too-large' | undefined

  constructor(child: ChildProcess, limits: IsolationLimits) {
    this.#child = child
    this.#limits = limits
    const answer = child.stdio[ANSWER_FD] as Readable | undefined
    answer?.on('data', (part: Uint8Array) => {
      this.#answerBytes += part.length
      if (this.#answerBytes > limits.answerBytes) this.#stop('answer-too-large')
      else this.#parts.push(part)
    })
    child.stderr?.on('data', (part: Uint8Array) => {
      this.#stderr = (this.#stderr + Buffer.from(part).toString('utf8')).slice(-STDERR_KEPT)
    })
  }

  outcome(): Promise<Result<unknown, IsolationProblem>> {
    return new Promise((settle) => {
      const timer = setTimeout(() => this.#stop('timeout'), this.#limits.timeoutMs)
      this.#child.once('error', (error) => {
        clearTimeout(timer)
        settle(problem('crash', error.message))
      })
      this.#child.once('close', (code, signal) => {
        clearTimeout(timer)
        settle(this.#read(`exit ${String(code ?? signal)}`))
      })
    })
  }

  #stop(why: 'timeout' | 'answer-too-large'): void {
    this.#stopped ??= why
    this.#child.kill('SIGKILL')
  }

  #read(ending: string): Result<unknown, IsolationProblem> {
    if (this.#stopped !== undefined) return problem(this.#stopped, '')
    const text = Buffer.concat(this.#parts).toString('utf8')
    if (text.endsWith(MEMORY_MARK)) return problem('memory', 'resident set')
    if (/heap out of memory|Array buffer allocation failed/.test(this.#stderr))
      return problem('memory', 'heap')
    if (text === '') return problem('crash', `${ending} ${this.#stderr.trim()}`)
    const answer = parseAnswer(text)
    if (answer === undefined) return problem('crash', `${ending}, answer unreadable`)
    if (answer.kind === 'value') return ok(answer.value)
    return problem(answer.kind, answer.kind === 'task-failed' ? answer.detail : '')
  }
}

function parseAnswer(text: string): ReturnType<typeof isolatedAnswerSchema.parse> | undefined {
  try {
    return isolatedAnswerSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function problem(
  code: IsolationProblem['code'],
  detail: string,
): { readonly ok: false; readonly error: IsolationProblem } {
  return fail({ code, detail: detail.slice(0, DETAIL_SHOWN) })
}

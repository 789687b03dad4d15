import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { diskBlobs } from '../../backbone/blobs/disk-blobs.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { messageFiles } from '../../backbone/exchange/message-files.ts'
import { openSecrets } from '../../backbone/practice/province/secrets.ts'
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import { keyFileIn, nodeKeyIn } from '../builders/node-key.ts'
import type { Office } from '../e2e/drivers/office.ts'
import { sender, SUBJECT } from './people.ts'

const run = promisify(execFile)
const NODE = path.resolve(import.meta.dirname, '../../backbone/main.ts')
const CLI = path.resolve(import.meta.dirname, '../../electron/cli/congso.mjs')

/** Saves the issued PDF the way a clerk does. */
export async function savePdf(office: Office, folder: string): Promise<void> {
  const { page } = office
  await office.become(sender.clerk)
  await office.goTo('Dự thảo, văn bản đi')
  await office.box('Đã phát hành')
  await office.openRow(SUBJECT)
  await office.nextSaveTo(path.join(folder, 'issued.pdf'))
  await page.getByRole('button', { name: 'Lưu ra tệp' }).click()
  for (;;) {
    const saved = await stat(path.join(folder, 'issued.pdf')).catch(() => null)
    if (saved !== null && saved.size > 0) return
    await page.waitForTimeout(100)
  }
}

/** What the node of the tour left: the message under way, and the root certificate to judge signatures by. */
export async function keepNodeFiles(profile: string, folder: string): Promise<void> {
  const province = path.join(profile, 'practice-node', 'province')
  const key = await nodeKeyIn(profile)
  const { authority } = await openSecrets(sealedFiles(path.join(province, 'keys'), key))
  await mkdir(path.join(folder, 'trust'), { recursive: true })
  await writeFile(path.join(folder, 'trust', 'practice-root.cer'), authority.rootCertificate)
  await writeFile(path.join(folder, 'trust', 'practice.crl'), authority.crl())
  const engine = openSqliteEngine(path.join(province, 'node.sqlite'), key)
  try {
    const sent = (await engine.exchange.sentBy('', 100)).find(
      (one) => one.kind === 'edoc' && one.title.includes(SUBJECT),
    )
    if (sent === undefined) throw new Error('no message in transit')
    const files = messageFiles(diskBlobs(path.join(province, 'blobs'), key))
    await writeFile(path.join(folder, 'message.edxml'), files.read(sent.file))
  } finally {
    await engine.close()
  }
}

/** The whole log of the sending agency, from the node itself, started once more over the same folder. */
export async function keepAuditLog(profile: string, folder: string): Promise<void> {
  const secret = randomBytes(32).toString('hex')
  const node = spawn(
    process.execPath,
    [
      NODE,
      '--practice',
      ...['--data', path.join(profile, 'practice-node')],
      ...['--key-file', keyFileIn(profile)],
      ...['--port', '0'],
    ],
    {
      env: { ...process.env, CONGSO_NODE_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const [first] = (await once(node.stdout, 'data')) as [Buffer]
    const { port } = JSON.parse(first.toString()) as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/v1/audit?workspace=${sender.workspace}`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    if (!answer.ok) throw new Error(`audit log: ${answer.status} ${await answer.text()}`)
    await writeFile(path.join(folder, 'audit.ndjson'), await answer.text())
  } finally {
    node.kill('SIGTERM')
  }
}

/** Checks the results with the command line, as anybody else would; throws when one is not what it should be. */
export async function checkResults(folder: string): Promise<string> {
  const verdict = (await congso(
    'verify',
    path.join(folder, 'issued.pdf'),
    '--trust',
    path.join(folder, 'trust'),
  )) as { verdict: string; signatures: unknown[] }
  await writeFile(path.join(folder, 'verdict.json'), JSON.stringify(verdict, null, 2))
  if (verdict.verdict !== 'valid' || verdict.signatures.length !== 3)
    throw new Error(`issued.pdf: ${JSON.stringify(verdict)}`)
  const message = (await congso('edxml', 'parse', path.join(folder, 'message.edxml'))) as {
    kind: string
    attachments: unknown[]
  }
  if (message.kind !== 'document') throw new Error(`message.edxml: ${JSON.stringify(message)}`)
  const log = (await congso('audit', 'verify', path.join(folder, 'audit.ndjson'))) as {
    verdict?: string
    entries?: number
  }
  await writeFile(path.join(folder, 'audit-verdict.json'), JSON.stringify(log, null, 2))
  if (log.verdict !== 'valid') throw new Error(`audit.ndjson: ${JSON.stringify(log).slice(0, 2000)}`)
  return `issued.pdf ${verdict.verdict}, ${verdict.signatures.length} signatures; message.edxml with ${message.attachments.length} attachments; log of ${log.entries} entries verified`
}

async function congso(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [CLI, ...args])
  return JSON.parse(stdout)
}

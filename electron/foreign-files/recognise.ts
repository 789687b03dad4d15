import { spawn } from 'node:child_process'

const LIMIT_MS = 25_000
const MOST_BYTES = 256 * 1024 * 1024

/**
 * What the recogniser of this machine makes of a picture, in Vietnamese; undefined where it or its Vietnamese is not installed. Rejects when
 * it fails on the picture or takes too long. It gets the picture on its standard input and no environment of ours.
 */
export function recognise(picture: Uint8Array, output: 'tsv' | 'pdf'): Promise<Uint8Array | undefined> {
  const child = spawn('tesseract', ['stdin', 'stdout', '-l', 'vie', output], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...pathOnly(), OMP_THREAD_LIMIT: '1' },
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const parts: Uint8Array[] = []
  let bytes = 0
  let said = ''
  child.stdout.on('data', (part: Uint8Array) => {
    bytes += part.length
    if (bytes > MOST_BYTES) child.kill('SIGKILL')
    else parts.push(part)
  })
  child.stderr.on('data', (part: Uint8Array) => (said += new TextDecoder().decode(part)))
  // It may end before it has read everything; its end says why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(picture)
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
    child.once('close', (code) => {
      if (code === 0) resolve(joined(parts))
      else if (/loading (?:language|.*traineddata)|Error opening data file/i.test(said)) resolve(undefined)
      else reject(new Error(`recognition ended with ${code ?? 'a signal'}`))
    })
  })
}

/** Where programs and their data are found, and nothing else. */
function pathOnly(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TESSDATA_PREFIX } = process.env
  return Object.fromEntries(
    Object.entries({ PATH, SystemRoot, TESSDATA_PREFIX }).filter(([, value]) => value !== undefined),
  )
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

import type { StatusSource } from '#shared/pdf/verify/certificate-status.ts'

const TIMEOUT_MS = 8000
const MAX_OCSP_BYTES = 256 * 1024
const MAX_CRL_BYTES = 32 * 1024 * 1024

/** Asks the services that certificates name. Only for `--online`: the addresses come from the file under test. */
export function onlineStatusSource(): StatusSource {
  return {
    ocsp: (url, requestDer) =>
      fetchBytes(url, MAX_OCSP_BYTES, {
        method: 'POST',
        headers: { 'content-type': 'application/ocsp-request' },
        body: requestDer.slice(),
      }),
    crl: (url) => fetchBytes(url, MAX_CRL_BYTES, {}),
  }
}

/** Undefined whenever there is no proper answer: the verdict then says that the status is unchecked. */
async function fetchBytes(
  url: string,
  maxBytes: number,
  request: RequestInit,
): Promise<Uint8Array | undefined> {
  if (!/^https?:\/\//u.test(url)) return undefined
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok || response.body === null) return undefined
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > maxBytes) return undefined
      chunks.push(chunk)
    }
    return Uint8Array.from(Buffer.concat(chunks))
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return undefined
    throw error
  }
}

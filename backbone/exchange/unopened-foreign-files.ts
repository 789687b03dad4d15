import type { ForeignFiles } from './foreign-files.port.ts'

/** For a node that exchanges nothing: whatever comes in waits for one that can open it. */
export const unopenedForeignFiles: ForeignFiles = {
  readMessage: () => Promise.resolve({ ok: false, error: { code: 'reading-failed' } }),
  verifyPdf: (_path, at) =>
    Promise.resolve({ verdict: 'unknown', checkedAt: at, trust: '', report: { reasons: ['not-checked'] } }),
  verifyStep: () => Promise.resolve({ ok: true, value: { kind: 'not-checked' } }),
  verifyStatement: () => Promise.resolve({ ok: true, value: { kind: 'not-checked' } }),
}

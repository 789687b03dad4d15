/**
 * Every code an expected failure can carry across a process border, with when it is thrown and what the caller does.
 * Sentences are for developers and logs; what the user reads is looked up by the code.
 */
export const errorCodes = {
  internal:
    'A bug or an unforeseen failure; the cause is in the log of the main process. Show it, offer to try again.',
  'unknown-request': 'No such request in the contract. A bug in the caller.',
  'invalid-input': 'The input does not match the contract. A bug in the caller.',
  'sender-refused': 'The window, frame or origin may not make this request. Never retry.',
  'no-session': 'Nobody is logged in at this desk. Choose a person first.',
  locked: 'The desk is locked. Unlock, then try again.',
  'wrong-person': 'A command names somebody other than the person logged in. Never retry.',
  'wrong-workspace': 'The request is for an agency other than that of the session. Reload the session.',
  'unknown-person': 'No such person at this node. Read the list again.',
  'practice-only': 'The request exists in practice only.',
  offline: 'The node cannot be reached. Keep the work in the outbox; it goes out when the node is back.',
  'node-refused': 'The node answered with a refusal (`status`, `problem`). A person decides.',
  'node-unreadable': 'The node answered with something the protocol does not know. Update the desk.',
  'node-changed':
    'The node shows another key than the one this desk knows. Nothing is sent to it; its operator says whether the key was changed.',
  'blob-missing': 'No such file on this desk. Download it first.',
  'blob-corrupt': 'The stored bytes are not what was put there. Download the file again.',
  'too-large': 'The file is over the limit (`limitBytes`).',
  'file-token-unknown': 'The file was not offered in this run, or was taken already. Choose the file again.',
  'disk-full': 'The disk has no room. Free some, then try again; nothing was lost.',
  cancelled: 'The user closed the dialog or the PIN window. Nothing happened.',
  'wrong-pin': 'The PIN was wrong too often for this attempt; the key is as it was. Ask again.',
  'key-missing': 'The person has no signing key at this desk. Connect the token or import the key file.',
  'key-expired': 'The certificate is not valid at this time (`from`, `until`). Renew it.',
  'key-refused':
    'The certificate may not sign (`cause`: revoked, not trusted, not made for signing). Ask its issuer.',
  'clock-skew':
    'The clock of this desk is off by more than five minutes (`skewMs`). Set it right before signing.',
  'secrets-unavailable':
    'The system cannot seal or open secrets now. Log in to the desktop session, then try again.',
  'pdf-not-finished': 'The page could not be made into a file that may be signed (`cause`).',
  'pdf-not-signed': 'The signature could not be put into the file (`cause`). The file is as it was.',
  'page-not-seen':
    'Not every page of the document was drawn for whoever signs. Open it and look at each page, then sign.',
  'pdf-unreadable': 'The file is no PDF that can be drawn.',
  'scan-unreadable': 'The scan is no picture or PDF that can be read. Scan it again.',
  'sheet-unreadable': 'The file is no sheet that can be read (`problem`). Save it again as .xlsx.',
  'archive-unreadable': 'The file is no message and no archive of messages (`problem`).',
  'secret-mark': 'The page bears a secrecy mark; nothing of it was kept. It is handled off this network.',
  'page-missing': 'The file has no such page (`pages`).',
  'timed-out': 'The work took longer than it may (`limitMs`) and was stopped.',
  'node-start-failed': 'The practice node did not start. The reason is in the log.',
  'settings-unreadable': 'The settings come from a newer version or cannot be read; they were kept aside.',
} as const

/** Code of an expected failure. Crosses process borders: changing one changes the contract. */
export type ErrorCode = keyof typeof errorCodes

/** True for a code of the list. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}

/**
 * Every reason for which an act is refused or waits. The words and the remedy are texts `law.<id>.words` and `law.<id>.remedy`; the
 * source is data here. Stored in refusals: renaming one needs a migration.
 */
export const rules = {
  'not-your-task': { source: 'ND30', article: '' },
  'already-exists': { source: '', article: '' },
  'unknown-object': { source: '', article: '' },
  'wrong-state': { source: '', article: '' },
  'node-only': { source: '', article: '' },
  'administrator-only': { source: '', article: '' },
  'unit-unknown': { source: '', article: '' },
  'post-unknown': { source: '', article: '' },
  'subject-missing': { source: 'ND30', article: 'Điều 8; Phụ lục I.II.5' },
  'body-missing': { source: 'ND30', article: 'Điều 8; Phụ lục I.II.6' },
  'recipients-missing': { source: 'ND30', article: 'Điều 8; Phụ lục I.II.9' },
  'recipient-twice': { source: 'QCVN102', article: '1.2' },
  'archive-line-missing': { source: 'ND30', article: 'Phụ lục I.II.9' },
  'route-incomplete': { source: 'ND30', article: 'Điều 10–13' },
  'authority-needs-deputy-title': { source: 'ND30', article: 'Điều 13; Phụ lục I.II.7' },
  'drafter-cannot-approve': { source: 'ND30', article: 'Điều 11, 12' },
  'reason-missing': { source: '', article: '' },
  'text-frozen': { source: 'ND30', article: 'Điều 11 khoản 2' },
  'initials-missing': { source: 'ND30', article: 'Điều 12' },
  'signature-by-signer-only': { source: 'ND30', article: 'Điều 13' },
  'signed-is-final': { source: 'ND30', article: 'Điều 11 khoản 2; Điều 18 khoản 3' },
  'number-after-signature': { source: 'ND30', article: 'Điều 15 khoản 2, 3' },
  'number-missing': { source: 'ND30', article: 'Điều 15' },
  'number-awaits-node': { source: 'ND30', article: 'Điều 15 khoản 1; Phụ lục VI' },
  'number-guess-differs': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'number-date-order': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'book-year-differs': { source: 'ND30', article: 'Phụ lục I.II.3' },
  'book-direction-differs': { source: 'ND30', article: 'Điều 15, 22' },
  'pen-held-elsewhere': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'pen-expired': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'pen-used-up': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'pen-not-held': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'pen-awaits-node': { source: 'ND30', article: 'Điều 15 khoản 1' },
  'seal-after-signature': { source: 'ND30', article: 'Điều 32 khoản 2 điểm d' },
  'seal-by-clerk': { source: 'ND30', article: 'Điều 32 khoản 2 điểm c' },
  'seal-before-issue': { source: 'ND30', article: 'Điều 5 khoản 1; Điều 18' },
  'clerk-only': { source: 'ND30', article: 'Điều 4 khoản 2; Điều 22' },
  'leader-only': { source: 'ND30', article: 'Điều 23 khoản 2' },
  'verdict-first': { source: 'ND30', article: 'Điều 21 khoản 2 điểm a' },
  'verdict-invalid': { source: 'ND30', article: 'Điều 21 khoản 2 điểm b' },
  'accept-before-register': { source: 'ND30', article: 'Điều 21, 22' },
  'register-before-present': { source: 'ND30', article: 'Điều 4 khoản 2 điểm c' },
  'deadline-in-past': { source: 'ND30', article: 'Điều 24' },
  'lead-missing': { source: 'ND30', article: 'Điều 23 khoản 2' },
  'secret-refused': { source: 'LSS', article: 'Điều 2, 5' },
  'clock-skew': { source: '', article: '' },
  'undo-too-late': { source: '', article: '' },
  'authority-lapsed': { source: '', article: '' },
  'device-unknown': { source: '', article: '' },
  'depends-on-refused': { source: '', article: '' },
  'newer-software-needed': { source: '', article: '' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** Short title of an instrument (`ND30`, `QD28` … in `docs/glossary.md`; empty: the software's own rule) and the provision in it. */
export interface Rule {
  readonly source: '' | 'ND30' | 'QD28' | 'QCVN102' | 'LSS'
  readonly article: string
}

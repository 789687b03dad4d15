import type { Preview } from './preview.ts'
import { SignaturePanel } from './signature-panel.tsx'
import type { SignatureReport, SignatureView } from './signature.types.ts'

const leader: SignatureView = {
  id: 'leader',
  kind: 'person',
  name: 'Đặng Minh Tuệ',
  role: 'Phó Chủ tịch',
  verdict: 'valid',
  time: '13/11/2026 16:42',
  isTimeTrusted: true,
  certificate: { kind: 'publicService', until: '05/2029', isExpired: false },
}
const seal: SignatureView = {
  id: 'seal',
  kind: 'agency',
  name: 'UBND tỉnh Sông Lam',
  verdict: 'valid',
  time: '13/11/2026 16:58',
  isTimeTrusted: false,
  directoryCode: 'H99.01',
}

const reports: readonly SignatureReport[] = [
  {
    verdict: 'valid',
    content: 'unchanged',
    checked: { where: 'here', time: '08:14' },
    signatures: [leader, seal],
    revocation: { state: 'fresh', time: '08:10' },
  },
  {
    verdict: 'invalid',
    content: 'changed',
    checked: { where: 'node', time: '08:14' },
    signatures: [
      { ...leader, verdict: 'invalid', reasons: ['Trang 1 đổi sau khi ký.'] },
      { ...seal, directoryCode: null },
    ],
    revocation: { state: 'fresh', time: '08:10' },
  },
  {
    verdict: 'unknown',
    content: 'unchanged',
    checked: { where: 'here', time: '10:05' },
    signatures: [
      {
        ...leader,
        verdict: 'unknown',
        certificate: { kind: 'commercial', until: '12/2025', isExpired: true },
      },
    ],
    revocation: { state: 'stale', days: 3 },
  },
  { verdict: 'paper', content: 'unknown', checked: { where: 'here', time: '08:14' }, signatures: [] },
]

export const previews: readonly Preview[] = reports.map((report) => ({
  name: report.verdict,
  render: () => (
    <div style={{ width: 360 }}>
      <SignaturePanel report={report} />
    </div>
  ),
}))

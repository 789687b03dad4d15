import { FindingCard } from './finding-card.tsx'
import { OutlineList } from './outline-list.tsx'
import type { Preview } from './preview.ts'
import { ReadinessMeter } from './readiness-meter.tsx'
import { RouteSteps } from './route-steps.tsx'

const nothing = () => undefined

export const previews: readonly Preview[] = [
  {
    name: 'outline',
    render: () => (
      <div style={{ width: 206 }}>
        <OutlineList
          heading="Thành phần thể thức"
          activeId="body"
          onChoose={nothing}
          entries={[
            { id: 'nation', label: 'Quốc hiệu, tiêu ngữ', state: 'ok', stateWords: 'đủ' },
            { id: 'number', label: 'Số, ký hiệu', state: 'later', stateWords: 'điền sau', note: 'phát hành' },
            { id: 'body', label: 'Nội dung', state: 'warning', stateWords: 'cần xem', note: '1' },
            { id: 'recipients', label: 'Nơi nhận', state: 'missing', stateWords: 'còn thiếu', note: '1' },
            { id: 'file', label: 'Phụ lục biên chế.xlsx', state: 'file' },
          ]}
        />
      </div>
    ),
  },
  {
    name: 'route',
    render: () => (
      <div style={{ width: 206 }}>
        <RouteSteps
          label="Đường đi"
          steps={[
            { id: '1', name: 'Phạm Quốc Bảo', act: 'soạn', state: 'done', time: '10:31' },
            { id: '2', name: 'Vũ Thanh Liêm', act: 'ký nháy', state: 'current' },
            { id: '3', name: 'Nguyễn Thu Hà', act: 'ký số', state: 'waiting' },
          ]}
        />
      </div>
    ),
  },
  {
    name: 'finding',
    render: () => (
      <div style={{ width: 300 }}>
        <FindingCard
          isCurrent
          onFix={nothing}
          onSkip={nothing}
          finding={{
            id: '1',
            severity: 'warning',
            title: 'Viết đủ ngày, tháng, năm',
            words: 'Trong công văn, ngày viết bằng chữ “ngày … tháng … năm …”.',
            before: '31/10/2026',
            after: 'ngày 31 tháng 10 năm 2026',
            citation: 'Quy ước của cơ quan, điều 4',
          }}
        />
      </div>
    ),
  },
  { name: 'readiness', render: () => <ReadinessMeter passed={10} total={12} /> },
  { name: 'ready', render: () => <ReadinessMeter passed={12} total={12} /> },
]

import { DeliveryCell, DeliveryChip } from './delivery-cell.tsx'
import { DeliveryTimeline } from './delivery-timeline.tsx'
import { deliveryCodes } from './delivery.types.ts'
import type { Preview } from './preview.ts'

export const previews: readonly Preview[] = [
  {
    name: 'every code',
    render: () => (
      <>
        {deliveryCodes.map((code) => (
          <DeliveryCell key={code} view={{ code }} />
        ))}
      </>
    ),
  },
  { name: 'late, focused', render: () => <DeliveryCell view={{ code: '01', isLate: true }} isFocused /> },
  {
    name: 'chips',
    render: () => (
      <>
        <DeliveryChip code="failed" /> <DeliveryChip code="06" />
      </>
    ),
  },
  {
    name: 'open end',
    render: () => (
      <div style={{ width: 280 }}>
        <DeliveryTimeline
          steps={[
            { id: '1', code: 'issued', time: '13/11 15:20', proof: 'Lê Thị Hoài An, đã đóng dấu' },
            { id: '2', code: 'sent', time: '15:21', proof: 'Mã giao dịch SL-88214' },
            { id: '3', code: '01', time: '15:24' },
          ]}
          next={{ code: '03', note: 'Phải tiếp nhận trước 17:00' }}
        />
      </div>
    ),
  },
  {
    name: 'failed',
    render: () => (
      <div style={{ width: 280 }}>
        <DeliveryTimeline
          steps={[
            { id: '1', code: 'queued', time: '15:20' },
            { id: '2', code: 'failed', time: '15:21', proof: 'Không có nơi nhận này trên trục' },
          ]}
        />
      </div>
    ),
  },
]

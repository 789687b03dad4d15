import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { NeedsAttentionBanner } from './needs-attention-banner.tsx'
import type { Preview } from './preview.ts'
import { SkeletonRows } from './skeleton-rows.tsx'
import { useToast } from './toast.tsx'

const nothing = () => undefined

function ToastButton() {
  const toast = useToast()
  return (
    <Button
      onClick={() =>
        toast.show({ text: 'Đã vào sổ 20 văn bản, số đến 4.812 – 4.831', icon: 'check', undo: nothing })
      }
    >
      Hiện thông báo
    </Button>
  )
}

export const previews: readonly Preview[] = [
  {
    name: 'empty',
    render: () => (
      <EmptyState
        text="Không còn văn bản chờ vào sổ."
        hint="Bộ tiếp theo: Chờ bút phê 9."
        verb={{ label: 'Mở Chờ bút phê', keys: 'Enter', run: nothing }}
      />
    ),
  },
  {
    name: 'error',
    render: () => (
      <ErrorState
        title="Không mở được tệp này"
        safe="Bản gốc vẫn được giữ nguyên."
        remedy={{ label: 'Lưu bản gốc ra tệp', run: nothing }}
        code="file-unreadable"
      />
    ),
  },
  {
    name: 'loading',
    render: () => (
      <div style={{ width: 400 }}>
        <SkeletonRows rows={3} onCancel={nothing} />
      </div>
    ),
  },
  {
    name: 'needs attention',
    render: () => (
      <div style={{ width: 760 }}>
        <NeedsAttentionBanner
          count={2}
          onView={nothing}
          facts={['UBND xã Mường Lĩnh trả lại 1240/SNV-CCVC vì thiếu phụ lục.']}
        />
      </div>
    ),
  },
  { name: 'toast', render: () => <ToastButton /> },
]

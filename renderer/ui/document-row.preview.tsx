import { Chip } from './chip.tsx'
import { DocumentRow } from './document-row.tsx'
import type { DocumentRowView } from './document-row.tsx'
import type { Preview } from './preview.ts'

const row: DocumentRowView = {
  from: 'UBND tỉnh Sông Lam',
  number: '1286/UBND-NC',
  subject: 'Rà soát biên chế công chức cấp xã sau sắp xếp',
  urgency: 'urgent',
  deadline: { kind: 'due', days: 4 },
  attachments: 2,
  verdict: 'valid',
}

const nothing = () => undefined

function at(
  name: string,
  view: DocumentRowView,
  state: { isActive?: boolean; isSelected?: boolean } = {},
): Preview {
  return {
    name,
    render: () => (
      <div style={{ width: 500, height: 48 }}>
        <DocumentRow
          row={view}
          isActive={state.isActive ?? false}
          isSelected={state.isSelected ?? false}
          onSelect={nothing}
        />
      </div>
    ),
  }
}

export const previews: readonly Preview[] = [
  at('unread', { ...row, isUnread: true }),
  at('read', row),
  at('active', { ...row, isUnread: true }, { isActive: true }),
  at('selected', { ...row, isUnread: true }, { isSelected: true }),
  at('waiting for the node', { ...row, isPending: true }),
  at('changed since initialled', {
    from: 'Quyết định /QĐ-SNV',
    subject: 'Điều động công chức Phòng Cải cách hành chính',
    mark: (
      <Chip tone="soon" icon="git-compare">
        2 chỗ đổi
      </Chip>
    ),
  }),
]

import { Button, IconButton } from './button.tsx'
import type { Preview } from './preview.ts'

export const previews: readonly Preview[] = [
  {
    name: 'primary with key',
    render: () => (
      <Button variant="primary" icon="book-2" keyHint="R">
        Vào sổ
      </Button>
    ),
  },
  { name: 'default', render: () => <Button keyHint="X">Trả lại</Button> },
  { name: 'quiet', render: () => <Button variant="quiet">Huỷ</Button> },
  { name: 'disabled', render: () => <Button disabled>Phát hành</Button> },
  {
    name: 'small, large',
    render: () => (
      <>
        <Button size="small">Sửa</Button>{' '}
        <Button size="large" variant="primary">
          Ký số
        </Button>
      </>
    ),
  },
  { name: 'icon alone', render: () => <IconButton icon="dots" label="Các việc khác" /> },
]

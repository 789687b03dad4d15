import { useState } from 'react'
import { Button } from './button.tsx'
import { FieldRow } from './field-row.tsx'
import { FactList } from './panel.tsx'
import type { Preview } from './preview.ts'
import { SheetDialog, SheetFacts } from './sheet-dialog.tsx'
import { TextArea } from './text-field.tsx'

function Opener() {
  const [isOpen, setIsOpen] = useState(new URLSearchParams(location.search).has('sheet'))
  const close = () => setIsOpen(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Mở tờ</Button>
      <SheetDialog
        isOpen={isOpen}
        onClose={close}
        title="Trả lại nơi gửi"
        description="87/UBND-VHXH của UBND xã Đồng Vân. Nơi gửi thấy lý do này."
        footer={
          <>
            <Button size="large" onClick={close}>
              Huỷ
            </Button>
            <Button size="large" variant="primary" keyHint="Ctrl Enter" onClick={close}>
              Trả lại
            </Button>
          </>
        }
      >
        <SheetFacts>
          <FactList
            facts={[
              ['Số, ký hiệu', '87/UBND-VHXH'],
              ['Nhận lúc', '16/11/2026 07:58'],
            ]}
          />
        </SheetFacts>
        <FieldRow label="Lý do trả lại">{(field) => <TextArea {...field} data-autofocus />}</FieldRow>
      </SheetDialog>
    </>
  )
}

export const previews: readonly Preview[] = [{ name: 'sheet', render: () => <Opener /> }]

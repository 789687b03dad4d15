import type { RegisterLine } from '../../../database/views.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useRegisterCells } from '../hooks/use-register-cells.ts'
import { registerColumns } from './register-columns.ts'
import classes from './register-table.module.css'

interface RegisterTableProps {
  readonly lines: readonly RegisterLine[]
  readonly direction: 'incoming' | 'outgoing'
}

/** A register book with the columns that Decree 30, Annex VI asks for; the number stays in sight. */
export function RegisterTable({ lines, direction }: RegisterTableProps) {
  const t = useT()
  const cellsOf = useRegisterCells(direction)
  const columns = registerColumns[direction]
  const headings =
    direction === 'incoming'
      ? registerColumns.incoming.map((column) => t(`registers.columns.incoming.${column}`))
      : registerColumns.outgoing.map((column) => t(`registers.columns.outgoing.${column}`))
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const [number, ...cells] = cellsOf(line)
          return line.what === 'voided' ? (
            <tr key={line.number} className={classes.voided}>
              <th scope="row">{number}</th>
              <td>{cells[0]}</td>
              <td colSpan={columns.length - 2}>{cells[1]}</td>
            </tr>
          ) : (
            <tr key={line.number}>
              <th scope="row">{number}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

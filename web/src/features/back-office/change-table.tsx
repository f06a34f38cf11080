import type { ChangedField, ProductChange } from '@aos/contracts/back-office'
import { Link } from '@tanstack/react-router'
import { Cell, Head, Row, Table } from './table.tsx'
import { actionNames, fieldName, fieldText, momentText } from './words.ts'

interface ChangeTableProps {
  caption: string
  changes: ProductChange[]
  /** Where it is not clear from the page. */
  withProduct?: boolean
}

export function ChangeTable({ caption, changes, withProduct = false }: ChangeTableProps) {
  if (changes.length === 0)
    return <p className="card p-8 text-center text-muted">Nobody changed anything yet.</p>
  return (
    <Table
      caption={caption}
      head={
        <>
          <Head>When</Head>
          {withProduct && <Head>Product</Head>}
          <Head>What</Head>
          <Head className="max-sm:hidden">Who</Head>
        </>
      }
    >
      {changes.map((change) => (
        <Row key={change.id}>
          <Cell className="align-top text-muted">
            <time dateTime={change.at}>{momentText(change.at)}</time>
          </Cell>
          {withProduct && (
            <Cell className="align-top">
              <Link
                to="/admin/products/$sku"
                params={{ sku: change.sku }}
                className="font-mono text-accent underline underline-offset-4"
              >
                {change.sku}
              </Link>
            </Cell>
          )}
          <Cell className="align-top sm:min-w-56">
            <What change={change} />
          </Cell>
          <Cell className="align-top [overflow-wrap:anywhere] max-sm:hidden">
            {change.email ?? change.subject}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const What = ({ change: { action, fields, note, email, subject } }: { change: ProductChange }) => (
  <>
    <p className="font-semibold">{actionNames[action]}</p>
    {fields.length > 0 && (
      <ul className="text-sm">
        {fields.map((field) => (
          <FromTo key={field.field} {...field} />
        ))}
      </ul>
    )}
    {note && <p className="text-sm text-muted">“{note}”</p>}
    <p className="text-sm text-muted [overflow-wrap:anywhere] sm:hidden">by {email ?? subject}</p>
  </>
)

const FromTo = ({ field, from, to }: ChangedField) => (
  <li className="[overflow-wrap:anywhere]">
    {fieldName(field)}: {fieldText(from)} <span aria-hidden="true">→</span>
    <span className="sr-only"> is now </span> {fieldText(to)}
  </li>
)

import type { StaffProduct } from '@aos/contracts/back-office'
import { Link } from '@tanstack/react-router'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { Cell, Head, Row, Table } from './table.tsx'

export function ProductTable({ products }: { products: StaffProduct[] }) {
  if (products.length === 0)
    return <p className="card p-8 text-center text-muted">None of the products fits.</p>
  return (
    <Table
      caption="Products and their stock"
      head={
        <>
          <Head>Product</Head>
          <Head className="max-lg:hidden">Category</Head>
          <Head className="text-right max-sm:hidden">Price</Head>
          <Head className="text-right max-md:hidden">On hand</Head>
          <Head className="text-right max-md:hidden">Held</Head>
          <Head className="text-right">Left</Head>
        </>
      }
    >
      {products.map((product) => (
        <ProductRow key={product.sku} product={product} />
      ))}
    </Table>
  )
}

const ProductRow = ({ product }: { product: StaffProduct }) => (
  <Row>
    <Cell>
      <div className="grid min-w-0 grid-cols-[3rem_1fr] items-center gap-3">
        <Picture src={product.picture} className="rounded-lg" />
        <div className="leading-snug [overflow-wrap:anywhere]">
          <Link
            to="/admin/products/$sku"
            params={{ sku: product.sku }}
            className="font-semibold underline-offset-4 hover:underline"
          >
            {product.name}
          </Link>
          <p className="font-mono text-sm text-muted">{product.sku}</p>
        </div>
      </div>
    </Cell>
    <Cell className="text-muted max-lg:hidden">{product.category}</Cell>
    <Cell className="text-right max-sm:hidden">
      <Price of={product.price} />
    </Cell>
    <Cell className="text-right max-md:hidden">{product.onHand}</Cell>
    <Cell className="text-right max-md:hidden">{product.reserved}</Cell>
    <Cell className="text-right font-semibold">
      <Left product={product} />
    </Cell>
  </Row>
)

const FEW = 10

function Left({ product: { available, retiredAt } }: { product: StaffProduct }) {
  if (retiredAt) return <span className="font-normal text-muted">retired</span>
  if (available >= FEW) return available
  return (
    <span className={available > 0 ? 'text-now-strong' : 'text-trouble'}>
      {available > 0 ? available : 'none'}
    </span>
  )
}

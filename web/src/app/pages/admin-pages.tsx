import { getRouteApi } from '@tanstack/react-router'
import { ChangeHistory } from '../../features/back-office/change-history.tsx'
import { DeadLetterList } from '../../features/back-office/dead-letter-list.tsx'
import { OrderDetails } from '../../features/back-office/order-details.tsx'
import { OrderList } from '../../features/back-office/order-list.tsx'
import { ProductDetails } from '../../features/back-office/product-details.tsx'
import { ProductList } from '../../features/back-office/product-list.tsx'

export { NewProduct as NewProductPage } from '../../features/back-office/new-product.tsx'
export { OfficeLayout } from '../office-layout.tsx'

const products = getRouteApi('/admin/products')
const product = getRouteApi('/admin/products/$sku')
const orders = getRouteApi('/admin/orders')
const order = getRouteApi('/admin/orders/$id')
const changes = getRouteApi('/admin/changes')
const deadLetters = getRouteApi('/admin/dead-letters')

export function ProductsPage() {
  const search = products.useSearch()
  return <ProductList search={search} />
}

export function ProductPage() {
  const { sku } = product.useParams()
  return <ProductDetails key={sku} sku={sku} />
}

export function OrdersPage() {
  const search = orders.useSearch()
  return <OrderList search={search} />
}

export function OrderPage() {
  const { id } = order.useParams()
  return <OrderDetails key={id} id={id} />
}

export function ChangesPage() {
  const { page = 1 } = changes.useSearch()
  return <ChangeHistory page={page} />
}

export function DeadLettersPage() {
  const search = deadLetters.useSearch()
  return <DeadLetterList key={search.service} search={search} />
}
